"""Transitions given the neighbours: does a rich surrounding lift a region out of its class?"""

import numpy as np
from numpy import ndarray

from assets.statistics.distribution import classes_pooled, from_counts
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial import row_standardised


def spatial_transition_counts(values: ndarray, neighbours: ndarray, number: int) -> ndarray:
    """Moves by the class of the neighbours' mean at the start, (k, k, k): lag class, from, to.

    Rey (2001, Geogr. Analysis 33). values (n, T): relative values (relative_to_mean), else everybody moves
    up. Classes of regions and of neighbours' means are each by their own pooled quantiles.
    Refused: missing values (a neighbour's gap would be everybody's), a region without neighbours.
    """
    if not np.isfinite(values).all():
        raise RefusedError("a missing value spoils the neighbours' means; drop the region or the year")
    own = classes_pooled(values, number)
    around = classes_pooled(row_standardised(neighbours) @ values, number)
    counts = np.zeros((number, number, number), dtype=np.int64)
    np.add.at(counts, (around[:, :-1], own[:, :-1], own[:, 1:]), 1)
    return counts


def homogeneity(counts: ndarray) -> tuple[float, int]:
    """Likelihood ratio that all lag classes share one matrix, and its degrees of freedom.

    Bickenbach & Bode (2003, Int. Reg. Sci. Rev. 26): 2 sum n_lij ln(p_lij / p_ij), chi-squared with, for
    each from-class, (lag classes seen - 1) * (destinations seen - 1) degrees of freedom.
    """
    pooled = from_counts(counts.sum(axis=0)).probabilities
    leaving = counts.sum(axis=2, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.log(counts / leaving / pooled)
    statistic = 2 * float(np.where(counts > 0, counts * ratio, 0.0).sum())
    lags_seen = (leaving[:, :, 0] > 0).sum(axis=0)
    destinations_seen = (counts.sum(axis=0) > 0).sum(axis=1)
    freedom = np.maximum(lags_seen - 1, 0) * np.maximum(destinations_seen - 1, 0)
    return statistic, int(freedom.sum())
