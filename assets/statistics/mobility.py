"""What a matrix of transition probabilities says: mobility, the long run, times.

Matrices are (k, k), rows sum to 1. Every function refuses a matrix with an unknown (NaN) row.
"""

from dataclasses import dataclass

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError

CLOSE = 1e-9


@dataclass(frozen=True)
class Mobility:
    """Indices of mobility; 0 means that nobody moves, 1 that the future does not depend on the past.

    shorrocks           (k - trace P) / (k - 1)                     Shorrocks (1978, Econometrica 46)
    determinant         1 - |det P|                                 Shorrocks (1978)
    second_eigenvalue   1 - |second largest eigenvalue|             Sommers & Conlisk (1979)
    bartholomew         sum_ij start_i p_ij |i - j| / (k - 1)       Bartholomew (1973)
    prais               1 - p_ii of each class, (k,)                Prais (1955)
    """

    shorrocks: float
    determinant: float
    second_eigenvalue: float
    bartholomew: float
    prais: ndarray


def mobility(probabilities: ndarray, start: ndarray | None = None) -> Mobility:
    """Indices of mobility; `start` (k,) weighs Bartholomew's moves, None = every class alike."""
    _require_known(probabilities)
    number = len(probabilities)
    weights = np.full(number, 1 / number) if start is None else start
    distance = np.abs(np.subtract.outer(np.arange(number), np.arange(number)))
    return Mobility(
        shorrocks=float((number - np.trace(probabilities)) / (number - 1)),
        determinant=float(1 - abs(np.linalg.det(probabilities))),
        second_eigenvalue=1 - _second_modulus(probabilities),
        bartholomew=float(weights @ (probabilities * distance).sum(axis=1) / (number - 1)),
        prais=1 - np.diag(probabilities),
    )


def half_life(probabilities: ndarray) -> float:
    """Periods until half of the distance to the long run is gone, -ln 2 / ln |second eigenvalue|.

    In periods of the panel. 0 where the second eigenvalue is 0; refused where it is 1 in modulus (the
    chain is reducible or periodic and never gets there).
    """
    _require_known(probabilities)
    modulus = _second_modulus(probabilities)
    if modulus >= 1 - CLOSE:
        raise RefusedError(
            "the second eigenvalue is 1: regions stay in some classes for ever (a reducible chain) or change"
            " classes by turns (a periodic one), so there is no half-life; use fewer classes"
        )
    return float(-np.log(2) / np.log(modulus)) if modulus > 0 else 0.0


def closed_classes(probabilities: ndarray) -> tuple[tuple[int, ...], ...]:
    """Sets of classes that reach one another and that no region leaves; one of all classes is usual.

    A set of one class is absorbing. More than one set: the long run depends on where regions start.
    """
    _require_known(probabilities)
    number = len(probabilities)
    reach = (probabilities > 0) | np.eye(number, dtype=bool)
    for middle in range(number):
        reach |= reach[:, [middle]] & reach[[middle], :]
    together = reach & reach.T
    closed = [row for row in range(number) if (reach[row] == together[row]).all()]
    return tuple(sorted({tuple(np.flatnonzero(together[row]).tolist()) for row in closed}))


def ergodic_distribution(probabilities: ndarray) -> ndarray:
    """The long-run shares pi = pi P, (k,); classes that regions leave for good get 0.

    Refused where closed classes are several: then there is no one long run. With quantiles of each year
    the shares are nearly 1/k by construction and carry no news.
    """
    closed = closed_classes(probabilities)
    if len(closed) > 1:
        raise RefusedError(
            f"the chain is reducible: no region ever leaves {_in_words(closed)} (1 the lowest), so the long"
            " run depends on the start; use fewer classes, or report these"
        )
    number = len(probabilities)
    system = np.vstack([probabilities.T - np.eye(number), np.ones(number)])
    shares = np.linalg.lstsq(system, np.append(np.zeros(number), 1.0), rcond=None)[0]
    return np.where(np.isin(np.arange(number), closed[0]), shares, 0.0)


def sojourn_time(probabilities: ndarray) -> ndarray:
    """Expected periods in a class before leaving it, 1/(1 - p_ii), (k,); inf for an absorbing class."""
    _require_known(probabilities)
    stay = np.diag(probabilities)
    return np.divide(1.0, 1 - stay, out=np.full(len(stay), np.inf), where=stay < 1)


def first_passage_time(probabilities: ndarray) -> ndarray:
    """Mean periods from class i until class j is first reached, (k, k); the diagonal is the return time.

    Kemeny & Snell (1960): M = (I - Z + J diag Z) D with Z = (I - P + 1 pi)^-1 and D = diag(1/pi).
    Refused where some class cannot be reached from every other: the time would be infinite.
    """
    number = len(probabilities)
    closed = closed_classes(probabilities)
    if closed != (tuple(range(number)),):
        raise RefusedError(
            f"no region ever leaves {_in_words(closed)} (1 the lowest), so some passages never happen; use"
            " fewer classes, or sojourn times"
        )
    shares = ergodic_distribution(probabilities)
    fundamental = np.linalg.inv(np.eye(number) - probabilities + shares)
    return (np.eye(number) - fundamental + np.diag(fundamental)) / shares


def _in_words(closed: tuple[tuple[int, ...], ...]) -> str:
    """Sets of classes, numbered from 1 as people do: class 1, or classes 3 and 4."""
    return ", or ".join(
        f"class {classes[0] + 1}"
        if len(classes) == 1
        else f"classes {', '.join(str(place + 1) for place in classes[:-1])} and {classes[-1] + 1}"
        for classes in closed
    )


def _second_modulus(probabilities: ndarray) -> float:
    return float(np.sort(np.abs(np.linalg.eigvals(probabilities)))[-2])


def _require_known(probabilities: ndarray) -> None:
    unknown = np.flatnonzero(np.isnan(probabilities).any(axis=1)).tolist()
    if unknown:
        raise RefusedError(
            f"no region was ever seen leaving or staying in {_in_words((tuple(unknown),))} (1 the lowest);"
            " use fewer classes"
        )
