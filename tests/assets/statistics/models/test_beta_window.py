"""metrics/beta_window: worked, recomputed, breaks, what has no logarithm."""

import math

import numpy
import pytest

from assets.statistics.beta import convergence
from tests.assets.statistics.models.running import panel, rows_of

RANDOM = numpy.random.default_rng(7)
PATHS = {str(region): numpy.exp(RANDOM.normal(2, 0.4, size=4)) for region in range(6)}


def windows(**changes):
    return rows_of("beta_window", {"core/panel_values": panel(PATHS, **changes)})


def test_worked_example():
    # logs 0, 1, 2, 3, 4 become 0, .5, 1, 1.5, 2 in two years and a little: growth falls by .25 for 1 more
    logs = numpy.arange(5.0)
    end = logs / 2 + numpy.array([0.02, -0.01, -0.02, -0.01, 0.02])
    paths = {
        str(place): [math.exp(start), 1.0, math.exp(last)]
        for place, (start, last) in enumerate(zip(logs, end, strict=True))
    }
    found = {
        (row["period_start"], row["period_end"]): row
        for row in rows_of("beta_window", {"core/panel_values": panel(paths)})
    }
    row = found[2001, 2003]
    assert row["beta"] == pytest.approx(-0.25)
    # 1 + beta T = .5: half of a gap is gone in the two years
    assert row["convergence_rate"] == pytest.approx(math.log(2) / 2)
    assert row["half_life"] == pytest.approx(2)
    # to 2002, when all were equal, the fit is exact, and from there no start differs: no window
    assert set(found) == {(2001, 2003)}


def test_every_window_is_the_regression_of_its_two_years():
    values = numpy.array(list(PATHS.values()))
    for row in windows():
        start, end = row["period_start"] - 2001, row["period_end"] - 2001
        fit = convergence(values[:, start], values[:, end], end - start).fit
        assert row["beta"] == pytest.approx(float(fit.coefficients[1]), rel=1e-9)
        assert row["standard_error"] == pytest.approx(float(fit.hc1_errors[1]), rel=1e-9)
        assert row["p_value"] == pytest.approx(fit.p_value(1, fit.hc1_errors), rel=1e-9)
        assert row["r_squared"] == pytest.approx(fit.r_squared, rel=1e-9)
        assert row["n_members"] == 6
    assert len(windows()) == 4 * 3 / 2


def test_a_break_marks_the_windows_that_hold_it():
    marked = {(row["period_start"], row["period_end"]): row["has_break"] for row in windows(breaks=[2003])}
    assert {window for window, has_break in marked.items() if has_break} == {
        (start, end) for start in (2001, 2002) for end in (2003, 2004)
    }


def test_four_members_and_values_without_logarithm_have_no_window():
    few = panel({region: PATHS[region] for region in "0123"}, indicator_id="few")
    zero = panel(PATHS | {"0": [0, 1, 2, 3]}, indicator_id="zero")
    assert rows_of("beta_window", {"core/panel_values": few + zero}) == []
