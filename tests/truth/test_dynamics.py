"""Distribution dynamics, space, trends and concentration of the panels among the truth cases."""

import math

import numpy as np
import pytest

from assets.statistics.measured import clubs, concentration, distribution, space
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel
from tests.truth.panels import TRUTH, compare, read

FAMILIES = ("markov.", "spatial_markov.", "kde.", "moran.", "spatial_gini.", "hp_trend.", "hhi")
# rows of these families with status truth, all of them
MATCHED = {"mexico": 446, "china_gdppc": 466, "de_counties": 160, "cu_emp": 98}


def panel(case: str) -> Panel:
    rows = read(case, "panel.csv")
    regions = tuple(dict.fromkeys(row["region"] for row in rows))
    years = tuple(sorted({int(row["year"]) for row in rows}))
    values = np.full((len(regions), len(years)), np.nan)
    for row in rows:
        values[regions.index(row["region"]), years.index(int(row["year"]))] = float(row["y"])
    neighbours = None
    if (TRUTH / case / "contiguity.csv").is_file():
        neighbours = np.zeros((len(regions), len(regions)), dtype=bool)
        for pair in read(case, "contiguity.csv"):
            neighbours[regions.index(pair["region"]), regions.index(pair["neighbor"])] = True
    return Panel(regions, years, values, None, {}, {}, neighbours)


def measured(given: Panel) -> list[Measured | Refused]:
    return [row for family in (distribution, space, clubs, concentration) for row in family.measure(given)]


@pytest.mark.parametrize("case", MATCHED)
def test_every_row_of_these_families_is_the_cases(case):
    produced = {
        (row.metric, row.key): row.value for row in measured(panel(case)) if isinstance(row, Measured)
    }
    comparison = compare(case, produced)
    assert comparison.mismatched == []
    assert [metric for metric in comparison.not_produced if metric.startswith(FAMILIES)] == []
    assert comparison.matched == MATCHED[case]


def test_the_share_of_non_neighbours_is_not_the_peers():
    # inequality 1.1.2 divides by 2 n^2 times the mean: its "share" is our share times the Gini
    ours = {
        row.key: row.value for row in measured(panel("mexico")) if row.metric.endswith("nonneighbor_share")
    }
    peer = {
        row["key"]: float(row["value"])
        for row in read("mexico", "expected.csv")
        if row["metric"] == "inequality.wcg_share_as_is"
    }
    assert math.isclose(ours["1940"], 0.9041463646523683, rel_tol=1e-9)
    assert math.isclose(peer["1940"] / ours["1940"], 0.3537237117345285, rel_tol=1e-9)
    assert not [year for year in peer if math.isclose(ours[year], peer[year], rel_tol=1e-3)]
