"""What rules in common use say of regions whose dispersion is constant: the false good news of each."""

from numpy import array, full, mean, ndarray, sqrt

from assets.statistics.beta import convergence
from assets.statistics.dispersion import carree_klomp_t3
from assets.statistics.paired_variance import pitman_morgan_correlation
from assets.statistics.refusal import RefusedError
from assets.statistics.verdict import LEVEL
from orchestration.trials.simulated_regions import YEARS


def false_good_news(start: ndarray, end: ndarray, weight: ndarray | None) -> dict[str, float]:
    """Shares in percent of draws, (draws, n) each, that a rule calls converging.

    Pitman-Morgan with Student's t; unweighted also Carree-Klomp T3, beta below 0 at 5 %, and dispersion
    simply lower in the end.
    """
    n = start.shape[1]
    share = full(n, 1 / n) if weight is None else weight / weight.sum()
    found = {"by t": _percent(_by_student(start, end, share))}
    if weight is None:
        pairs = list(zip(start, end, strict=True))
        found["by T3"] = _percent(array([_by_t3(*pair) for pair in pairs]))
        found["by beta"] = _percent(array([_by_beta(*pair) for pair in pairs]))
        found["by two dates"] = _percent(end.std(axis=1) < start.std(axis=1))
    return found


def _by_student(start: ndarray, end: ndarray, share: ndarray) -> ndarray:
    from scipy.special import stdtr

    correlation = pitman_morgan_correlation(start, end, share)
    freedom = len(share) - 2
    t = correlation * sqrt(freedom / (1 - correlation**2))
    return stdtr(freedom, -t) < LEVEL / 2


def _by_t3(start: ndarray, end: ndarray) -> bool:
    try:
        found = carree_klomp_t3(start, end)
    except RefusedError:
        return False
    return found.statistic > 0 and found.p < LEVEL


def _by_beta(start: ndarray, end: ndarray) -> bool:
    # levels whose logs have the same proportions; beta does not change with the base
    fit = convergence(2.0**start, 2.0**end, YEARS).fit
    return fit.coefficients[1] < 0 and fit.p_value(1, fit.classical_errors) < LEVEL


def _percent(hits: ndarray) -> float:
    return 100 * float(mean(hits))
