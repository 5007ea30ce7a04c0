"""Gravity indices of potential linkage between regions: an index, not a flow that anyone measured."""

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError


def potential_linkage(gdp: ndarray, population: ndarray, distance: ndarray) -> ndarray:
    """sqrt(G_i P_i) sqrt(G_j P_j) / D_ij^2, (n, n), symmetric, NaN on the diagonal.

    After Reilly (1931) and Zipf (1946), as usual in Chinese regional studies. gdp and population (n,),
    positive; distance (n, n), one unit, symmetric. Its size depends on all three units: compare within
    one table only. Refused: missing, zero or negative masses, a distance of zero between two regions.
    """
    if not (np.isfinite(gdp).all() and np.isfinite(population).all() and (gdp > 0).all()):
        raise RefusedError("GDP or population is missing or not positive; leave that region out")
    if not (population > 0).all():
        raise RefusedError("population is zero or negative somewhere; leave that region out")
    apart = ~np.eye(len(gdp), dtype=bool)
    if not (distance[apart] > 0).all() or not np.array_equal(distance[apart], distance.T[apart]):
        raise RefusedError("a distance is missing, not positive, or differs by direction; give one per pair")
    mass = np.sqrt(gdp * population)
    return np.divide(np.outer(mass, mass), distance**2, out=np.full(distance.shape, np.nan), where=apart)


def directed_linkage(gdp: ndarray, population: ndarray, distance: ndarray) -> ndarray:
    """potential_linkage times k_ij = G_i/(G_i + G_j), (n, n): what i lends to the link with j.

    The two directions add to the symmetric index. Arguments and refusals as for potential_linkage.
    """
    return potential_linkage(gdp, population, distance) * gdp[:, None] / np.add.outer(gdp, gdp)


def income_gap_linkage(gdp: ndarray, population: ndarray, distance: ndarray) -> ndarray:
    """directed_linkage over (D_ij / (y_i - y_j))^2 instead of D_ij^2, y = G/P; (n, n).

    The form with "economic distance" of many Chinese papers. It calls regions linked because their income
    differs: 0 between equally rich neighbours. Arguments and refusals as for potential_linkage.
    """
    income = gdp / population
    return directed_linkage(gdp, population, distance) * np.subtract.outer(income, income) ** 2
