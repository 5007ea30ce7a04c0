"""What the controls of a conditional growth regression come out as: a description, never a cause."""

from collections.abc import Iterator
from typing import Any

from assets.python_models import Inputs
from assets.statistics.conditioning import CONDITIONING, conditional_windows, hc3_error
from assets.statistics.group_panels import NATIONAL_PANEL_VALUES

DESCRIPTION = (
    "Coefficients of the controls of metrics.conditional_beta, in the indicator's unit or its logarithm. One"
    " row per view, indicator, group, set of controls, start year, end year, control."
)
GRAIN = (
    "view_id",
    "indicator_id",
    "group_id",
    "conditioning_set_id",
    "period_start",
    "period_end",
    "control_indicator_id",
)
DEPS = ("core/panel_values", "core/groups", "core/conditioning")
METHOD = (
    "the regressions of conditional_beta: growth a year for a control higher by 1 (by 1 in logs where its"
    " transformation is log) at the same start and other controls; errors HC1 and HC3, p of t with n - k"
    " degrees of freedom and HC1; description only: a control may follow from growth, or both from a third"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "conditioning_set_id",
    "period_start",
    "period_end",
    "control_indicator_id",
    "transformation",
    "coefficient",
    "standard_error",
    "hc3_standard_error",
    "p_value",
    "variance_inflation",
    "null_reason",
)


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every control of every window, or the reason why it has no coefficient."""
    for window in conditional_windows(inputs.rows(CONDITIONING), inputs.rows(NATIONAL_PANEL_VALUES)):
        for place, (control, transformation) in enumerate(window.controls, start=2):
            figures: list[float | None] = [None] * 5
            if window.found is not None:
                fit = window.found.joint.fit
                figures = [
                    float(fit.coefficients[place]),
                    float(fit.hc1_errors[place]),
                    hc3_error(fit, place),
                    fit.p_value(place, fit.hc1_errors),
                    # the constant has none
                    float(fit.variance_inflation[place - 1]),
                ]
            yield (*window.key, control, transformation, *figures, window.reason)
