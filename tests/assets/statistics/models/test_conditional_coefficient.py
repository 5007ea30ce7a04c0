"""metrics/conditional_coefficient: each control against the regression by hand, reasons beside it."""

import numpy as np
import pytest

from tests.assets.statistics.models.conditioned import BIRTHS, OUTCOME, REGIONS, STUDENTS, tables
from tests.assets.statistics.models.running import rows_of


def first_year(paths: dict[str, list[float]]) -> np.ndarray:
    return np.array([paths[region][0] for region in REGIONS])


def test_against_the_regression_by_hand():
    design = np.column_stack(
        [
            np.ones(20),
            np.log(first_year(OUTCOME)),
            np.log(first_year(STUDENTS)),
            first_year(BIRTHS),
        ]
    )
    growth = np.array([np.log(OUTCOME[region][2] / OUTCOME[region][0]) / 2 for region in REGIONS])
    expected = np.linalg.lstsq(design, growth, rcond=None)[0]
    found = {
        row["control_indicator_id"]: row
        for row in rows_of("conditional_coefficient", tables())
        if row["conditioning_set_id"] == "both" and row["period_end"] == 2003 and row["period_start"] == 2001
    }
    assert found["students"]["coefficient"] == pytest.approx(expected[2])
    assert found["births"]["coefficient"] == pytest.approx(expected[3])
    assert {name: row["transformation"] for name, row in found.items()} == {
        "students": "log",
        "births": "level",
    }
    for place, name in ((2, "students"), (3, "births")):
        others = np.delete(design, place, axis=1)
        left = design[:, place] - others @ np.linalg.lstsq(others, design[:, place], rcond=None)[0]
        around = design[:, place] - design[:, place].mean()
        assert found[name]["variance_inflation"] == pytest.approx((around @ around) / (left @ left))


def test_one_row_a_control_also_without_figures():
    found = rows_of("conditional_coefficient", tables())
    # three windows of one control and of two
    assert len(found) == 3 * 1 + 3 * 2
    for row in found:
        assert (row["coefficient"] is None) == (row["null_reason"] is not None)
        lacking = row["conditioning_set_id"] == "both" and row["period_start"] == 2002
        assert (row["null_reason"] is not None) == lacking


def test_errors_and_p_belong_together():
    for row in rows_of("conditional_coefficient", tables()):
        if row["coefficient"] is not None:
            assert row["hc3_standard_error"] > row["standard_error"] > 0
            assert 0 <= row["p_value"] <= 1
