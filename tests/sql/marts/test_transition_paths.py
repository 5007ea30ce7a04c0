"""marts/transition_paths: paths passed on with names, the test of their club and the club's mean path."""

import pytest

from tests.sql.given import run_model
from tests.sql.marts.labels import (
    check_labels,
    check_nothing_lost,
    indicator_labels,
    indicators,
    methods,
    region_labels,
    regions,
    view_labels,
    views,
)
from tests.sql.marts.passing import columns_of, metric_row

KEY = ("view_id", "indicator_id", "group_id", "convention", "merging", "region_id", "period")
WAY = {"group_id": "nation", "convention": "R", "merging": "none"}
# region, club, path in two years; d lies in no club, e could not be clustered
PATHS = (
    ("a", 1, 1.2, 1.1),
    ("b", 1, 1.0, 1.0),
    ("c", 2, 0.9, 0.95),
    ("d", 0, 0.7, 0.75),
    ("e", None, 1.2, 1.2),
)
STATISTICS = {"a": -1.65, "b": -1.65, "c": 2.0, "d": None, "e": None}
GIVEN = [
    metric_row(columns_of("transition_path"), number, **WAY, region_id=region, club_number=club,
               period=2020 + at, transition_coefficient=path)
    for number, (region, club, *path_values) in enumerate(PATHS)
    for at, path in enumerate(path_values)
]  # fmt: skip
CLUBS = [
    metric_row(columns_of("club"), number, **WAY, region_id=region, club_number=club,
               t_statistic=STATISTICS[region])
    for number, (region, club, *_) in enumerate(PATHS)
]  # fmt: skip


def paths():
    return run_model(
        {
            "metrics/transition_path": GIVEN,
            "metrics/club": CLUBS,
            "core/regions": regions("a", "b", "c", "d", "e"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/transition_path"),
        },
        "marts/transition_paths",
    )


def test_paths_are_passed_on_with_labels():
    found = paths()
    check_nothing_lost(found, GIVEN, KEY)
    check_labels(
        found, {"region_id": region_labels, "indicator_id": indicator_labels, "view_id": view_labels}
    )
    assert {row["method_id"] for row in found} == {"metrics/transition_path@1"}
    given = {(row["region_id"], row["period"]): row["transition_coefficient"] for row in GIVEN}
    assert {(row["region_id"], row["period"]): row["transition_coefficient"] for row in found} == given


def test_the_mean_path_is_of_the_club_and_of_no_one_outside_clubs():
    # club 1: (1.2 + 1.0) / 2 = 1.1, then (1.1 + 1.0) / 2 = 1.05
    found = {(row["region_id"], row["period"]): row["club_mean_coefficient"] for row in paths()}
    assert found["a", 2020] == found["b", 2020] == pytest.approx(1.1, rel=1e-12)
    assert found["a", 2021] == pytest.approx(1.05, rel=1e-12)
    assert found["c", 2021] == 0.95
    assert [found[region, 2020] for region in "de"] == [None, None]


def test_the_test_of_the_club_comes_with_the_path():
    marked = {row["region_id"]: (row["t_statistic"], row["is_rejected"]) for row in paths()}
    assert marked == {
        "a": (-1.65, True), "b": (-1.65, True), "c": (2.0, False), "d": (None, None), "e": (None, None)
    }  # fmt: skip
