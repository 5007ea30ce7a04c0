"""Random levels, populations and groups for the invariants of the measures."""

import numpy
from hypothesis import strategies as st

LEVELS = st.lists(st.floats(1, 1e5), min_size=5, max_size=12).map(numpy.array)


@st.composite
def weighted(draw):
    """Levels and populations of 5 to 12 regions."""
    value = draw(LEVELS)
    weight = draw(st.lists(st.floats(0.1, 100), min_size=len(value), max_size=len(value)))
    return value, numpy.array(weight)


@st.composite
def grouped(draw):
    """Levels, populations and up to three groups."""
    value, weight = draw(weighted())
    labels = draw(st.lists(st.sampled_from("ABC"), min_size=len(value), max_size=len(value)))
    return value, weight, numpy.array(labels)
