"""Beta convergence beside controls: whether regions that start lower grow faster, other things equal."""

from dataclasses import dataclass

from numpy import log as logs_of
from numpy import ndarray

from assets.statistics.beta import Convergence, convergence
from assets.statistics.refusal import RefusedError
from assets.statistics.regression import least_squares

# what rounding leaves of a rest that is 0
EXACT = 1e-12
SPARE = 10
"""Regions beyond the number of coefficients. With fewer the HC errors are far too small and one region
decides; the number is a convention of this project, not a result."""


@dataclass(frozen=True)
class ConditionalConvergence:
    """Two growth regressions over the same regions and years.

    alone  without controls
    joint  with them: coefficient 0 is the constant, 1 beta, 2 onwards the controls in order, whose names
           are in `dummies`
    """

    alone: Convergence
    joint: Convergence


def conditional_convergence(
    start: ndarray, end: ndarray, years: int, controls: dict[str, ndarray]
) -> ConditionalConvergence:
    """Conditional beta: g_i = (ln y_iT - ln y_i0)/T = a + beta ln y_i0 + c'x_i + e.

    Barro & Sala-i-Martin 1992, JPE 100(2); Mankiw, Romer & Weil 1992, QJE 107(2). start, end (n,) levels
    above 0, `years` T between them; controls (n,) each, taken at the start so that growth cannot have made
    them. A conditional beta below 0 says that each region nears its own path, not that gaps close, and the
    choice of controls is the author's: it describes and decides nothing.

    Refused: fewer regions than coefficients + 10, no control, a value missing, a level not above 0, a
    control that is the same everywhere or a sum of the others, growth that is the same everywhere or
    explained without rest.
    """
    if not controls:
        raise RefusedError("no control; use the unconditional beta")
    least = 2 + len(controls) + SPARE
    if len(start) < least:
        raise RefusedError(
            f"{len(start)} regions for {2 + len(controls)} coefficients, {least} are needed; take fewer"
            " controls"
        )
    for name, values in controls.items():
        if (values == values[0]).all():
            raise RefusedError(f"{name} is the same in every region; leave it out")
    alone = convergence(start, end, years)
    fit = least_squares(alone.fit.response, logs_of(start), *controls.values())
    if max(fit.r_squared, alone.fit.r_squared) > 1 - EXACT:
        raise RefusedError("growth is explained without rest, so errors are 0: no test; look at the values")
    return ConditionalConvergence(alone, Convergence(fit, years, tuple(controls)))
