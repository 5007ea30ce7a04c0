"""Delta, gamma, Kendall's W, mobility and theta."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from assets.statistics import ranks
from assets.statistics.ranks import delta, gamma_binary, gamma_multi, kendall_w, mobility, rank_theta
from assets.statistics.refusal import RefusedError

FIRST = numpy.array([1.0, 2, 3, 4])
ORDERS = st.lists(st.permutations(range(6)), min_size=2, max_size=5).map(
    lambda rows: numpy.array(rows, float).T
)


def test_delta_by_hand():
    assert (delta(FIRST).total, delta(FIRST).mean) == (3 + 2 + 1, 1.5)
    assert delta(numpy.array([1.0, 5, 6]), lowest_is_best=True).total == 4 + 5
    with pytest.raises(RefusedError, match="value is missing"):
        delta(numpy.array([1.0, numpy.nan]))


def test_gamma_by_hand():
    # ranks 1 2 3 4 and 2 1 3 4: sums 3 3 6 8, variance 4.5 against 4 x 1.25
    end = numpy.array([20.0, 10, 30, 40])
    assert gamma_binary(FIRST, end) == pytest.approx(4.5 / 5)
    assert gamma_multi(numpy.column_stack([FIRST, end])) == pytest.approx(4.5 / 5)
    assert gamma_binary(FIRST, FIRST**3) == 1
    assert gamma_binary(FIRST, -FIRST) == 0


def test_the_base_year_is_counted_once():
    # three years of the same order and a reversed one: sums 1+1+4, 2+2+3, 3+3+2, 4+4+1 = 6 7 8 9
    values = numpy.column_stack([FIRST, FIRST, -FIRST])
    assert gamma_multi(values) == pytest.approx(1.25 / (9 * 1.25))


@settings(max_examples=50, deadline=None)
@given(ORDERS)
def test_without_ties_gamma_is_kendalls_w(values):
    assert gamma_multi(values) == pytest.approx(kendall_w(values).w, abs=1e-12)


@settings(max_examples=50, deadline=None)
@given(ORDERS)
def test_kendalls_w_agrees_with_friedman(values):
    found = kendall_w(values)
    if values.shape[1] >= 3:
        expected = stats.friedmanchisquare(*values)
        assert found.chi_squared == pytest.approx(expected.statistic, abs=1e-9)
        assert found.p == pytest.approx(expected.pvalue)
    assert found.chi_squared == pytest.approx(values.shape[1] * 5 * found.w)


def test_ties_are_corrected_for():
    tied = numpy.array([[1.0, 1], [1, 2], [3, 3], [4, 4], [4, 5], [6, 6]])
    found = kendall_w(numpy.column_stack([tied, tied[:, 0]]))
    expected = stats.friedmanchisquare(*numpy.column_stack([tied, tied[:, 0]]))
    assert found.chi_squared == pytest.approx(expected.statistic)
    assert found.w < 1


@settings(max_examples=50, deadline=None)
@given(ORDERS)
def test_mobility_agrees_with_scipy(values):
    found = mobility(values[:, 0], values[:, 1])
    assert found.kendall_tau == pytest.approx(stats.kendalltau(values[:, 0], values[:, 1]).statistic)
    assert found.spearman == pytest.approx(stats.spearmanr(values[:, 0], values[:, 1]).statistic)
    assert 0 <= found.mean_rank_change <= 3


def test_theta_is_one_where_groups_move_as_one_and_zero_where_they_swap_inside():
    labels = numpy.array(list("AABB"))
    assert rank_theta(FIRST, numpy.array([3.0, 4, 1, 2]), labels) == 1
    assert rank_theta(FIRST, numpy.array([2.0, 1, 4, 3]), labels) == 0
    # changes 2 -1 -1 0: group sums 1 and -1 over 4
    assert rank_theta(FIRST, numpy.array([3.0, 1, 2, 4]), labels) == pytest.approx(0.5)
    with pytest.raises(RefusedError, match="no rank changed"):
        rank_theta(FIRST, 2 * FIRST, labels)


def test_too_few_missing_or_tied_regions_are_refused():
    with pytest.raises(RefusedError, match="3 regions have a value, 4 are needed"):
        gamma_binary(FIRST[:3], FIRST[:3])
    with pytest.raises(RefusedError, match="all regions are tied"):
        gamma_binary(numpy.ones(4), FIRST)
    with pytest.raises(RefusedError, match="all regions are tied"):
        kendall_w(numpy.ones((4, 3)))
    with pytest.raises(RefusedError, match="value is missing"):
        mobility(FIRST, numpy.array([1.0, numpy.nan, 2, 3]))


@pytest.mark.parametrize("seed", range(5))
def test_tau_of_all_pairs_is_scipys_with_ties_and_without(seed, monkeypatch):
    draw = numpy.random.default_rng(seed)
    first, last = stats.rankdata(draw.integers(0, 8, 20)), stats.rankdata(draw.normal(size=20))
    pairwise = ranks.kendall_tau(first, last)
    assert pairwise == pytest.approx(stats.kendalltau(first, last).statistic, rel=1e-12)
    # beyond the limit scipy is asked
    monkeypatch.setattr(ranks, "MOST_PAIRWISE", 3)
    assert ranks.kendall_tau(first, last) == pytest.approx(pairwise, rel=1e-12)
