"""Do poorer provinces still grow faster once their other differences are allowed for?"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.conditional_beta_estimates import Estimate, Window, set_name, windows, with_set
from assets.charts.conditional_beta_rows import drawn
from assets.charts.facts import computed, figure, first_year, last_year, rows_of
from assets.charts.reading import ChartError
from assets.charts.words import COLUMNS, JOINT
from assets.wording.figures import Figure, Wording, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "conditional_beta"

# The longest run of years on one basis and the years since the base year of official comparisons.
QUERY = """
select *
from marts.conditional_beta
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
    and group_id = 'national31'
    and not has_break
qualify period_end = max(period_end) over ()
    and period_start in (min(period_start) over (partition by period_end), 2012)
order by
    period_start, count(beta) over (partition by conditioning_set_id) desc, n_controls, conditioning_set_id
"""

COLUMNS.update(
    control_names={"zh-Hans": "控制变量", "zh-Hant": "控制變量", "en": "Controls"},
    beta={"zh-Hans": "斜率（有控制变量）", "zh-Hant": "斜率（有控制變量）", "en": "Slope with controls"},
    standard_error={
        "zh-Hans": "其标准误（HC1）", "zh-Hant": "其標準誤（HC1）", "en": "Its standard error (HC1)",
    },
    unconditional_beta={
        "zh-Hans": "斜率（无控制变量）", "zh-Hant": "斜率（無控制變量）", "en": "Slope without controls",
    },
    unconditional_standard_error={
        "zh-Hans": "无控制变量的标准误（HC1）", "zh-Hant": "無控制變量的標準誤（HC1）",
        "en": "Standard error without controls (HC1)",
    },
    variance_inflation={"zh-Hans": "方差膨胀因子", "zh-Hant": "方差膨脹因子", "en": "Variance inflation"},
)  # fmt: skip


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Per window: on which side of zero the slope lies alone, and in how many sets of controls it stays."""
    shown = windows(frame)
    estimates = [estimate for window in shown for estimate in window.estimates]
    if not estimates:
        raise ChartError(f"{CHART_ID}: no window has an estimate; look at null_reason of the mart's rows")
    first = estimates[0]
    inflated = frame.filter(frame["variance_inflation"] == frame["variance_inflation"].max())
    gap = "; " if language == "en" else "；"
    return {
        "findings": joined([_finding(window, language) for window in shown], gap, language),
        "sentences": joined([_sentence(window, language) for window in shown], gap, language),
        "n": figure(first.row, "n_members", "count"),
        "first": first_year(frame, "period_start"),
        "last": last_year(frame, "period_end"),
        "slope": first.slope,
        "double": computed(first.value * math.log(2), "points", first.row, first.column),
        "inflation": computed(
            inflated["variance_inflation"][0], "index", inflated, "variance_inflation", 1
        ),
        "inflated": set_name(inflated[0], language),
    }  # fmt: skip


def _finding(window: Window, language: str) -> Wording:
    """Sign without controls, and in how many sets it stays; what cannot be told from zero has no sign."""
    alone, sides = window.alone, [estimate.side for estimate in window.sets]
    told = {
        side: [estimate for estimate in window.sets if estimate.side == side] for side in ("below", "above")
    }
    values = _years(window) | {
        "sets": _count(window.sets),
        "below": _count(told["below"]),
        "above": _count(told["above"]),
    }
    if alone is None:
        return worded(CHART_ID, "no_estimate", language, values)
    if alone.side == "unclear":
        message = "none" if set(sides) <= {"unclear"} else "only_with"
        return worded(CHART_ID, message, language, values)
    same = told.pop(alone.side)
    reverse = next(iter(told.values()))
    names = joined([set_name(estimate.row, language) for estimate in same], JOINT[language], language)
    lean = worded(CHART_ID, f"lean_{alone.side}", language, values)
    values |= {"lean": lean, "same": _count(same), "reverse": _count(reverse), "names": names}
    if reverse:
        return worded(CHART_ID, "reversed", language, values)
    if not same:
        return worded(CHART_ID, "lost" if sides else "without", language, values)
    return worded(CHART_ID, "kept" if len(same) == len(sides) else "some", language, values)


def _sentence(window: Window, language: str) -> Wording:
    """Every slope of a window with its interval and what that says of its sign."""
    parts = [_said(estimate, language) for estimate in window.estimates]
    parts += [
        worded(CHART_ID, "missing", language, {"name": with_set(row, language)}) for row in window.refused
    ]
    values = _years(window) | {"estimates": joined(parts, JOINT[language], language)}
    return worded(CHART_ID, "window", language, values)


def _said(estimate: Estimate, language: str) -> Wording:
    values = {
        "name": estimate.name(language), "slope": estimate.slope, "low": estimate.end(-1),
        "high": estimate.end(1), "side": worded(CHART_ID, estimate.side, language),
    }  # fmt: skip
    return worded(CHART_ID, "estimate", language, values)


def _years(window: Window) -> dict[str, Any]:
    return {
        "first": first_year(window.part, "period_start"),
        "last": last_year(window.part, "period_end"),
    }


def _count(estimates: list[Estimate]) -> Figure:
    """How many estimates, bound to their rows."""
    rows = tuple(address for estimate in estimates for address in rows_of(estimate.row))
    return Figure(len(estimates), "count", rows=rows, how="counted")


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/conditional_beta",
    query=QUERY,
    facts=facts,
    body=drawn,
    table=(
        "period_start", "period_end", "n_members", "control_names", "unconditional_beta",
        "unconditional_standard_error", "beta", "standard_error", "p_value", "variance_inflation",
    ),
)  # fmt: skip
