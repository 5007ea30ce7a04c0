"""Market segmentation from relative prices.

The more the relative price changes of two regions differ between goods, the less they are one market.
"""

from dataclasses import dataclass

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError


@dataclass(frozen=True)
class Segmentation:
    """Variance of relative price changes; dimensionless.

    by_pair     (T, m) over goods, per year and pair
    by_region   (T, n) mean over a region's pairs; NaN for a region in no pair
    overall     (T,) mean over pairs
    goods       number of goods; with 8 to 16 the variances are noisy
    """

    by_pair: ndarray
    by_region: ndarray
    overall: ndarray
    goods: int

    @property
    def integration(self) -> ndarray:
        """sqrt(1 / overall), (T,): higher is one market (盛斌、毛其淋 2011); inf where overall is 0."""
        with np.errstate(divide="ignore"):
            return np.sqrt(1 / self.overall)


def market_segmentation(indices: ndarray, pairs: ndarray, divisor_less_one: bool) -> Segmentation:
    """Segmentation of (T, n, g) chain price indices, previous year = 1 or 100, over m pairs of regions.

    Parsley & Wei (1996, QJE 111; 2001, JIE 55), as in 桂琦寒等 (2006, 世界经济 2):
    dQ = ln index_i - ln index_j; its absolute value; less the mean over pairs of the same good and year;
    its variance over goods. The order matters: absolute value first, mean over pairs and not over goods.

    pairs (m, 2) region numbers: the list is part of the result. divisor_less_one: variance by g - 1 (as
    Stata) or by g. Refused: fewer than 2 goods or pairs, an index of zero or less, missing prices.
    """
    if indices.shape[2] < 2 or len(pairs) < 2:
        raise RefusedError("segmentation needs 2 goods and 2 pairs: one is its own mean; show dQ itself")
    if not np.isfinite(indices).all() or (indices <= 0).any():
        raise RefusedError("a price index is missing or not positive; drop that good for all regions")
    if ((pairs < 0) | (pairs >= indices.shape[1])).any() or (pairs[:, 0] == pairs[:, 1]).any():
        raise RefusedError("a pair names a region that is not in the prices, or one region twice; correct it")
    logs = np.log(indices)
    gaps = np.abs(logs[:, pairs[:, 0], :] - logs[:, pairs[:, 1], :])
    idiosyncratic = gaps - gaps.mean(axis=1, keepdims=True)
    by_pair = idiosyncratic.var(axis=2, ddof=int(divisor_less_one))
    belongs = (pairs[:, :, None] == np.arange(indices.shape[1])).any(axis=1)
    with np.errstate(invalid="ignore"):
        by_region = by_pair @ belongs / belongs.sum(axis=0)
    return Segmentation(by_pair, by_region, by_pair.mean(axis=1), indices.shape[2])
