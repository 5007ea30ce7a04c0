"""Catching up with the best (delta) and changes of rank (gamma, Kendall's W, mobility).

Ranks ascend with the value; ties share their average rank. Missing entries are left out by the caller.
"""

from dataclasses import dataclass

from numpy import abs as absolute
from numpy import bincount, isfinite, ndarray, sign, sqrt, take_along_axis

from assets.statistics.refusal import RefusedError
from assets.statistics.weighting import group_codes

MOST_PAIRWISE = 1500


@dataclass(frozen=True)
class Delta:
    """Distance of all regions (n,) to the best, in the unit of the values."""

    total: float  # grows with the number of regions
    mean: float


def delta(value: ndarray, lowest_is_best: bool = False) -> Delta:
    """Delta convergence: sum_i (max y - y_i), or sum_i (y_i - min y) where the lowest is best.

    Heichel, Pape & Sommerer 2005, Journal of European Public Policy 12(5). The mean is given beside the sum.
    Refused without a region or with a missing value.
    """
    if len(value) == 0 or not isfinite(value).all():
        raise RefusedError("no region, or a value is missing; leave its region out and say so")
    distance = value - value.min() if lowest_is_best else value.max() - value
    return Delta(float(distance.sum()), float(distance.mean()))


def gamma_binary(start: ndarray, end: ndarray) -> float:
    """Gamma convergence of two years: Var(R_0 + R_T) / Var(2 R_0).

    start, end  (n,) the same regions; 1 where no rank changed, 0 where the order is reversed
    Boyle & McCarthy 1997, Oxford Bulletin of Economics and Statistics 59(2). Refused below 4 regions or
    where all are tied in the first year.
    """
    first, last = _ranks(start), _ranks(end)
    return _ratio(float((first + last).var()), 4 * float(first.var()))


def gamma_multi(values: ndarray) -> float:
    """Gamma convergence over all years: Var(sum_t R_t) / Var((T+1) R_0), years 0 to T.

    values  (n, T+1), complete. Boyle & McCarthy 1997. Without ties it equals Kendall's W over the same years.
    """
    ranks = _ranks(values)
    return _ratio(float(ranks.sum(axis=1).var()), ranks.shape[1] ** 2 * float(ranks[:, 0].var()))


@dataclass(frozen=True)
class Concordance:
    """Kendall's W, 0 to 1 for the same order every year, and its chi-squared test of no agreement."""

    w: float
    chi_squared: float
    p: float


def kendall_w(values: ndarray) -> Concordance:
    """Kendall's W = 12 S / (m^2 (n^3 - n) - m sum (t^3 - t)), chi2 = m (n-1) W with n-1 degrees of freedom.

    values  (n, m) of n regions in m years, complete; the last term corrects for ties of size t. Kendall &
    Babington Smith 1939. Yearly ranks are not independent, so p is a lower bound.
    """
    from scipy.special import chdtrc

    ranks = _ranks(values)
    regions, years = ranks.shape
    # 12 times the squares of one year's ranks around their mean is n^3 - n - sum (t^3 - t)
    w = _ratio(float(ranks.sum(axis=1).var()), years * float(ranks.var(axis=0).sum()))
    chi_squared = years * (regions - 1) * w
    return Concordance(w, chi_squared, float(chdtrc(regions - 1, chi_squared)))


@dataclass(frozen=True)
class Mobility:
    """Agreement of two rankings of the same regions."""

    kendall_tau: float  # tau-b, corrected for ties
    spearman: float
    mean_rank_change: float  # mean |R_T - R_0|, in ranks


def mobility(start: ndarray, end: ndarray) -> Mobility:
    """Kendall's tau-b (1945), Spearman's rank correlation and the mean change of rank of two years.

    start, end  (n,) the same regions. Refused below 4 regions or where all are tied in a year.
    """
    first, last = _ranks(start), _ranks(end)
    covariance = ((first - first.mean()) * (last - last.mean())).mean()
    correlation = _ratio(float(covariance), float(sqrt(first.var() * last.var())))
    return Mobility(kendall_tau(first, last), correlation, float(absolute(last - first).mean()))


def kendall_tau(first: ndarray, last: ndarray) -> float:
    """Tau-b = (concordant - discordant pairs) / sqrt(pairs untied in one * pairs untied in the other).

    first, last  (n,) ranks, not all tied (Kendall 1945, Biometrika 33(3)); n(n-1)/2 pairs, above 1500
    regions by scipy, which sorts instead.
    """
    if len(first) > MOST_PAIRWISE:
        from scipy.stats import kendalltau

        return float(kendalltau(first, last).statistic)
    one, other = (sign(ranks[:, None] - ranks) for ranks in (first, last))
    return float((one * other).sum() / sqrt((one**2).sum() * (other**2).sum()))


def rank_theta(start: ndarray, end: ndarray, labels: ndarray) -> float:
    """Theta: sum_g |sum of rank changes in g| / sum_i |rank change|; 1 where groups move as one.

    start, end, labels  (n,) each, a partition (Rey 2004, Spatial Econometrics and Spatial Statistics).
    Refused where no rank changed.
    """
    names, codes = group_codes(labels, len(start))
    change = _ranks(end) - _ranks(start)
    groups = absolute(bincount(codes, change, len(names))).sum()
    if not change.any():
        raise RefusedError("no rank changed between the years: there is no movement to share out")
    return float(groups / absolute(change).sum())


def _ranks(values: ndarray) -> ndarray:
    """Average ranks down the columns; refused below 4 regions or with a missing value."""
    if len(values) < 4:
        raise RefusedError(f"{len(values)} regions have a value, 4 are needed to rank; list them")
    if not isfinite(values).all():
        raise RefusedError("a value is missing; leave its region out and say so")
    order = values.argsort(axis=0)
    ordered = take_along_axis(values, order, axis=0)
    if (ordered[1:] == ordered[:-1]).any():
        from scipy.stats import rankdata

        return rankdata(values, axis=0)
    # without ties a second sort is enough, several times as fast
    return order.argsort(axis=0) + 1.0


def _ratio(part: float, whole: float) -> float:
    if whole <= 0:
        raise RefusedError("all regions are tied in a year: there are no ranks to compare")
    return float(part / whole)
