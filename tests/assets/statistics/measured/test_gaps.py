"""Rows of levels and gaps."""

import numpy
import pytest

from assets.statistics import gaps
from assets.statistics.measured import gaps as measured
from tests.assets.statistics.measured.panels import PEOPLE, numbers, refusals, small_panel

PANEL = small_panel()
FIRST, LAST = PANEL.values[:, 0], PANEL.values[:, 4]
HALVES = numpy.array(PANEL.partitions["halves"])


def test_names_and_keys():
    found = numbers(measured.measure(PANEL))
    assert found["n.u", "2003"] == 5
    assert found["mean.w", "2000"] == pytest.approx(numpy.average(FIRST, weights=PEOPLE))
    levels = gaps.group_levels(FIRST, PEOPLE, HALVES)
    assert found["group.mean.w", "2000|halves|G"] == levels["G"]
    assert found["gap.ratio", "2000|H|G"] == pytest.approx(levels["H"] / levels["G"])
    assert found["gap.log", "2000|H|G"] > 0 > found["gap.log", "2000|G|H"]
    assert found["time_to_parity.poorest_to_richest", "2000-2004"] == gaps.poorest_to_richest(FIRST, LAST, 4)


def test_too_many_groups_for_every_pair_are_refused_by_name(monkeypatch):
    monkeypatch.setattr(measured, "MOST_GROUPS", 2)
    rows = list(measured.measure(PANEL))
    assert "3 groups make 9 gaps" in refusals(rows)["gap.ratio", "2000|thirds"]
    assert ("gap.ratio", "2000|H|G") in numbers(rows)


def test_gaps_are_unweighted_where_there_are_no_weights():
    found = numbers(measured.measure(small_panel(weights=None)))
    assert found["gap.ratio", "2000|H|G"] == pytest.approx(FIRST[:3].mean() / FIRST[3:].mean())
