"""metrics/sigma_window: every start and end, both weightings, breaks inside, small groups left out."""

import math

import pytest

from tests.sql.given import run_model

SIGMAS = {2001: 0.5, 2003: 0.4, 2004: 0.45}


def windows(members=5, breaks=(), weighted=True, sigmas=SIGMAS):
    key = {"view_id": "latest", "indicator_id": "income", "group_id": "nation", "membership": "dated"}
    panel = [
        key
        | {"period": period, "region_id": f"r{region}", "n_breaks": sum(year <= period for year in breaks)}
        for period in SIGMAS
        for region in range(members)
    ]
    measured = [
        key | {"period": period, "weighting": weighting, "value": value and value + extra}
        for period, value in sigmas.items()
        for weighting, extra in (("unweighted", 0.0), ("weighted", 0.1))
        if weighted or weighting == "unweighted"
    ]
    other = [row | {"membership": "fixed", "value": 9.0} for row in measured]
    found = run_model(
        {"metrics/sd_log": measured + other, "core/panel_values": panel}, "metrics/sigma_window"
    )
    return {(row["period_start"], row["period_end"], row["weighting"]): row for row in found}


def test_worked_example():
    # .5 to .4 is a fall of .1, a fifth
    found = windows()
    row = found[2001, 2003, "unweighted"]
    assert (row["sigma_start"], row["sigma_end"]) == (0.5, 0.4)
    assert row["sigma_change"] == pytest.approx(-0.1)
    assert row["relative_sigma_change"] == pytest.approx(-0.2)
    assert found[2001, 2003, "weighted"]["sigma_start"] == pytest.approx(0.6)
    assert row["n_members"] == 5
    assert len(found) == 3 * 2


def test_changes_add_up_along_the_years():
    found = windows()
    parts = found[2001, 2003, "weighted"]["sigma_change"] + found[2003, 2004, "weighted"]["sigma_change"]
    assert found[2001, 2004, "weighted"]["sigma_change"] == pytest.approx(parts)
    assert math.isclose(found[2001, 2004, "unweighted"]["sigma_change"], -0.05)


def test_a_break_marks_the_windows_that_hold_it():
    found = windows(breaks=[2002])
    assert {key[:2] for key, row in found.items() if row["has_break"]} == {(2001, 2003), (2001, 2004)}


def test_four_members_have_no_window():
    assert windows(members=4) == {}


def test_a_year_without_value_or_weights_leaves_the_others():
    assert {key[:2] for key in windows(sigmas=SIGMAS | {2003: None})} == {(2001, 2004)}
    assert {weighting for _, _, weighting in windows(weighted=False)} == {"unweighted"}
