"""Rows of zones that overlap."""

import pytest

from assets.statistics import overlapping
from assets.statistics.measured import overlapping as measured
from tests.assets.statistics.measured.panels import numbers, refusals, small_panel

PANEL = small_panel()
FIRST = PANEL.values[:, 0]


def test_names_and_keys():
    rows = list(measured.measure(PANEL))
    found = numbers(rows)
    assert "belt and delta share 2 regions" in refusals(rows)["zones_as_partition", "all"]
    shapley = overlapping.shapley_between(FIRST, None, PANEL.zones)
    assert found["shapley_T_between.u", "2000|ring"] == shapley.shares["ring"]
    assert found["shapley_T_between.u", "2000|sum"] == pytest.approx(found["zone_cells.T_between.u", "2000"])
    parts = [
        found[f"zone_nested_theil.w.{part}", "2000|belt>delta"]
        for part in ("between1", "between2_in_1", "within")
    ]
    assert sum(parts) == pytest.approx(found["zone_nested_theil.w.total", "2000|belt>delta"])
    assert not any("ring>" in key or ">ring" in key for _, key in found)
    assert list(measured.measure(small_panel(zones={}))) == []
