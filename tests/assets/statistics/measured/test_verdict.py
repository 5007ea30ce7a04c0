"""The verdict as rows: the figures of `judge`, found once for the screen and the file."""

import numpy as np
import pytest

from assets.statistics import verdict as verdicts
from assets.statistics.headline import headline
from assets.statistics.measured import verdict
from assets.statistics.measured.rows import Measured
from assets.statistics.panel import NO_YEAR
from assets.statistics.verdict import judge
from tests.assets.statistics.measured.panels import PEOPLE, numbers, refusals, small_panel

PANEL = small_panel()


def test_rows_are_the_figures_of_the_verdict_of_the_first_and_last_year():
    found = numbers(verdict.measure(PANEL))
    start, end = np.log(PANEL.values[:, 0]), np.log(PANEL.values[:, -1])
    for suffix, weight in (("u", None), ("w", PEOPLE)):
        evidence = judge(start, end, 4, weight).evidence
        wanted = {
            "p": evidence.p,
            "log_change": evidence.change.estimate,
            "low": evidence.change.low,
            "high": evidence.change.high,
            "sigma_start": evidence.start,
            "sigma_end": evidence.end,
        }
        for name, value in wanted.items():
            assert found[f"verdict.{name}.{suffix}", "2000-2004"] == value
        # the change is of the two sigmas: ln(end / start)
        change = np.log(evidence.end / evidence.start)
        assert found[f"verdict.log_change.{suffix}", "2000-2004"] == pytest.approx(change)
    assert len(found) == 14


def test_one_weight_holds_for_both_years():
    weights = PANEL.weights.copy()
    weights[:, -1] = weights[::-1, -1]
    found = numbers(verdict.measure(small_panel(weights=weights)))
    logs = np.log(PANEL.values[:, 0])
    share = (PEOPLE + PEOPLE[::-1]) / (PEOPLE + PEOPLE[::-1]).sum()
    sigma = np.sqrt((share * (logs - (share * logs).sum()) ** 2).sum())
    assert found["verdict.sigma_start.w", "2000-2004"] == pytest.approx(sigma)


@pytest.mark.parametrize(("factor", "direction"), [(0.5, -1), (2.0, 1), (1.0, 0)])
def test_the_direction_is_a_number(factor, direction):
    rng = np.random.default_rng(3)
    start = rng.normal(0, 0.5, 20)
    logs = np.column_stack([start, factor * start + rng.normal(0, 0.02, 20)])
    given = small_panel(
        regions=tuple(f"R{place}" for place in range(20)),
        years=(2000, 2010),
        values=np.exp(9 + logs),
        weights=None,
        partitions={},
        zones={},
        totals=None,
    )
    assert numbers(verdict.measure(given))["verdict.direction.u", "2000-2010"] == direction


def test_every_row_is_refused_for_the_reason_of_the_verdict():
    few = small_panel(
        regions=tuple("ABCD"),
        values=PANEL.values[:4],
        weights=PANEL.weights[:4],
        partitions={},
        zones={},
        totals=None,
    )
    reasons = refusals(verdict.measure(few))
    assert len(reasons) == 14
    assert reasons["verdict.p.u", "2000-2004"] == (
        "too few units for a verdict: 4 with a value in both years, 5 are needed; compare the levels"
    )
    zero = PANEL.values.copy()
    zero[0, 0] = 0
    reasons = refusals(verdict.measure(small_panel(values=zero)))
    assert "no logarithm; use the coefficient of variation" in reasons["verdict.direction.w", "2000-2004"]


def test_a_year_linear_in_the_other_is_refused_without_a_warning():
    line = PANEL.values.copy()
    line[:, -1] = 100 * line[:, 0] ** 0.5
    rows = list(verdict.measure(small_panel(values=line)))
    assert not any(isinstance(row, Measured) for row in rows)
    assert "straight line in the other" in rows[0].reason


def test_a_single_year_and_no_value_have_no_rows():
    assert list(verdict.measure(small_panel(values=np.full((6, 5), np.nan)))) == []
    single = small_panel(
        years=(NO_YEAR,), values=PANEL.values[:, :1], weights=PANEL.weights[:, :1], totals=None
    )
    assert list(verdict.measure(single)) == []


def test_screen_and_rows_are_of_one_computation(monkeypatch):
    asked = []

    def counted(*arguments):
        asked.append(arguments)
        return verdicts.judge(*arguments)

    monkeypatch.setattr(verdict, "judge", counted)
    verdict._judged.cache_clear()
    panel = small_panel(values=PANEL.values * 1.5)
    headline(panel)
    list(verdict.measure(panel))
    assert len(asked) == 2  # unweighted and weighted
