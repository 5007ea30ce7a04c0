"""Twenty regions with a control each of two kinds, for models of conditional growth."""

import numpy as np

from tests.assets.statistics.models.running import GROUPS, panel
from tests.sql.given import Given, rows

REGIONS = [f"r{number:02}" for number in range(20)]
SETS = rows(
    """
    conditioning_set_id  indicator_id  control_indicator_id  transformation  line_number
    births               gdp_per_head  births                level           2
    both                 gdp_per_head  students              log             3
    both                 gdp_per_head  births                level           4
    """
)


def paths(seed: int) -> dict[str, list[float]]:
    """Three years of values above 0 for each region."""
    drawn = np.exp(np.random.default_rng(seed).normal(3, 0.3, (20, 3)).cumsum(axis=1))
    return dict(zip(REGIONS, drawn.tolist(), strict=True))


def cut(of_regions: dict[str, list[float]], years: int) -> dict[str, list[float]]:
    return {region: path[:years] for region, path in of_regions.items()}


OUTCOME, BIRTHS, STUDENTS = paths(1), paths(2), cut(paths(3), 1)


def tables(**same: str) -> Given:
    """Growth of 2001-2003; births known in all years, students in 2001 only."""
    births = panel(BIRTHS, indicator_id="births")
    students = panel(STUDENTS, indicator_id="students")
    return {
        "core/panel_values": [*births, *panel(OUTCOME, **same), *students],
        "core/groups": GROUPS,
        "core/conditioning": SETS,
    }
