"""Rows of places as distances, in the order of the regions asked for."""

import pytest

from assets.statistics.places import distances_between
from assets.statistics.refusal import RefusedError

PLACES = [("b", 0.0, 1.0), ("a", 0.0, 0.0), ("c", 2.0, 0.0)]


def test_distances_follow_the_order_of_regions() -> None:
    # a degree is 111.195 km
    found = distances_between(PLACES, ("a", "b"))
    assert found.tolist() == [[0, pytest.approx(111.195)], [pytest.approx(111.195), 0]]
    assert distances_between(PLACES, ("c", "a"))[0, 1] == pytest.approx(222.390)


def test_a_region_without_a_place_is_named() -> None:
    with pytest.raises(RefusedError, match=r"no place of x, y; add a line to places\.csv"):
        distances_between(PLACES, ("a", "x", "y"))
