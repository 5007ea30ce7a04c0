"""Rows to gaps: order, breaks, and the newest stretch a trend may be taken of."""

from numpy import arange, testing

from assets.statistics.gap_series import gap_series
from assets.statistics.recent_gap import recent_gap


def series(gaps, breaks=None, first=2001):
    counts = breaks or [0] * len(gaps)
    rows = [("latest", "gdp", "bloc", first + n, gap, counts[n]) for n, gap in enumerate(gaps)]
    return next(gap_series(rows))


def test_a_series_is_its_years_and_gaps():
    found = series([0.3, 0.2])
    assert found.key == ("latest", "gdp", "bloc")
    testing.assert_array_equal(found.years, [2001, 2002])
    testing.assert_array_equal(found.gap, [0.3, 0.2])


def test_the_newest_run_with_at_most_twelve_changes():
    years, gap, window, is_above = recent_gap(series(list(arange(20.0))))
    assert (len(years), len(gap), window, is_above) == (20, 20, 12, False)
    years, _, window, _ = recent_gap(series([1.0] * 20, [0] * 10 + [1] * 10))
    assert (years[0], window) == (2011, 9)


def test_a_group_above_the_nation_is_turned_round():
    _, gap, _, is_above = recent_gap(series([-0.5] * 12))
    assert (gap[-1], is_above) == (0.5, True)


def test_eight_changes_are_needed():
    assert recent_gap(series([1.0] * 8)) is None
    assert recent_gap(series([1.0] * 9)) is not None
