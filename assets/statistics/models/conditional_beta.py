"""Beta convergence beside chosen controls: a description of growth, never a verdict."""

from collections.abc import Iterator
from math import log
from typing import Any

from assets.python_models import Inputs
from assets.statistics.beta import Convergence
from assets.statistics.conditional_beta import ConditionalConvergence
from assets.statistics.conditioning import CONDITIONING, conditional_windows, hc3_error
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES

DESCRIPTION = (
    "Beta convergence among the units of the nation without and with the controls of a chosen set, for every"
    " start and end year, the same regions in both. Descriptive: verdicts are in convergence_test. One row"
    " per view, indicator, group, set of controls, start year, end year."
)
GRAIN = ("view_id", "indicator_id", "group_id", "conditioning_set_id", "period_start", "period_end")
DEPS = ("core/panel_values", "core/groups", "core/conditioning")
METHOD = (
    "annual log growth = a + beta ln start + controls of the first year of the window, of the same view"
    " (Barro and Sala-i-Martin 1992; Mankiw, Romer and Weil 1992), every unit alike; errors HC1 and HC3, p"
    " of t with n - k degrees of freedom and HC1; rate = -ln(1 + beta T) / T, half-life = ln 2 / rate, where"
    " they exist; at least k + 10 units for k coefficients; description only, never a verdict: a conditional"
    " beta below 0 says that units near their own paths, not that gaps close, it may be regression to the"
    " mean, and the controls are chosen, not found"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "conditioning_set_id",
    "period_start",
    "period_end",
    "n_members",
    "n_controls",
    "beta",
    "standard_error",
    "hc3_standard_error",
    "p_value",
    "r_squared",
    "variance_inflation",
    "convergence_rate",
    "half_life",
    "unconditional_beta",
    "unconditional_standard_error",
    "unconditional_p_value",
    "unconditional_convergence_rate",
    "unconditional_half_life",
    "has_break",
    "null_reason",
)


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every window of every indicator with a set, or the reason why there is no figure."""
    for window in conditional_windows(inputs.rows(CONDITIONING), inputs.rows(NATIONAL_PANEL_VALUES)):
        sizes = len(window.panel.regions), len(window.controls)
        figures = [None] * 13 if window.found is None else _figures(window.found)
        has_break = window.panel.has_break(window.start, window.end)
        yield (*window.key, *sizes, *figures, has_break, window.reason)


def _figures(found: ConditionalConvergence) -> list[float | None]:
    joint, alone = found.joint.fit, found.alone.fit
    return [
        found.joint.beta,
        float(joint.hc1_errors[1]),
        hc3_error(joint, 1),
        joint.p_value(1, joint.hc1_errors),
        joint.r_squared,
        float(joint.variance_inflation[0]),
        *_speed(found.joint),
        found.alone.beta,
        float(alone.hc1_errors[1]),
        alone.p_value(1, alone.hc1_errors),
        *_speed(found.alone),
    ]


def _speed(convergence: Convergence) -> tuple[float | None, float | None]:
    """Rate and half-life, None where gaps change places or do not close."""
    if 1 + convergence.beta * convergence.years <= 0:
        return None, None
    rate = convergence.rate
    return rate, log(2) / rate if rate > 0 else None
