"""metrics/transition_path: paths of smoothed logs beside the clubs of metrics/club."""

import numpy
import pytest

from assets.statistics.hodrick_prescott import hodrick_prescott_trend
from tests.assets.statistics.models.running import GROUPS, panel, rows_of
from tests.assets.statistics.models.test_club import PATHS


def clubs(values, number=1, reason=None, start=2001, end=2020, ways=(("R", "none"), ("Stata", "none"))):
    """Rows of metrics/club: every region in one club, or in none for a reason."""
    key = {"view_id": "latest", "indicator_id": "gdp_per_head", "group_id": "nation"}
    return [
        key
        | {"convention": convention, "merging": merging, "region_id": region, "period_start": start,
           "period_end": end, "club_number": number, "null_reason": reason}
        for convention, merging in ways
        for region in values
    ]  # fmt: skip


def paths(values=PATHS, club_rows=None, **changes):
    tables = {
        "core/panel_values": panel(values, **changes),
        "core/groups": GROUPS,
        "metrics/club": clubs(values) if club_rows is None else club_rows,
    }
    return rows_of("transition_path", tables)


def test_recomputed_from_smoothed_logs():
    logs = hodrick_prescott_trend(numpy.log(numpy.array(list(PATHS.values()))), 400.0)
    expected = logs / logs.mean(axis=0)
    found = [row["transition_coefficient"] for row in paths() if row["convention"] == "R"]
    assert found == pytest.approx(expected.ravel().tolist(), rel=1e-12)


def test_a_row_a_year_and_way_with_the_club_of_that_way():
    rows = clubs(PATHS, 1, ways=[("R", "none")]) + clubs(PATHS, 2, ways=[("R", "phillips_sul")])
    found = paths(club_rows=rows)
    assert len(found) == 2 * 12 * 20
    assert {(row["merging"], row["club_number"]) for row in found} == {("none", 1), ("phillips_sul", 2)}
    by_way = [[row["transition_coefficient"] for row in found if row["merging"] == merging]
              for merging in ("none", "phillips_sul")]  # fmt: skip
    assert by_way[0] == by_way[1]


def test_the_years_are_those_the_clubs_were_sought_in():
    found = paths(club_rows=clubs(PATHS, start=2005, end=2019))
    assert {row["period"] for row in found} == set(range(2005, 2020))
    logs = hodrick_prescott_trend(numpy.log(numpy.array(list(PATHS.values())))[:, 4:19], 400.0)
    assert found[0]["transition_coefficient"] == pytest.approx(logs[0, 0] / logs[:, 0].mean(), rel=1e-12)


def test_too_few_years_for_clubs_still_make_a_path():
    short = {region: path[:5] for region, path in PATHS.items()}
    found = paths(short, clubs(short, None, "refused: 15 periods are needed", end=2005))
    assert all(row["transition_coefficient"] is not None for row in found)
    assert {(row["club_number"], row["null_reason"]) for row in found} == {
        (None, "refused: 15 periods are needed")
    }


@pytest.mark.parametrize(
    ("values", "end"),
    [
        (PATHS | {"00": numpy.full(20, 0.5)}, 2020),
        ({region: path[:2] for region, path in PATHS.items()}, 2002),
    ],
)
def test_no_path_without_positive_logs_or_a_trend(values, end):
    found = paths(values, clubs(values, None, "refused", end=end))
    assert {row["transition_coefficient"] for row in found} == {None}
    assert {row["null_reason"] for row in found} == {"refused"}
