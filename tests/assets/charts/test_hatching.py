"""Slanted lines over a box: inside it, at 45 degrees, evenly apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.charts.hatching import hatch_layers, hatched

SIDE = st.integers(min_value=5, max_value=200)


def test_lines_of_a_small_box():
    # 10 by 10, a line every 5 along the lower left rim: reach 5, 10 and 15; 20 is the far corner
    assert hatched((0, 0, 10, 10), gap=5) == [
        {"x": 0, "y": 5, "x2": 5, "y2": 0},
        {"x": 0, "y": 10, "x2": 10, "y2": 0},
        {"x": 5, "y": 10, "x2": 10, "y2": 5},
    ]


@given(SIDE, SIDE, SIDE, SIDE)
def test_lines_stay_in_the_box_at_45_degrees(left, top, width, height):
    for line in hatched((left, top, left + width, top + height)):
        assert line["x2"] - line["x"] == pytest.approx(line["y"] - line["y2"])
        assert left <= line["x"] < line["x2"] <= left + width
        assert top <= line["y2"] < line["y"] <= top + height


def test_no_box_no_layer():
    assert hatch_layers([], (10, 10)) == []
