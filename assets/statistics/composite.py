"""Composite indices: indicators brought to one scale and weighted by entropy."""

from dataclasses import dataclass

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError


@dataclass(frozen=True)
class EntropyIndex:
    """A composite index by entropy weights.

    entropy     (k,) of each indicator, 0 to 1; 1 = it tells the rows apart no more than chance
    weight      (k,) sums to 1
    score       (n,) weighted sum of the scaled indicators, 0 to 1
    """

    entropy: ndarray
    weight: ndarray
    score: ndarray


def min_max(indicators: ndarray, sign: ndarray) -> ndarray:
    """(x - min)/(max - min), or (max - x)/(max - min) where sign is -1; (n, k) in and out, 0 to 1.

    For a panel the rows are all years pooled: scaled by year, levels cannot be compared over time.
    sign (k,): 1 more is better, -1 less is better. Refused: missing values, a constant indicator.
    """
    if not np.isfinite(indicators).all():
        raise RefusedError("an indicator is missing for some row; leave out the row or the indicator")
    if not np.isin(sign, (1, -1)).all():
        raise RefusedError("a sign is neither 1 (more is better) nor -1 (less is better)")
    low, high = indicators.min(axis=0), indicators.max(axis=0)
    constant = np.flatnonzero(low == high).tolist()
    if constant:
        raise RefusedError(f"indicators number {constant} never vary: no scale and no weight; leave them out")
    scaled = (indicators - low) / (high - low)
    return np.where(sign > 0, scaled, 1 - scaled)


def entropy_index(indicators: ndarray, sign: ndarray, shift: float = 0.0) -> EntropyIndex:
    """Entropy-weighted index (Shannon 1948; as usual in Chinese regional studies).

    p = scaled / column sum; e = -sum p ln p / ln n with 0 ln 0 = 0, n rows pooled; w = (1-e)/sum(1-e).
    indicators (n, k), sign (k,) as for min_max. shift is added to the scaled values before the logs, as
    some papers do (0.0001 or 0.01) to avoid zeros: it changes the weights, so state it; 0 needs none.
    Refused besides: fewer than 2 rows, indicators that all tell nothing.
    """
    scaled = min_max(indicators, sign) + shift
    proportions = scaled / scaled.sum(axis=0)
    logs = np.log(proportions, out=np.zeros_like(proportions), where=proportions > 0)
    entropy = -(proportions * logs).sum(axis=0) / np.log(len(indicators))
    information = 1 - entropy
    if information.sum() <= 0:
        raise RefusedError("no indicator tells rows apart, so entropy gives no weights; use equal weights")
    weight = information / information.sum()
    return EntropyIndex(entropy, weight, scaled @ weight)
