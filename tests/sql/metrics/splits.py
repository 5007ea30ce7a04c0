"""What the tests of decompositions by SQL share: regions in groups through the models they rest on."""

import numpy
from hypothesis import strategies as st

from tests.sql.given import Row, run_model
from tests.sql.metrics.partitions import Regions, tables

GROUPS = [{"group_id": "nation", "group_kind": "nation"}] + [
    {"group_id": name, "group_kind": "bloc"} for name in "abc"
]


@st.composite
def some_regions(draw) -> Regions:
    """Three to nine regions with levels and weights, in up to three groups."""
    number = draw(st.integers(3, 9))
    return [
        (draw(st.sampled_from("abc")), draw(st.floats(1, 1e4)), draw(st.floats(0.1, 1e3)))
        for _ in range(number)
    ]


def split(regions: Regions, metric: str, measure: str) -> dict[str, Row]:
    """weighting -> row of a decomposition that reads `measure` of the groups and of the nation."""
    given = tables(regions)
    nation = [row | {"group_id": "nation"} for row in given["core/member_values"]]
    given["core/member_values"] = [*given["core/member_values"], *nation]
    if metric == "metrics/gini_decomposition":
        given["core/groups"] = GROUPS
    found = run_model(given, "core/member_moments", measure, "metrics/theil_by_group", metric)
    return {row["weighting"]: row for row in found}


def arrays(regions: Regions) -> tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]:
    """Levels, weights and labels, as the functions in Python take them."""
    labels, values, weights = zip(*regions, strict=True)
    return numpy.array(values, float), numpy.array(weights, float), numpy.array(labels)
