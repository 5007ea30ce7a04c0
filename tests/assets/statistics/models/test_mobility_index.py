"""metrics/mobility_index: worked, and the reasons where there is no measure."""

import pytest

from tests.assets.statistics.models.running import GROUPS, panel, rows_of
from tests.assets.statistics.models.test_mobility_matrix import PATHS


def measures(paths=PATHS, scheme="relative_to_mean"):
    found = rows_of("mobility_index", {"core/panel_values": panel(paths), "core/groups": GROUPS})
    return {(row["measure_id"], row["from_class"]): row for row in found if row["class_scheme"] == scheme}


def test_worked_example():
    # probabilities 1/2, 1/2 for the two lowest classes, 1 for the others: trace 4, Shorrocks (5 - 4) / 4
    found = measures()
    assert found["shorrocks", 0]["value"] == pytest.approx(0.25)
    assert found["prais", 1]["value"] == pytest.approx(0.5)
    assert found["sojourn_years", 1]["value"] == pytest.approx(2)
    # Bartholomew: (1/2 + 1/2) / 5 classes / (5 - 1)
    assert found["bartholomew", 0]["value"] == pytest.approx(0.05)
    assert {row["n_moves"] for row in found.values()} == {10}


def test_a_class_nobody_leaves_and_a_chain_in_parts_say_so():
    found = measures()
    assert (found["sojourn_years", 5]["value"], found["sojourn_years", 5]["null_reason"]) == (
        None,
        "absorbing_class",
    )
    assert "reducible" in found["ergodic_share", 0]["null_reason"]
    assert found["half_life_years", 0]["value"] is None


def test_ties_that_leave_a_class_empty_say_so():
    found = measures({region: [1, 1, 1] for region in "abcde"}, "yearly_quartiles")
    assert set(found) == {("shorrocks", 0)}
    assert "ties" in found["shorrocks", 0]["null_reason"]
