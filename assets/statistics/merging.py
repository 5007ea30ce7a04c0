"""Merging of neighbouring convergence clubs, since the clustering tends to find too many."""

from collections.abc import Callable
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy import ndarray

from assets.statistics.clubs import Club, Clubs
from assets.statistics.log_t import CRITICAL, LogT, log_t

Rule = Literal["Phillips-Sul", "von Lyncker-Thoennessen"]
JointTest = Callable[..., LogT]


def merge_clubs(found: Clubs, log_values: ndarray, rule: Rule) -> Clubs:
    """Merge clubs next to each other in the ranking; divergent regions stay divergent.

    "Phillips-Sul" (2009, JAE 24): a club takes in the next one, and the next, as long as they converge
    together. "von Lyncker-Thoennessen" (2017, Empirical Econ. 52): neighbours m and m+1 merge if they
    converge together and do so better than m+1 and m+2; after every merger the search starts again.

    log_values (n, T): the logs in which the clubs were found; their convention is kept.
    """
    groups = [np.array(club.members) for club in found.clubs]

    def joint_test(*members: ndarray) -> LogT:
        return log_t(log_values[np.concatenate(members)], found.convention, found.bandwidth)

    merge = _merge_onwards if rule == "Phillips-Sul" else _merge_best
    merged = merge(groups, joint_test)
    clubs = tuple(Club(tuple(group.tolist()), joint_test(group)) for group in merged)
    return Clubs(clubs, found.divergent, found.convention, found.bandwidth)


def _merge_onwards(groups: list[ndarray], joint_test: JointTest) -> list[ndarray]:
    merged = groups[:1]
    for group in groups[1:]:
        if joint_test(merged[-1], group).t > CRITICAL:
            merged[-1] = np.concatenate([merged[-1], group])
        else:
            merged.append(group)
    return merged


def _merge_best(groups: list[ndarray], joint_test: JointTest) -> list[ndarray]:
    while True:
        statistics = [joint_test(*pair).t for pair in pairwise(groups)]
        following = [*statistics[1:], -np.inf]
        chosen = next(
            (place for place, t in enumerate(statistics) if t > CRITICAL and t > following[place]), None
        )
        if chosen is None:
            return groups
        joined = np.concatenate(groups[chosen : chosen + 2])
        groups = [*groups[:chosen], joined, *groups[chosen + 2 :]]
