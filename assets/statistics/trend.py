"""Whether dispersion fell over a span of years: a straight line through the yearly figures."""

from dataclasses import dataclass

from numpy import isfinite, log, ndarray

from assets.statistics.refusal import RefusedError
from assets.statistics.regression import least_squares, newey_west_lags
from assets.statistics.weighting import require_positive


@dataclass(frozen=True)
class Trend:
    """A line through yearly figures; the slope is their change a year, negative where dispersion falls."""

    intercept: float  # at year 0
    slope: float
    error: float  # classical standard error of the slope
    t: float
    p: float  # two-sided, T - 2 degrees of freedom
    r_squared: float
    newey_west_error: float
    lags: int


def sigma_trend(years: ndarray, dispersion: ndarray, of_logs: bool = False) -> Trend:
    """Trend test of sigma convergence: ordinary least squares of sigma_t on t.

    years       (T,) the years themselves, so that the intercept is at year 0
    dispersion  (T,) such as the standard deviation of logs; missing years must be left out beforehand
    of_logs     fit ln sigma_t instead: the slope is then a rate of change

    sigma_t = a + b t + e; the error of b classical, and Newey-West (1987) with floor(4 (T/100)^(2/9)) lags
    and no small-sample factor, as yearly figures are autocorrelated. Refused below 3 years, where
    one degree of freedom is left and the test says little, or where the figures lie exactly on a line.
    """
    if len(years) < 3:
        raise RefusedError(f"{len(years)} years are too few for a trend, 3 are needed; compare the two")
    if not isfinite(dispersion).all():
        raise RefusedError("a year has no dispersion; leave it out and say so")
    if of_logs:
        require_positive(dispersion, "the trend of the figures themselves")
    fit = least_squares(log(dispersion) if of_logs else dispersion, years.astype(float))
    error = float(fit.classical_errors[1])
    p = fit.p_value(1, fit.classical_errors)
    lags = newey_west_lags(len(years))
    return Trend(
        intercept=float(fit.coefficients[0]),
        slope=float(fit.coefficients[1]),
        error=error,
        t=float(fit.coefficients[1] / error),
        p=p,
        r_squared=fit.r_squared,
        newey_west_error=float(fit.newey_west_errors(lags)[1]),
        lags=lags,
    )
