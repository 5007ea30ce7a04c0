"""Windows of the warehouse's panels with their controls: the order of sets and controls, HC3 that fails."""

import numpy as np

from assets.statistics.conditioning import conditional_windows, hc3_error
from assets.statistics.regression import least_squares
from tests.assets.statistics.models.conditioned import tables
from tests.sql.given import Row

CELLS = ("view_id", "indicator_id", "group_id", "period", "region_id", "value", "weight", "n_breaks")
CONTROL = ("conditioning_set_id", "indicator_id", "control_indicator_id", "transformation")


def lines(rows: list[Row], columns: tuple[str, ...], order: int) -> list[tuple]:
    return sorted((tuple(row[name] for name in columns) for row in rows), key=lambda line: line[:order])


def test_controls_stand_in_the_order_of_the_file_and_windows_in_that_of_years():
    given = tables()
    chosen = [tuple(row[name] for name in CONTROL) for row in given["core/conditioning"]]
    found = list(conditional_windows(chosen, lines(given["core/panel_values"], CELLS, 5)))
    assert [window.key[3:] for window in found] == [
        (set_id, start, end)
        for set_id in ("births", "both")
        for start, end in ((2001, 2002), (2001, 2003), (2002, 2003))
    ]
    both = next(window for window in found if window.set_id == "both")
    assert both.controls == (("students", "log"), ("births", "level"))
    assert both.found is not None
    assert both.found.joint.dummies == ("students", "births")


def test_an_indicator_without_a_panel_has_no_windows():
    chosen = [("set", "elsewhere", "births", "level")]
    assert list(conditional_windows(chosen, lines(tables()["core/panel_values"], CELLS, 5))) == []


def test_where_one_region_decides_a_coefficient_there_is_no_hc3_error():
    # a column that is 0 but for one region: its leverage is 1
    rng = np.random.default_rng(1)
    alone = np.zeros(15)
    alone[3] = 1
    fit = least_squares(rng.normal(size=15), rng.normal(size=15), alone)
    assert hc3_error(fit, 1) is None
    usual = least_squares(rng.normal(size=15), rng.normal(size=15))
    assert hc3_error(usual, 1) == usual.hc3_errors[1]
