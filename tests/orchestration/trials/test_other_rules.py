"""What other rules say, on draws made for the purpose."""

import numpy
import pytest
from scipy import stats

from orchestration.trials.other_rules import false_good_news


def draws(factor, n=12, number=50):
    random = numpy.random.default_rng(4)
    start = random.normal(size=(number, n))
    return start, factor * (0.8 * start + 0.6 * random.normal(size=(number, n)))


def test_each_rule_sees_a_strong_fall_and_none_a_rise():
    fallen, risen = false_good_news(*draws(0.2), None), false_good_news(*draws(5.0), None)
    assert set(fallen) == {"by t", "by T3", "by beta", "by two dates"}
    assert min(fallen.values()) > 95
    assert max(risen.values()) < 5


def test_students_t_is_scipys_and_weighted_it_stands_alone():
    start, end = draws(0.8)
    p = [stats.pearsonr(a + b, a - b, alternative="greater").pvalue for a, b in zip(start, end, strict=True)]
    assert false_good_news(start, end, None)["by t"] == pytest.approx(
        100 * numpy.mean(numpy.array(p) < 0.025)
    )
    assert set(false_good_news(start, end, numpy.arange(1.0, 13))) == {"by t"}
    equal = false_good_news(start, end, numpy.full(12, 3.0))
    assert equal["by t"] == false_good_news(start, end, None)["by t"]
