"""marts/inequality: five measures side by side, labelled, no row lost or doubled."""

import pytest

from tests.sql.given import rows, run_model
from tests.sql.marts.labels import (
    check_labels,
    check_nothing_lost,
    group_labels,
    groups,
    indicator_labels,
    indicators,
    methods,
    view_labels,
    views,
)
from tests.sql.marts.observed import KEY, observations_of

MEASURES = ("coefficient_of_variation", "sd_log", "gini", "theil_t", "theil_l")
ROWS = rows("""
    view_id  membership  indicator_id  group_id  period  weighting   value  n_members
    latest   dated       gdp_per_head  nation    2020    unweighted  0.1    9
    latest   dated       gdp_per_head  nation    2020    weighted    0.2    9
    latest   dated       gdp_per_head  zone      2020    unweighted  -      3
    latest   fixed       gdp_per_head  zone      2021    unweighted  0.4    2
""")
SMALL = [row | {"group_id": "small"} for row in ROWS[:2]]
# a different number for every measure, so that one cannot stand for another
GIVEN = {
    measure: [row | {"value": row["value"] and row["value"] + number} for row in ROWS + SMALL]
    for number, measure in enumerate(MEASURES)
}


def inequality(coverage: float = 0.97):
    observed = [row | {"coverage": coverage} for row in observations_of(ROWS)]
    return run_model(
        {f"metrics/{measure}": content for measure, content in GIVEN.items()}
        | {
            "core/group_observations": observed + [row | {"n_members": 4} for row in observations_of(SMALL)],
            "core/groups": groups("nation", "zone", "small"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods(*(f"metrics/{measure}" for measure in MEASURES)),
        },
        "marts/inequality",
    )


def test_every_measure_under_its_own_name_and_method():
    key = (*KEY, "weighting")
    found = {
        (row["measure_id"], *(row[name] for name in key)): (row["value"], row["method_id"])
        for row in inequality()
    }
    assert found == {
        (measure, *(row[name] for name in key)): (row["value"], f"metrics/{measure}@1")
        for measure, content in GIVEN.items()
        for row in content
        if row["group_id"] != "small"
    }


def test_what_was_measured_and_what_was_expected_are_not_confused():
    present = {("nation", 2020): 9, ("zone", 2020): 3, ("zone", 2021): 2}
    for row in inequality():
        assert row["n_present"] == present[row["group_id"], row["period"]]
        assert (row["n_members"], row["coverage"]) == (10, 0.97)


def test_groups_of_less_than_five_regions_are_left_out():
    # of the group's own size, not of the members measured: the zone has ten members, two with a figure
    assert {row["group_id"] for row in inequality()} == {"nation", "zone"}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_without_value_says_so(measure):
    reasons = {
        (row["value"] is None, row["null_reason"]) for row in inequality() if row["measure_id"] == measure
    }
    assert reasons == {(False, None), (True, "undefined_for_these_values")}


def test_below_95_percent_of_the_people_every_measure_is_withheld_and_says_why():
    # also where the measure is undefined besides: what is missing comes first
    found = inequality(coverage=0.949)
    assert len(found) == len(MEASURES) * len(ROWS)
    assert {(row["value"], row["null_reason"]) for row in found} == {(None, "coverage_below_minimum")}
    assert {row["coverage"] for row in found} == {0.949}


def test_95_percent_of_the_people_are_enough():
    key = ("measure_id", *KEY, "weighting")
    values = [
        {tuple(row[name] for name in key): (row["value"], row["null_reason"]) for row in inequality(coverage)}
        for coverage in (0.95, 1.0)
    ]
    assert values[0] == values[1]
    assert (None, "coverage_below_minimum") not in values[0].values()


def test_labels_and_grain():
    found = inequality()
    check_labels(
        found,
        {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels},
    )
    given = [row | {"measure_id": measure} for measure in MEASURES for row in ROWS]
    check_nothing_lost(found, given, (*KEY, "measure_id", "weighting"))
