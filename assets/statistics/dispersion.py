"""Dispersion between regions in one year (sigma), and whether it changed between two.

Values are (n,) arrays in any unit, without missing entries; weights are explicit, None for unweighted.
"""

from dataclasses import dataclass
from typing import Literal

from numpy import corrcoef, cov, log, ndarray, sqrt

from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import population_shares, relative_levels, require_positive


def standard_deviation(value: ndarray, weight: ndarray | None, ddof: Literal[0, 1] = 0) -> float:
    """Standard deviation: sqrt(sum p_i (y_i - mu)^2), in the unit of the values.

    With ddof 1 the sum of squares is divided by n-1, which only exists unweighted. Refused below two
    regions or with a missing value.
    """
    if weight is not None and ddof:
        raise RefusedError("n-1 has no meaning with population weights; use ddof 0")
    share = population_shares(value, weight)
    deviation = value - (share * value).sum()
    variance = (share * deviation**2).sum()
    return float(sqrt(variance * len(value) / (len(value) - ddof)))


def coefficient_of_variation(value: ndarray, weight: ndarray | None, ddof: Literal[0, 1] = 0) -> float:
    """Coefficient of variation: sqrt(sum p_i (y_i - mu)^2) / mu, without unit.

    Weighted by population it is Williamson's Vw (Williamson 1965, Economic Development and Cultural
    Change 13(4)), deviations taken from the weighted mean. ddof 0 divides by n (.pop), 1 by n-1 (.sample).
    Zeros count; negative values and a mean of 0 are refused.
    """
    share = population_shares(value, weight)
    relative_levels(value, share)
    return standard_deviation(value, weight, ddof) / float((share * value).sum())


def standard_deviation_of_logs(value: ndarray, weight: ndarray | None, ddof: Literal[0, 1] = 0) -> float:
    """Sigma: standard deviation of natural logs, around the (weighted) mean of logs.

    Barro & Sala-i-Martin 1992, Journal of Political Economy 100(2). ddof 0 divides by n (.pop), 1 by
    n-1 (.sample). A value of 0 has no logarithm and is refused; the coefficient of variation takes it.
    """
    require_positive(value, "the coefficient of variation")
    return standard_deviation(log(value), weight, ddof)


@dataclass(frozen=True)
class DispersionTest:
    """A test that dispersion is the same in two years; `statistic` is above its null value if it fell."""

    statistic: float
    p: float


def variance_ratio(start: ndarray, end: ndarray) -> DispersionTest:
    """F test of two variances: F = s_0^2 / s_T^2 with (n-1, n-1) degrees of freedom, two-sided p.

    start, end  (n,) the same regions in two years, logs for sigma

    The two years are taken as independent, which they are not: prefer Carree-Klomp or Pitman-Morgan.
    Refused where a year has no variance.
    """
    from scipy.special import fdtr, fdtrc

    _check_pair(start, end)
    ratio = float(start.var(ddof=1) / end.var(ddof=1))
    freedom = len(start) - 1
    smaller_tail = min(fdtr(freedom, freedom, ratio), fdtrc(freedom, freedom, ratio))
    return DispersionTest(ratio, float(min(1.0, 2 * smaller_tail)))


def carree_klomp_t2(start: ndarray, end: ndarray) -> DispersionTest:
    """Likelihood ratio test of sigma convergence T2, chi-squared with 1 degree of freedom.

    T2 = (n - 2.5) ln(1 + (s_0^2 - s_T^2)^2 / (4 (s_0^2 s_T^2 - s_0T^2)))
    Carree & Klomp 1997, Review of Economics and Statistics 79(4). start and end are (n,) logs of the
    same regions. It says whether dispersion changed, not in which direction: compare the variances.
    Refused with fewer than 4 regions, or where one year is a line through the other.
    """
    from scipy.special import chdtrc

    first, last, joint = _moments(start, end)
    statistic = (len(start) - 2.5) * log(1 + (first - last) ** 2 / (4 * (first * last - joint**2)))
    return DispersionTest(float(statistic), float(chdtrc(1, statistic)))


def carree_klomp_t3(start: ndarray, end: ndarray) -> DispersionTest:
    """Test of sigma convergence T3, standard normal, two-sided p; positive where dispersion fell.

    T3 = sqrt(n) (s_0^2 / s_T^2 - 1) / (2 sqrt(1 - pi^2)), pi the slope of ln y_T on ln y_0
    Carree & Klomp 1997, Review of Economics and Statistics 79(4). Refused where |pi| >= 1: use T2.
    """
    from scipy.special import ndtr

    first, last, joint = _moments(start, end)
    slope = joint / first
    if abs(slope) >= 1:
        raise RefusedError(f"the slope of end on start is {slope:.4g}, T3 needs |slope| < 1; use T2")
    statistic = sqrt(len(start)) * (first / last - 1) / (2 * sqrt(1 - slope**2))
    return DispersionTest(float(statistic), float(2 * ndtr(-abs(statistic))))


def pitman_morgan(start: ndarray, end: ndarray) -> DispersionTest:
    """Test of equal variances of paired values: t of the correlation of sums with differences.

    r = corr(x_0 + x_T, x_0 - x_T), t = r sqrt((n-2)/(1-r^2)) with n-2 degrees of freedom, two-sided;
    positive where dispersion fell. Pitman 1939 and Morgan 1939, both Biometrika 31. start and end are
    (n,) logs of the same regions. Refused as for Carree-Klomp.
    """
    from scipy.special import stdtr

    _moments(start, end)
    correlation = corrcoef(start + end, start - end)[0, 1]
    freedom = len(start) - 2
    statistic = correlation * sqrt(freedom / (1 - correlation**2))
    return DispersionTest(float(statistic), float(2 * stdtr(freedom, -abs(statistic))))


def _check_pair(start: ndarray, end: ndarray) -> None:
    population_shares(start, None, least=4)
    population_shares(end, None, least=4)
    if len(start) != len(end):
        raise RefusedError(f"{len(start)} regions in the first year, {len(end)} in the last; keep the same")
    # equal values can differ by a rounding once they are logarithms
    if any(year.max() - year.min() <= 1e-12 * abs(year).max() for year in (start, end)):
        raise RefusedError("all regions are equal in one of the years: there is no dispersion to compare")


def _moments(start: ndarray, end: ndarray) -> tuple[float, float, float]:
    """Variances (n-1) of both years and their covariance."""
    _check_pair(start, end)
    (first, joint), (_, last) = cov(start, end)
    if first * last - joint**2 <= 1e-12 * first * last:
        raise RefusedError("one year is a straight line in the other: the change of variance has no error")
    return float(first), float(last), float(joint)
