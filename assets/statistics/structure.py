"""Industrial structure: specialisation of regions and concentration of industries.

Amounts are employment, output or the like, any one unit, by industry (k,) or by region (n,); none negative.
"""

from dataclasses import dataclass

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError


@dataclass(frozen=True)
class Concentration:
    """Herfindahl-Hirschman index of shares s (Hirschman 1945, Herfindahl 1950).

    index           sum s^2, from 1/n to 1
    normalised      (index - 1/n) / (1 - 1/n), from 0 to 1
    equivalent      1 / index: how many equal parts would be as concentrated
    """

    index: float
    normalised: float
    equivalent: float


def shares(amounts: ndarray) -> ndarray:
    """Each amount over the sum of its last axis. Refused: missing or negative amounts, a sum of zero."""
    if not np.isfinite(amounts).all() or (amounts < 0).any():
        raise RefusedError(
            "shares need amounts that are known and not negative; correct or leave out the row"
        )
    totals = amounts.sum(axis=-1, keepdims=True)
    if (totals == 0).any():
        raise RefusedError("a total is zero, so it has no structure; leave that region or industry out")
    return amounts / totals


def location_quotients(amounts: ndarray) -> ndarray:
    """(E_ri/E_r) / (E_i/E) of a table (n regions, k industries); (n, k), 1 = as in all regions together.

    Florence (1939). Refused: an industry or a region whose total is zero.
    """
    nation = amounts.sum(axis=0)
    if (nation == 0).any():
        raise RefusedError("an industry exists in no region, so its quotient is undefined; leave it out")
    return shares(amounts) / shares(nation)


def location_quotient(part: float, region: float, nation_part: float, nation: float) -> float:
    """(part/region) / (nation_part/nation): one industry's share in a region over its share in the nation."""
    if min(region, nation_part, nation) <= 0:
        raise RefusedError("a location quotient divides by region, industry and nation; none may be zero")
    return (part / region) / (nation_part / nation)


def krugman_index(one: ndarray, other: ndarray) -> float:
    """sum |s_k - q_k| of two structures (k,), from 0 (the same) to 2 (nothing in common).

    Krugman (1991, Geography and Trade). What it is compared with is part of the result: another region,
    the nation, or krugman_index_to_mean. Some texts halve it.
    """
    return float(np.abs(shares(one) - shares(other)).sum())


def krugman_index_to_mean(one: ndarray, others: ndarray) -> float:
    """sum |s_k - mean q_k|: against the unweighted mean structure of others (m, k).

    Farhauer & Kröll (2013). Regions as rows and industries as columns it measures specialisation; the
    other way round, concentration of an industry.
    """
    return float(np.abs(shares(one) - shares(others).mean(axis=0)).sum())


def structural_similarity(one: ndarray, other: ndarray) -> float:
    """Cosine of two structures (k,), sum x y / sqrt(sum x^2 sum y^2), from 0 to 1 (UNIDO 1979).

    Stays above 0.9 with few sectors: show krugman_index beside it.
    """
    x, y = shares(one), shares(other)
    return float(x @ y / np.sqrt((x @ x) * (y @ y)))


def herfindahl(amounts: ndarray) -> Concentration:
    """Concentration of amounts (n,) (Hirschman 1945, Herfindahl 1950). Refused: fewer than 2 parts."""
    number = len(amounts)
    if number < 2:
        raise RefusedError("concentration compares parts; there are fewer than 2")
    squares = shares(amounts)
    index = float(squares @ squares)
    return Concentration(index, (index - 1 / number) / (1 - 1 / number), 1 / index)


def locational_gini(amounts: ndarray, reference: ndarray) -> float:
    """Unweighted Gini of the quotients share / reference share, 2 sum i R_(i) / (n sum R) - (n+1)/n.

    Krugman (1991). Amounts of an industry over regions and of all industries over the same regions give
    its concentration; of a region over industries and of the nation, the region's specialisation. (n,) each.
    """
    if (reference <= 0).any():
        raise RefusedError("a quotient divides by the reference; leave out what it does not have")
    quotients = np.sort(shares(amounts) / shares(reference))
    number = len(quotients)
    ranks = np.arange(1, number + 1)
    return float(2 * (ranks @ quotients) / (number * quotients.sum()) - (number + 1) / number)


def coulter_coefficient(amounts: ndarray, reference: ndarray) -> float:
    """sqrt(sum (s_i - r_i)^2 / 2): distance of shares from reference shares, 0 to 1 (Coulter 1989).

    (n,) each, such as output and population of regions.
    """
    gaps = shares(amounts) - shares(reference)
    return float(np.sqrt((gaps @ gaps) / 2))
