"""metrics/shapley_share: worked, weights, negative values, what adds up."""

import math

import pytest

from tests.assets.statistics.models.running import GROUPS, panel, rows_of

DOSES = [
    {"region_id": region, "membership": "fixed", "strategy_ids": ids}
    for region, ids in {"a": "belt", "b": "belt delta", "c": "", "d": ""}.items()
]


def shares(values, weights=None):
    given = panel({region: [value] for region, value in zip("abcd", values, strict=True)}, weights=weights)
    found = rows_of(
        "shapley_share", {"core/panel_values": given, "core/groups": GROUPS, "core/strategy_doses": DOSES}
    )
    return {(row["group_id"], row["weighting"]): row for row in found}


def test_worked_example():
    # a and b at 3, c and d at 1: the belt explains all, T = 3/4 ln 3/2 + 1/4 ln 1/2; the delta alone
    # (b against the mean 5/3 of the others) would explain T1, and adds nothing to the belt: T1 / 2
    total = 0.75 * math.log(1.5) + 0.25 * math.log(0.5)
    alone = 3 / 8 * math.log(1.5) + 5 / 8 * math.log(5 / 6)
    found = shares((3, 3, 1, 1))
    assert found["all", "unweighted"]["value"] == pytest.approx(total)
    assert found["delta", "unweighted"]["value"] == pytest.approx(alone / 2)
    assert found["belt", "unweighted"]["value"] == pytest.approx(total - alone / 2)
    assert [found[group, "unweighted"]["n_members"] for group in ("belt", "delta", "all")] == [2, 1, 4]


def test_shares_add_up_and_never_pass_the_whole():
    found = shares((9, 4, 2, 1), {"a": 1, "b": 5, "c": 2, "d": 3})
    for weighting in ("unweighted", "weighted"):
        parts = sum(found[group, weighting]["value"] for group in ("belt", "delta"))
        assert parts == pytest.approx(found["all", weighting]["value"])
        assert parts <= found["all", weighting]["total_value"] + 1e-12


def test_without_weights_there_is_no_weighted_row_and_with_a_negative_value_none():
    assert {weighting for _, weighting in shares((3, 3, 1, 1))} == {"unweighted"}
    assert shares((3, 3, 1, -1)) == {}
