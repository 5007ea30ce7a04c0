"""metrics/conditional_beta: both betas against the regressions by hand, reasons where there is none."""

import math

import numpy as np
import pytest

from tests.assets.statistics.models.conditioned import BIRTHS, OUTCOME, REGIONS, SETS, STUDENTS, tables
from tests.assets.statistics.models.running import panel, rows_of
from tests.sql.given import Row


def of_year(paths: dict[str, list[float]], year: int) -> np.ndarray:
    return np.array([paths[region][year - 2001] for region in REGIONS])


def by_window(found: list[Row]) -> dict[tuple[str, int, int], Row]:
    return {(row["conditioning_set_id"], row["period_start"], row["period_end"]): row for row in found}


def slope(design: np.ndarray, start: int, end: int) -> float:
    growth = np.log(of_year(OUTCOME, end) / of_year(OUTCOME, start)) / (end - start)
    return float(np.linalg.lstsq(design, growth, rcond=None)[0][1])


def test_against_the_regressions_by_hand():
    found = by_window(rows_of("conditional_beta", tables()))
    assert len(found) == 2 * 3
    for start, end in ((2001, 2002), (2001, 2003), (2002, 2003)):
        columns = [np.ones(20), np.log(of_year(OUTCOME, start)), of_year(BIRTHS, start)]
        row = found["births", start, end]
        assert row["beta"] == pytest.approx(slope(np.column_stack(columns), start, end))
        assert row["unconditional_beta"] == pytest.approx(slope(np.column_stack(columns[:2]), start, end))
        assert (row["n_members"], row["n_controls"], row["null_reason"]) == (20, 1, None)
    columns = [
        np.ones(20),
        np.log(of_year(OUTCOME, 2001)),
        np.log(of_year(STUDENTS, 2001)),
        of_year(BIRTHS, 2001),
    ]
    both = found["both", 2001, 2003]
    assert both["beta"] == pytest.approx(slope(np.column_stack(columns), 2001, 2003))
    assert both["n_controls"] == 2
    # the same regions: without controls the set cannot matter
    assert both["unconditional_beta"] == found["births", 2001, 2003]["unconditional_beta"]


def test_rate_and_half_life_follow_from_beta():
    for row in rows_of("conditional_beta", tables()):
        for prefix in ("", "unconditional_"):
            if row["beta"] is None:
                continue
            left = 1 + row[f"{prefix}beta"] * (row["period_end"] - row["period_start"])
            rate, half_life = row[f"{prefix}convergence_rate"], row[f"{prefix}half_life"]
            span = row["period_end"] - row["period_start"]
            assert rate == (pytest.approx(-math.log(left) / span) if left > 0 else None)
            assert half_life == (pytest.approx(math.log(2) / rate) if rate and rate > 0 else None)


def test_small_sample_errors_are_larger():
    for row in rows_of("conditional_beta", tables()):
        if row["beta"] is not None:
            assert row["hc3_standard_error"] > row["standard_error"] > 0
            assert 0 <= row["p_value"] <= 1


def test_a_control_not_known_in_the_first_year_is_named():
    found = by_window(rows_of("conditional_beta", tables()))
    lacking = found["both", 2002, 2003]
    assert (lacking["beta"], lacking["unconditional_beta"]) == (None, None)
    assert lacking["null_reason"].startswith(
        "refused: students has no figure of every region in 2002 in the view latest"
    )


def test_a_view_without_controls_has_reasons_only():
    found = rows_of("conditional_beta", tables(view_id="census5"))
    assert len(found) == 6
    assert {row["beta"] for row in found} == {None}
    assert all("in the view census5" in row["null_reason"] for row in found)


def test_too_few_regions_are_refused():
    given = tables()
    few = REGIONS[:12]
    given["core/panel_values"] = [row for row in given["core/panel_values"] if row["region_id"] in few]
    found = by_window(rows_of("conditional_beta", given))
    # three coefficients need 13
    assert found["births", 2001, 2003]["null_reason"].startswith("refused: 12 regions for 3 coefficients, 13")


def test_a_logarithm_of_zero_is_refused():
    given = tables()
    zero = panel(STUDENTS | {"r00": [0.0]}, indicator_id="students")
    given["core/panel_values"] = [*given["core/panel_values"][:120], *zero]
    assert {row["control_indicator_id"] for row in SETS} == {"births", "students"}
    found = by_window(rows_of("conditional_beta", given))
    assert "students is not above 0 everywhere in 2001" in found["both", 2001, 2003]["null_reason"]


def test_a_break_inside_the_window_is_marked():
    given = tables()
    broken = panel(OUTCOME, breaks=(2003,))
    given["core/panel_values"] = [
        row for row in given["core/panel_values"] if row["indicator_id"] != "gdp_per_head"
    ] + broken
    found = by_window(rows_of("conditional_beta", given))
    assert {end: found["births", 2001, end]["has_break"] for end in (2002, 2003)} == {2002: False, 2003: True}
