"""The level of the break test decides the word, exactly at its value."""

import numpy
import pytest

from assets.statistics import policy_break
from assets.statistics.break_level import LEVEL
from assets.statistics.policy_break import judge_break

YEARS = numpy.arange(2000, 2025)


def test_is_stricter_than_the_usual_one_in_twenty():
    assert 0 < LEVEL < 0.05
    assert policy_break.LEVEL is LEVEL


@pytest.mark.parametrize("seed", range(12))
def test_decides_between_a_change_and_none(seed):
    random = numpy.random.default_rng(seed)
    series = 0.8 - 0.02 * (YEARS - 2000) + 0.02 * (YEARS >= 2012) + 0.01 * random.normal(size=25).cumsum()
    found = judge_break(YEARS, series, 2012)
    assert (found.word == "no change found") is (found.test.p >= LEVEL)
