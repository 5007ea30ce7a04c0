"""metrics/club: two groups that part are two clubs; refusals say why, for every unit."""

import numpy
import pytest

from assets.statistics.clubs import find_clubs
from assets.statistics.hodrick_prescott import hodrick_prescott_trend
from tests.assets.statistics.models.running import GROUPS, panel, rows_of

YEARS = numpy.arange(20)
RANDOM = numpy.random.default_rng(11)


def paths(years=20):
    """Twelve regions drawing together to two levels that drift apart."""
    spread = RANDOM.normal(0, 0.2, size=12)
    found = {}
    for region in range(12):
        level = 9 + (0.06 if region < 6 else 0.01) * YEARS + spread[region] * 0.85**YEARS
        found[f"{region:02}"] = numpy.exp(level + RANDOM.normal(0, 0.002, size=20))[:years]
    return found


PATHS = paths()


def clubs(values=PATHS, **changes):
    return rows_of("club", {"core/panel_values": panel(values, **changes), "core/groups": GROUPS})


def test_the_clubs_are_those_of_the_library():
    logs = hodrick_prescott_trend(numpy.log(numpy.array(list(PATHS.values()))), 400.0)
    for convention in ("R", "Stata"):
        expected = find_clubs(logs, convention)
        found = [row for row in clubs() if (row["convention"], row["merging"]) == (convention, "none")]
        assert [row["club_number"] for row in found] == [expected.number_of(row) for row in range(12)]
        assert {row["n_clubs"] for row in found} == {len(expected.clubs)}


def test_the_two_groups_never_share_a_club():
    for row in clubs():
        if row["merging"] == "none" and row["club_number"]:
            together = {
                other["region_id"] < "06"
                for other in clubs()
                if (other["convention"], other["merging"], other["club_number"])
                == (row["convention"], row["merging"], row["club_number"])
            }
            assert len(together) == 1


def test_four_ways_for_every_unit_over_all_years():
    found = clubs()
    assert len(found) == 4 * 12
    assert {(row["period_start"], row["period_end"]) for row in found} == {(2001, 2020)}
    assert {row["null_reason"] for row in found} == {None}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"breaks": [2011]}, "at least 10 regions and 15 periods"),
        ({"values": {region: path[:14] for region, path in PATHS.items()}}, "15 periods"),
        ({"values": PATHS | {"00": numpy.full(20, 0.5)}}, "log not positive"),
    ],
)
def test_what_cannot_be_clustered_says_so_for_every_unit(changes, reason):
    found = clubs(**changes)
    assert len(found) == 12
    assert {row["club_number"] for row in found} == {None}
    assert all(reason in row["null_reason"] for row in found)


def test_a_break_leaves_the_longest_run():
    found = clubs(breaks=[2003])
    assert {(row["period_start"], row["period_end"]) for row in found} == {(2003, 2020)}
