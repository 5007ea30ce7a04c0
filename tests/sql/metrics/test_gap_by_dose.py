"""metrics/gap_by_dose: worked, recomputed, invariant, partial."""

import math

import pytest

from tests.sql.given import check, rows, run_model
from tests.sql.metrics.gaps import COMPARISONS
from tests.sql.metrics.nation import nation

DOSES = """
    region_id  n_strategies
    a          0
    b          1
    c          1
    d          2
"""
VALUES = """
    indicator_id  region_id  numerator  denominator
    gdp_per_head  a          400        10
    gdp_per_head  b          600        10
    gdp_per_head  c          1800       30
    gdp_per_head  d          3200       40
    gdp           a          400        -
    household     a          -          -
"""


FIGURES = {"basis_text": "census7", "has_break": False, "source_id": "nbs", "is_weakly_attributed": False}
WEIGHTS = """
    region_id  weight
    a          10
    b          10
    c          30
    d          50
"""


def gaps(values: str = VALUES, doses: str = DOSES, nation_value: float | None = 1.0, **regions):
    """`regions` change what stands beside the figures: a column, and its value by region."""
    figures = [FIGURES | row for row in rows(values, view_id="latest", period=2020)]
    for row in figures:
        row |= {column: by[row["region_id"]] for column, by in regions.items() if row["region_id"] in by}
    return run_model(
        {
            "core/region_values": figures,
            "core/region_weights": WEIGHTS,
            "core/strategy_doses": rows(doses, membership="dated", period=2020),
            "core/comparisons": COMPARISONS,
        }
        | nation(value=nation_value),
        "metrics/gap_by_dose",
    )


def test_worked_example():
    # all: 6000 / 90; one strategy: (600 + 1800) / (10 + 30) = 60, ratio 60 x 90 / 6000 = 0.9
    check(
        gaps(),
        """
        indicator_id  n_strategies  value  reference_value  ratio  n_members
        gdp_per_head  0             40     6000/90          0.6    1
        gdp_per_head  1             60     6000/90          0.9    2
        gdp_per_head  2             80     6000/90          1.2    1
        """,
    )


def test_recomputed_and_consistent_with_the_nation():
    # the reference is the mean of the doses weighted by their people
    people = {0: 10, 1: 40, 2: 40}
    found = gaps()
    total = sum(row["value"] * people[row["n_strategies"]] for row in found)
    for row in found:
        assert row["reference_value"] == pytest.approx(total / 90, rel=1e-12)
        assert row["ratio"] == pytest.approx(row["value"] / (total / 90), rel=1e-12)


def test_one_dose_for_all_is_the_nation():
    (row,) = gaps(doses=DOSES.replace("  0\n", "  1\n").replace("  2\n", "  1\n"))
    assert (row["n_members"], row["ratio"]) == (4, 1)


def test_regions_without_figure_or_weight_are_left_out_of_both_sides():
    # without c: one strategy 600 / 10; nation (400 + 600 + 3200) / 60 = 70
    found = gaps(VALUES.replace("1800       30", "1800       - "))
    assert [row["n_members"] for row in found] == [1, 1, 1]
    assert {row["reference_value"] for row in found} == {70}


def test_zero_denominator():
    (row,) = gaps(
        """
        indicator_id  region_id  numerator  denominator
        gdp_per_head  a          400        0
        """
    )
    assert (row["value"], row["reference_value"], row["ratio"]) == (None, None, None)


def test_no_value_for_the_nation_no_gap_from_it():
    assert gaps(nation_value=None) == []


def test_log_gap_is_the_log_of_reference_over_value():
    # one strategy 60, all 6000/90: ln(6000/90 / 60) = ln(10/9)
    assert [row["log_gap"] for row in gaps()] == pytest.approx(
        [math.log(5 / 3), math.log(10 / 9), math.log(5 / 6)], rel=1e-12
    )


def test_coverage_is_by_weight_of_the_class():
    # without c only b reports of one strategy: 10 of 10 + 30
    found = gaps(VALUES.replace("1800       30", "1800       - "))
    assert [row["coverage"] for row in found] == [1, 0.25, 1]
    assert [row["coverage"] for row in gaps()] == [1, 1, 1]
    assert {row["reference_coverage"] for row in found} == {1}  # as the nation's own row has it


def test_basis_and_source_name_first_and_last():
    found = gaps(basis_text={"c": "census6"}, source_id={"b": "ceads"}, is_weakly_attributed={"d": True})
    assert [row["basis_text"] for row in found] == ["census7", "census6 … census7", "census7"]
    assert {row["is_mixed_basis"] for row in found} == {True}
    assert {row["is_mixed_basis"] for row in gaps()} == {False}
    assert [row["source_text"] for row in found] == ["nbs", "ceads, nbs", "nbs"]
    assert [row["is_weakly_attributed"] for row in found] == [False, False, True]


def test_a_break_of_any_unit_is_one_of_every_class():
    assert {(row["has_break"], row["n_breaks"]) for row in gaps(has_break={"d": True})} == {(True, 1)}
    assert {(row["has_break"], row["n_breaks"]) for row in gaps()} == {(False, 0)}
    # also of a unit without a weight, whose figure does not enter
    lacking = VALUES.replace("1800       30", "1800       - ")
    assert {row["n_breaks"] for row in gaps(lacking, has_break={"c": True})} == {1}
