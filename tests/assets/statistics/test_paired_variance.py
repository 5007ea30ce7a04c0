"""The sign flip test of equal dispersion in two years."""

import numpy
import pytest
from scipy import stats

from assets.statistics.paired_variance import FLIPS, paired, pitman_morgan_correlation, sign_flip_p
from assets.statistics.refusal import RefusedError

START = numpy.log([10.0, 20, 40, 80, 90, 35])
END = numpy.log([20.0, 31, 42, 70, 88, 30])
EQUAL = numpy.full(6, 1 / 6)


def test_worked_example():
    # sums 0, 2, 4 and differences -3, 1, 2 of three regions at (-1.5, 1.5), (1.5, .5), (3, 1), less their
    # means 2 and 0: covariance (-2)(-3) + 0 + 2 * 2 = 10, squares 8 and 14
    start, end = numpy.array([-1.5, 1.5, 3.0]), numpy.array([1.5, 0.5, 1.0])
    share = numpy.full(3, 1 / 3)
    assert pitman_morgan_correlation(start, end, share) == pytest.approx(10 / (8 * 14) ** 0.5)
    # flips of (-3, 1, 2), the first sign kept: as it is 10/sqrt(8 * 14) = .945; last turned, (-3, 1, -2) has
    # covariance 2, mean -4/3, squares 14 - 16/3: .24; second turned, (-3, -1, 2): 10, mean -2/3, .965;
    # both turned, (-3, -1, -2): 2, mean -2, squares 2, .5: two of four are as large
    assert sign_flip_p(start, end, share, seed=1) == pytest.approx(2 / 4)


def test_agrees_with_scipys_exchange_of_years():
    def correlation(start, end):
        return abs(stats.pearsonr(start + end, start - end).statistic)

    expected = stats.permutation_test(
        (START - START.mean(), END - END.mean()),
        correlation,
        permutation_type="samples",
        alternative="greater",
        n_resamples=numpy.inf,
    )
    assert sign_flip_p(START, END, EQUAL, seed=1) == pytest.approx(expected.pvalue)


def test_unweighted_correlation_is_scipys_and_weights_are_clones():
    expected = stats.pearsonr(START + END, START - END).statistic
    assert pitman_morgan_correlation(START, END, EQUAL) == pytest.approx(expected)
    copies = numpy.array([3, 1, 2, 1, 1, 2])
    cloned = stats.pearsonr((START + END).repeat(copies), (START - END).repeat(copies)).statistic
    assert pitman_morgan_correlation(START, END, copies / 10) == pytest.approx(cloned)


def test_many_draws_at_once_are_the_same_as_one_by_one():
    years = numpy.random.default_rng(3).normal(size=(2, 7, 20))
    share = numpy.arange(1, 21) / 210
    together = sign_flip_p(*years, share, seed=5)
    assert together == pytest.approx([sign_flip_p(*pair, share, seed=5) for pair in years.swapaxes(0, 1)])


def test_random_flips_count_the_sample_among_them():
    # dispersion falls to a tenth everywhere: no flip comes near
    start = numpy.random.default_rng(4).normal(size=40)
    assert sign_flip_p(start, start / 10, numpy.full(40, 1 / 40), seed=1) == pytest.approx(1 / (FLIPS + 1))


def test_five_regions_cannot_reach_five_percent():
    start = numpy.array([-4.0, -2, 0, 2.5, 4])
    assert sign_flip_p(start, start / 10, numpy.full(5, 0.2), seed=1) == pytest.approx(1 / 16)


@pytest.mark.parametrize("n", [31, 12, 9, 6])
@pytest.mark.parametrize("rho", [0.9, 0.95])
def test_constant_dispersion_is_called_converging_at_most_five_times_in_a_hundred(n, rho):
    random, kept = numpy.random.default_rng(7), rho**12
    start, new = random.normal(size=(2, 2_000, n))
    end = kept * start + numpy.sqrt(1 - kept**2) * new
    fell = end.std(axis=1) < start.std(axis=1)
    for weight in (numpy.ones(n), numpy.arange(1.0, n + 1)):
        assert ((sign_flip_p(start, end, weight / weight.sum(), seed=1) < 0.05) & fell).mean() <= 0.05


def test_clusters_are_flipped_together():
    # within clusters all alike: six clusters are six regions
    codes = numpy.arange(6).repeat(3)
    share = numpy.full(18, 1 / 18)
    clustered = sign_flip_p(START[codes], END[codes], share, 1, codes)
    assert clustered == pytest.approx(sign_flip_p(START, END, EQUAL, 1))
    with pytest.raises(RefusedError, match="5 clusters cannot reach"):
        sign_flip_p(START, END, EQUAL, 1, numpy.array([0, 1, 2, 3, 4, 4]))


def test_the_order_of_a_pair_is_its_own():
    pair, turned = paired(START, END, None), paired(END[::-1] + 3, START[::-1] + 9, None)
    assert turned.start == pytest.approx(pair.end)
    assert turned.end == pytest.approx(pair.start)
    assert START[pair.order] - START.mean() == pytest.approx(pair.start)


def test_what_cannot_be_paired_is_refused():
    with pytest.raises(RefusedError, match="6 regions in the first year, 5 in the last"):
        paired(START, END[:5], None)
    with pytest.raises(RefusedError, match="value is missing"):
        paired(START, numpy.where(END > 4, numpy.nan, END), None)
    with pytest.raises(RefusedError, match="weight is missing"):
        paired(START, END, numpy.array([1.0, 1, 1, 1, 1, 0]))
    with pytest.raises(RefusedError, match="all regions are equal"):
        paired(START, numpy.full(6, 2.0), None)
