from dataclasses import replace

import numpy as np
import pytest

from assets.statistics.clubs import find_clubs
from assets.statistics.hodrick_prescott import hodrick_prescott_trend
from assets.statistics.measured.clubs import measure
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel

YEARS = tuple(range(2000, 2024))
PATHS = np.cumsum(np.random.default_rng(14).normal(0.05, 0.03, size=(12, 24)), axis=1) + 9
PANEL = Panel(tuple(f"R{n}" for n in range(12)), YEARS, np.exp(PATHS), None, {}, {}, None)


def by_name(panel):
    return {(row.metric, row.key): row for row in measure(panel)}


def test_the_smoothing_is_in_the_name():
    found = by_name(PANEL)
    trend = hodrick_prescott_trend(PATHS, 400)
    ours = find_clubs(trend)
    members = [found["clubs.member", f"hp400_fqsb_c0|R{row}"].value for row in range(12)]
    assert members == [ours.number_of(row) for row in range(12)]
    for number, club in enumerate(ours.clubs, start=1):
        rejected = found["clubs.is_rejected", f"hp400_fqsb_c0|club{number}"].value
        assert rejected == (club.test.t <= -1.65)
    if ours.clubs:
        assert found["clubs.t", "hp400_fqsb_c0|club1"].value == pytest.approx(ours.clubs[0].test.t)
    assert isinstance(found["logt.global.AQSB", "hp400_std.err"], Measured)
    short = hodrick_prescott_trend(PATHS, 6.25)
    assert found["hp_trend.log.lambda6.25", "R3|2010"].value == pytest.approx(short[3, 10])


def test_decades_have_no_annual_trend():
    decades = replace(PANEL, years=tuple(range(1800, 2040, 10)))
    rows = list(measure(decades))
    assert all(isinstance(row, Refused) for row in rows)
    assert ["consecutive years" in row.reason for row in rows] == [True, True, False]


def test_a_gap_is_a_reason():
    gapped = PANEL.values.copy()
    gapped[2, 3] = np.nan
    rows = list(measure(replace(PANEL, values=gapped)))
    assert ["no log" in row.reason for row in rows] == [True, True, False]
    assert "or one is missing" in rows[2].reason


def test_a_panel_of_logs_is_tested_as_it_stands_and_levels_are_not():
    found = by_name(replace(PANEL, values=PATHS))
    members = [found["clubs.member", f"fqsb_c0|R{row}"].value for row in range(12)]
    assert members == [find_clubs(PATHS).number_of(row) for row in range(12)]
    assert "the values are levels" in by_name(PANEL)["clubs.n", "as_given"].reason


def test_a_short_panel_has_trends_but_no_clubs():
    short = replace(PANEL, years=YEARS[:8], values=PANEL.values[:, :8])
    found = by_name(short)
    assert isinstance(found["hp_trend.log.lambda6.25", "R0|2003"], Measured)
    assert "12 regions over 8 periods" in found["clubs.n", "hp400_fqsb_c0"].reason
    assert "log t with 8 periods" in found["logt.global.FQSB", "hp400_"].reason


def test_one_period_has_nothing_to_smooth():
    rows = list(measure(replace(PANEL, years=YEARS[:1], values=PANEL.values[:, :1])))
    assert ["one period, nothing to smooth" in row.reason for row in rows] == [True, True, False]
