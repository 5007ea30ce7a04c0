"""metrics/parity_fan: fifteen years ahead, past fans beside what came, none for short series."""

import numpy
import pytest

from tests.assets.statistics.models.running import gaps, panel, rows_of

COURSE = 0.6 - 0.01 * numpy.arange(24) + numpy.random.default_rng(4).normal(0, 0.004, 24).cumsum()
QUANTILES = ("gap_low", "gap_lower_quartile", "gap_median", "gap_upper_quartile", "gap_high")


def fans(course=COURSE, first=2001, **changes):
    given = {
        "metrics/gap_to_nation": gaps(course, first, **changes),
        "core/panel_values": panel({"a": [1.0]}, group="bloc"),
    }
    return rows_of("parity_fan", given)


def test_the_fan_ahead_opens_around_the_trend():
    ahead = [row for row in fans() if row["origin_period"] == 2024]
    assert [row["period"] for row in ahead] == list(range(2025, 2040))
    widths = [row["gap_high"] - row["gap_low"] for row in ahead]
    assert widths[0] < widths[4] < widths[9] < widths[14]
    for row in ahead:
        figures = [row[name] for name in QUANTILES]
        assert figures == sorted(figures)
        assert row["observed_gap"] is None


def test_past_fans_stand_beside_what_came():
    for origin in (2012, 2017):
        past = [row for row in fans() if row["origin_period"] == origin]
        assert [row["period"] for row in past] == list(range(origin + 1, 2025))
        assert [row["observed_gap"] for row in past] == pytest.approx(COURSE[origin - 2000 :].tolist())
        assert {row["gap_median"] for row in past} == {None}


def test_an_origin_with_too_few_years_before_is_left_out():
    assert {row["origin_period"] for row in fans(COURSE[4:], 2005)} == {2017, 2024}


def test_a_short_series_has_no_fan():
    assert fans(COURSE[:8]) == []
    assert fans(breaks=[2020]) == []
