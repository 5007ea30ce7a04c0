"""Distances and the weights made of them: worked on the globe, ties, cut-offs, refusals, invariants."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.statistics.distance_weights import (
    EARTH_RADIUS,
    great_circle_distances,
    inverse_distance_weights,
    nearest,
)
from assets.statistics.refusal import RefusedError

QUARTER = math.pi / 2 * EARTH_RADIUS
# four regions on a line, 1, 2 and 4 km apart
LINE = np.abs(np.subtract.outer([0.0, 1, 3, 7], [0.0, 1, 3, 7]))


def vectors(longitudes: np.ndarray, latitudes: np.ndarray) -> np.ndarray:
    east, north = np.radians(longitudes), np.radians(latitudes)
    return np.array([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])


def test_worked_distances() -> None:
    # the equator at 0, at 90 degrees east, and the pole: a quarter of a great circle each
    found = great_circle_distances(np.array([0.0, 90, 0]), np.array([0.0, 0, 90]))
    assert found[np.triu_indices(3, 1)] == pytest.approx([QUARTER] * 3)
    # a degree of latitude, 6371.0088 x pi / 180 = 111.195 km, across the date line too
    assert great_circle_distances(np.array([0.0, 0]), np.array([10.0, 11]))[0, 1] == pytest.approx(111.195)
    assert great_circle_distances(np.array([179.5, -179.5]), np.zeros(2))[0, 1] == pytest.approx(111.195)


@given(
    st.lists(
        st.tuples(st.floats(-180, 179), st.floats(-89, 89)),
        min_size=2,
        max_size=6,
        unique_by=lambda place: (round(place[0], 2), round(place[1], 2)),
    )
)
def test_distances_are_the_angles_between_vectors(places: list[tuple[float, float]]) -> None:
    longitudes, latitudes = np.array(places).T
    found = great_circle_distances(longitudes, latitudes)
    points = vectors(longitudes, latitudes).T
    for one, a in enumerate(points):
        for other, b in enumerate(points):
            angle = math.atan2(float(np.linalg.norm(np.cross(a, b))), float(a @ b))
            assert found[one, other] == pytest.approx(angle * EARTH_RADIUS, abs=1e-4)
    assert (found == found.T).all()


def test_nearest_of_a_line() -> None:
    found = nearest(LINE, 2)
    assert [row.nonzero()[0].tolist() for row in found.neighbours] == [[1, 2], [0, 2], [0, 1], [1, 2]]
    assert found.tied == ()
    assert found.weights.sum(axis=1) == pytest.approx([1] * 4)
    # the last is near the third, which is nearer to the others
    assert (found.neighbours[3, 2], found.neighbours[2, 3]) == (True, False)


def test_ties_go_to_the_earlier_and_are_stated() -> None:
    # a square of side 1: two neighbours at 1, so the one nearest is a choice everywhere
    corners = np.array([(0, 0), (0, 1), (1, 0), (1, 1)], dtype=float)
    square = np.linalg.norm(corners[:, None] - corners[None], axis=2)
    found = nearest(square, 1)
    assert found.tied == (0, 1, 2, 3)
    assert found.neighbours.argmax(axis=1).tolist() == [1, 0, 0, 1]
    assert nearest(square, 2).tied == ()


def test_everyone_is_nearest_when_as_many_as_others() -> None:
    found = nearest(LINE, 3)
    assert (found.neighbours == ~np.eye(4, dtype=bool)).all()
    assert found.tied == ()


def test_worked_inverse_distance() -> None:
    # from the first: 1, 1/3, 1/7 with sum 31/21
    assert inverse_distance_weights(LINE)[0] == pytest.approx([0, 21 / 31, 7 / 31, 3 / 31])
    # squared, and none beyond 3 km: 1, 1/9 with sum 10/9; the last reaches nobody
    within = inverse_distance_weights(LINE[:3, :3], power=2, cutoff=3)
    assert within[0] == pytest.approx([0, 0.9, 0.1])


@given(st.floats(0.1, 1000), st.floats(0.5, 3))
def test_rows_add_to_one_in_any_unit(unit: float, power: float) -> None:
    weights = inverse_distance_weights(LINE * unit, power)
    assert weights.sum(axis=1) == pytest.approx(np.ones(4))
    assert weights == pytest.approx(inverse_distance_weights(LINE, power))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: great_circle_distances(np.array([1.0, 1]), np.array([2.0, 2])), "0 and 1 lie at one place"),
        (
            lambda: great_circle_distances(np.array([1.0, 181]), np.zeros(2)),
            r"number \[1\] have no longitude",
        ),
        (lambda: great_circle_distances(np.array([1.0, 2]), np.array([np.nan, 0])), r"number \[0\]"),
        (lambda: nearest(LINE, 4), "4 nearest of 4 regions; choose 1 to 3"),
        (lambda: nearest(LINE, 0), "choose 1 to 3"),
        (lambda: nearest(np.zeros((3, 3)), 1), "0 and 1 lie at one place"),
        (lambda: inverse_distance_weights(np.zeros((3, 3))), "distance 0"),
        (lambda: inverse_distance_weights(LINE, power=0), "fall with distance"),
        (lambda: inverse_distance_weights(LINE, cutoff=3), r"number \[3\] have nobody within 3 km"),
    ],
)
def test_refused(made: object, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        made()  # type: ignore[operator]
