import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.inequality import gini
from assets.statistics.refusal import RefusedError
from assets.statistics.structure import (
    coulter_coefficient,
    herfindahl,
    krugman_index,
    krugman_index_to_mean,
    location_quotient,
    location_quotients,
    locational_gini,
    shares,
    structural_similarity,
)

TABLE = np.array([[30.0, 10.0], [20.0, 40.0]])  # two regions, two industries


def test_location_quotients_by_hand():
    # nation .5, .5; region 1 .75, .25; region 2 1/3, 2/3
    assert location_quotients(TABLE) == pytest.approx(np.array([[1.5, 0.5], [2 / 3, 4 / 3]]))
    assert location_quotient(30, 40, 50, 100) == pytest.approx(1.5)


def test_krugman_and_similarity_by_hand():
    # |.75 - 1/3| + |.25 - 2/3| = 5/6; cosine (.75/3 + .25*2/3)/sqrt((.625)(5/9))
    assert krugman_index(TABLE[0], TABLE[1]) == pytest.approx(5 / 6)
    assert structural_similarity(TABLE[0], TABLE[1]) == pytest.approx((5 / 12) / np.sqrt(0.625 * 5 / 9))
    # mean of (1/3, 2/3) and (1, 0) is (2/3, 1/3): |.75 - 2/3| + |.25 - 1/3|
    assert krugman_index_to_mean(TABLE[0], np.array([TABLE[1], [7.0, 0.0]])) == pytest.approx(1 / 6)


def test_extremes():
    one, other = np.array([5.0, 0.0]), np.array([0.0, 3.0])
    assert krugman_index(one, other) == 2 and structural_similarity(one, other) == 0
    assert krugman_index(one, 4 * one) == 0 and structural_similarity(one, 4 * one) == pytest.approx(1)


def test_herfindahl_by_hand():
    # .2^2 + .5^2 + .2^2 + .1^2 = .34; (.34 - .25)/.75 = .12
    found = herfindahl(np.array([20.0, 50.0, 20.0, 10.0]))
    assert (found.index, found.normalised) == (pytest.approx(0.34), pytest.approx(0.12))
    assert found.equivalent == pytest.approx(1 / 0.34)


def test_coulter_by_hand():
    # gaps .25, -.25: sqrt((.0625 + .0625)/2)
    assert coulter_coefficient(np.array([3.0, 1.0]), np.array([1.0, 1.0])) == pytest.approx(0.25)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.floats(0.1, 100), min_size=5, max_size=5),
    st.lists(st.floats(0.1, 100), min_size=5, max_size=5),
    st.floats(0.01, 100),
)
def test_bounds_symmetry_and_scale(first, second, factor):
    one, other = np.array(first), np.array(second)
    assert 0 <= krugman_index(one, other) <= 2
    assert krugman_index(one, other) == pytest.approx(krugman_index(other, factor * one), abs=1e-9)
    assert structural_similarity(one, other) == pytest.approx(structural_similarity(factor * other, one))
    assert 1 / 5 - 1e-9 <= herfindahl(one).index <= 1
    assert locational_gini(one, other) == pytest.approx(gini(shares(one) / shares(other), None), abs=1e-9)
    assert coulter_coefficient(factor * one, other) == pytest.approx(
        coulter_coefficient(one, other), abs=1e-9
    )
    quotients = location_quotients(np.array([one, other]))
    weights = np.array([one.sum(), other.sum()]) / (one.sum() + other.sum())
    assert weights @ quotients == pytest.approx(1)


@pytest.mark.parametrize(
    ("compute", "reason"),
    [
        (lambda: shares(np.array([1.0, np.nan])), "known and not negative"),
        (lambda: shares(np.array([1.0, -2.0])), "known and not negative"),
        (lambda: shares(np.zeros(3)), "a total is zero"),
        (lambda: location_quotients(np.array([[1.0, 0.0], [2.0, 0.0]])), "exists in no region"),
        (lambda: location_quotient(1, 2, 0, 5), "none may be zero"),
        (lambda: herfindahl(np.array([3.0])), "fewer than 2"),
        (lambda: locational_gini(np.array([1.0, 2.0]), np.array([0.0, 2.0])), "divides by the reference"),
    ],
)
def test_refusals(compute, reason):
    with pytest.raises(RefusedError, match=reason):
        compute()
