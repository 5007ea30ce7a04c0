"""The verdict on convergence, its evidence and its refusals."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from assets.statistics import verdict
from assets.statistics.bootstrap_change import Interval
from assets.statistics.dispersion import pitman_morgan, standard_deviation
from assets.statistics.paired_variance import paired
from assets.statistics.refusal import RefusedError
from assets.statistics.verdict import holm, judge, word_of
from tests.truth.panels import TRUTH

OPPOSITE = {"converging": "diverging", "diverging": "converging", "inconclusive": "inconclusive"}


def panel(n=31, closing=0.7, seed=2):
    """Logs of regions whose distances shrink to `closing` of themselves, with some news."""
    random = numpy.random.default_rng(seed)
    start = 9 + 0.5 * random.normal(size=n)
    return start, 10 + closing * (start - 9) + 0.05 * random.normal(size=n), random.uniform(1, 10, size=n)


@pytest.mark.parametrize("weighted", [False, True])
def test_converging_diverging_and_neither(weighted):
    start, end, weight = panel()
    weight = weight if weighted else None
    assert judge(start, end, 10, weight).word == "converging"
    assert judge(end, start, 10, weight).word == "diverging"
    assert judge(start, start + 0.1 * panel(seed=9)[1], 10, weight).word == "inconclusive"


def test_evidence_is_what_it_says():
    start, end, weight = panel(12)
    found = judge(start, end, 10).evidence
    assert found.statistic == pytest.approx(pitman_morgan(start, end).statistic)
    assert found.start == pytest.approx(start.std())
    assert found.change.estimate == pytest.approx(numpy.log(end.std() / start.std()))
    assert found.beta == pytest.approx(stats.linregress(start, (end - start) / 10).slope)
    assert found.p_clustered is None
    found = judge(start, end, 10, weight).evidence
    assert found.end == pytest.approx(standard_deviation(end, weight))
    assert found.beta == pytest.approx(numpy.polyfit(start, (end - start) / 10, 1, w=weight**0.5)[0])


def test_the_region_that_moves_the_change_most_is_named():
    start, end, weight = panel(12, closing=1.0)
    end[4] += 3
    found = judge(start, end, 10, weight).evidence
    without = [
        numpy.log(
            standard_deviation(numpy.delete(end, i), numpy.delete(weight, i))
            / standard_deviation(numpy.delete(start, i), numpy.delete(weight, i))
        )
        for i in range(12)
    ]
    assert (found.influence.lowest, found.influence.highest) == pytest.approx((min(without), max(without)))
    assert found.most_influential == found.influence.lowest_without == 4


def test_beta_alone_never_makes_a_verdict():
    # ranks are exchanged, nothing else: beta is -2/T, its error 0.06/T, dispersion the same
    start = numpy.linspace(0, 1, 20)
    end = start[::-1] + 0.02 * panel(20)[0]
    verdict = judge(start, end, 1)
    assert stats.linregress(start, end - start).pvalue < 1e-9
    assert verdict.evidence.beta < -1.9
    assert verdict.word == "inconclusive"


def test_test_and_interval_must_agree():
    assert word_of(0.01, Interval(-0.3, -0.5, -0.1)) == "converging"
    assert word_of(0.01, Interval(0.3, 0.1, 0.5)) == "diverging"
    assert word_of(0.01, Interval(-0.3, -0.7, 0.1)) == "inconclusive"
    assert word_of(0.05, Interval(-0.3, -0.5, -0.1)) == "inconclusive"


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000), st.integers(5, 20), st.floats(-5, 5), st.floats(0.5, 1.5))
def test_unit_order_of_regions_and_direction_of_time(seed, n, shift, closing):
    start, end, weight = panel(n, closing, seed)
    order = numpy.random.default_rng(seed).permutation(n)
    verdict = judge(start, end, 10, weight)
    moved = judge(start[order] + shift, end[order] + shift, 10, 3 * weight[order])
    assert moved.word == verdict.word
    assert moved.evidence.p == pytest.approx(verdict.evidence.p)
    assert order[moved.evidence.most_influential] == verdict.evidence.most_influential
    back = judge(end, start, 10, weight)
    assert back.word == OPPOSITE[verdict.word]
    assert back.evidence.p == pytest.approx(verdict.evidence.p)


def test_a_verdict_is_the_same_each_time_and_clusters_are_passed_on():
    start, end, _ = panel()
    clusters = numpy.arange(31) % 7
    found = judge(start, end, 10, clusters=clusters)
    assert found == judge(start, end, 10, clusters=clusters)
    order = numpy.random.default_rng(1).permutation(31)
    moved = judge(start[order], end[order], 10, clusters=clusters[order])
    assert moved.evidence.p_clustered == pytest.approx(found.evidence.p_clustered)


def test_too_few_units_and_breaks_are_words_not_errors():
    start, end, _ = panel(4)
    assert judge(start, end, 10).word == "too few units"
    assert judge(start, end, 10, has_break=True).word == "too few units"
    start, end, _ = panel(12)
    verdict = judge(start, end, 10, has_break=True)
    assert (verdict.word, verdict.n, verdict.evidence) == ("not testable (break)", 12, None)


def test_missing_values_and_wrong_years_are_refused():
    start, end, weight = panel(12)
    with pytest.raises(RefusedError, match="value is missing"):
        judge(start, numpy.where(end > 10, numpy.nan, end), 10)
    with pytest.raises(RefusedError, match="the end must be later"):
        judge(start, end, 0)
    with pytest.raises(RefusedError, match="weight is missing"):
        judge(start, end, 10, numpy.where(weight > 5, numpy.nan, weight))
    for line in (start + 1, 0.5 * start):
        with pytest.raises(RefusedError, match="a straight line in the other"):
            judge(start, line, 10, weight)
    with pytest.raises(RefusedError, match="without one region"):
        judge(numpy.array([1.0, 1, 1, 1, 1, 3]), numpy.array([1.0, 2, 3, 4, 5, 6]), 10)


def test_holm():
    # smallest times 3, next times 2, largest as it is, never below the one before
    assert holm(numpy.array([0.01, 0.04, 0.03])) == pytest.approx([0.03, 0.06, 0.06])
    assert holm(numpy.array([0.5, 0.9])) == pytest.approx([1, 1])


def test_provinces_drew_closer_until_2012_and_not_clearly_since():
    file = TRUTH / "china_gdppc" / "panel.csv"
    if not file.exists():
        pytest.skip("needs ../shared/truth/china_gdppc")
    import csv

    figures = {}
    with file.open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            figures.setdefault(int(line["year"]), []).append((float(line["y"]), float(line["pop"])))
    year = {year: numpy.array(rows) for year, rows in figures.items()}
    for weighted in (False, True):
        words = {}
        for first, last in ((2000, 2012), (2012, 2024), (2000, 2024)):
            start, end = year[first], year[last]
            weight = (start[:, 1] + end[:, 1]) / 2 if weighted else None
            words[first, last] = judge(
                numpy.log(start[:, 0]), numpy.log(end[:, 0]), last - first, weight
            ).word
        assert words == {
            (2000, 2012): "converging",
            (2012, 2024): "inconclusive",
            (2000, 2024): "converging",
        }


def test_near_the_limit_more_draws_settle_the_word(monkeypatch):
    """p and interval are asked again with more draws until they are clear of the limit, or draws end."""
    asked = []

    def p_of(*_, flips):
        asked.append(flips)
        return {1_999: 0.055, 19_999: 0.049}.get(flips, 0.0485)

    monkeypatch.setattr(verdict, "sign_flip_p", p_of)
    pair = paired(numpy.arange(6.0), numpy.arange(6.0) ** 1.1, None)
    assert verdict._settled_p(pair, 1, 100) == 0.0485
    assert asked == [1_999, 19_999, 99_999]


def test_far_from_the_limit_the_first_draws_do(monkeypatch):
    asked = []

    def change_of(*arguments):
        asked.append(arguments[-1])
        return Interval(-0.3, -0.5, -0.1)

    monkeypatch.setattr(verdict, "change_of_pair", change_of)
    pair = paired(numpy.arange(6.0), numpy.arange(6.0) ** 1.1, None)
    assert verdict._settled_change(pair, 1, 100).low == -0.5
    assert asked == [999]
