"""Moran's I under any weights: worked, against the neighbours' form, simulated moments, refusals."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.statistics import weighted_moran as module
from assets.statistics.distance_weights import inverse_distance_weights, nearest
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial import moran, moran_permutation_p, row_standardised
from assets.statistics.weighted_moran import moran_of_weights, permutation_p_values

RING = np.array([[abs(one - other) in (1, 5) for other in range(6)] for one in range(6)])
PLACES = np.array([0.0, 1, 3, 7, 8, 20])
LINE = np.abs(np.subtract.outer(PLACES, PLACES))
VALUES = np.array([1.0, 2, 2, 5, 9, 4])


def test_worked_example_of_asymmetric_weights() -> None:
    # deviations -3 -1 1 3 of 1 3 5 7; each looks at the one before it, the first at the second:
    # I = (3 + 3 - 1 + 3) / 20
    weights = np.array([[0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]], dtype=float)
    assert moran_of_weights(np.array([1.0, 3, 5, 7]), weights).index == pytest.approx(8 / 20)


@given(st.lists(st.integers(1, 50), min_size=6, max_size=6).filter(lambda values: len(set(values)) > 1))
def test_contiguity_is_a_case_of_it(values: list[int]) -> None:
    given_values = np.array(values, dtype=float)
    general, special = moran_of_weights(given_values, row_standardised(RING)), moran(given_values, RING)
    for name in ("index", "expected", "variance_normal", "variance_random", "regions"):
        assert getattr(general, name) == pytest.approx(getattr(special, name))


@pytest.mark.parametrize("weights", [nearest(LINE, 2).weights, inverse_distance_weights(LINE)])
def test_moments_are_those_of_all_permutations(weights: np.ndarray) -> None:
    found = moran_of_weights(VALUES, weights)
    orders = np.array(list(permutations(range(6))))
    drawn = (VALUES - VALUES.mean())[orders]
    indices = (drawn @ weights.T * drawn).sum(axis=1) / (VALUES.var() * 6)
    assert found.expected == pytest.approx(indices.mean())
    assert found.variance_random == pytest.approx(indices.var())
    assert found.index == pytest.approx(indices[0])


def test_p_is_that_of_the_neighbours_form_year_by_year() -> None:
    # fifteen regions, so that no two of 99 orders give the same index; more years than one product holds
    rng = np.random.default_rng(1)
    pairs = np.triu(rng.random((15, 15)) < 0.4, 1)
    near = pairs | pairs.T
    years = rng.lognormal(size=(15, 700))
    found = permutation_p_values(years, row_standardised(near), 99, 1)
    assert found[:20].tolist() == [moran_permutation_p(values, near, 99, 1) for values in years.T[:20]]
    assert found[-1] == moran_permutation_p(years[:, -1], near, 99, 1)
    assert ((found >= 1 / 100) & (found <= 0.51)).all()


@pytest.mark.parametrize("weights", [nearest(LINE, 2).weights, inverse_distance_weights(LINE)])
def test_few_and_many_regions_give_the_same(monkeypatch: pytest.MonkeyPatch, weights: np.ndarray) -> None:
    years = np.random.default_rng(5).lognormal(size=(6, 9))
    few = permutation_p_values(years, weights, 499, 2)
    monkeypatch.setattr(module, "CELLS", 100)
    assert permutation_p_values(years, weights, 499, 2).tolist() == few.tolist()
    monkeypatch.setattr(module, "MOST_PAIRED", 5)
    assert permutation_p_values(years, weights, 499, 2).tolist() == few.tolist()


def test_orders_with_the_same_index_count_as_extreme() -> None:
    # one high region in a ring: every order gives the same index, so all 99 are as extreme: (1 + 99) / 100
    (found,) = permutation_p_values(np.array([[1.0, 1, 1, 1.1, 1, 1]]).T, row_standardised(RING), 99, 1)
    assert found == 1


@pytest.mark.parametrize(
    ("values", "weights", "words"),
    [
        (VALUES, RING.astype(float), "do not add to 1"),
        (VALUES, np.eye(6), "fall on the region itself"),
        (np.ones(6), row_standardised(RING), "not all equal"),
        (np.append(VALUES[:5], np.nan), row_standardised(RING), "5 of 6 regions are known"),
    ],
)
def test_refused(values: np.ndarray, weights: np.ndarray, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        moran_of_weights(values, weights)
    with pytest.raises(RefusedError, match=words):
        permutation_p_values(values[:, None], weights, 9, 1)
