"""core/weighted_members: equal shares and shares of the weight, side by side."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.sql.given import check, rows, run_model

SAME = {
    "view_id": "latest",
    "membership": "dated",
    "indicator_id": "gdp_per_head",
    "period": 2020,
}


def weighted(members):
    if isinstance(members, str):
        members = rows(members, **SAME)
    return run_model({"core/member_values": members}, "core/weighted_members")


def test_two_shares_and_two_means():
    # equal: (10 + 40) / 2 = 25; by weight 1 : 3 it is 0.25 x 10 + 0.75 x 40 = 32.5
    check(
        weighted("""
            group_id  region_id  value  weight
            bloc      a          10     1
            bloc      b          40     3
        """),
        """
        group_id  weighting   region_id  value  share  group_mean
        bloc      unweighted  a          10     1/2    25
        bloc      unweighted  b          40     1/2    25
        bloc      weighted    a          10     1/4    32.5
        bloc      weighted    b          40     3/4    32.5
        """,
    )


def test_a_missing_weight_withholds_the_weighted_half_only():
    check(
        weighted("""
            group_id  region_id  value  weight
            bloc      a          10     1
            bloc      b          40     -
            zone      a          10     0
            zone      b          40     0
        """),
        """
        group_id  weighting   region_id  share
        bloc      unweighted  a          1/2
        bloc      unweighted  b          1/2
        zone      unweighted  a          1/2
        zone      unweighted  b          1/2
        """,
    )


def test_a_single_member_has_nothing_to_differ_from():
    found = weighted("""
        group_id  region_id  value  weight
        lone      a          10     1
        bloc      a          10     1
        bloc      b          10     1
    """)
    assert {row["group_id"] for row in found} == {"bloc"}


@settings(max_examples=15, deadline=None)
@given(some.lists(some.tuples(some.floats(1, 1e5), some.floats(0.1, 1e4)), min_size=2, max_size=8))
def test_shares_add_up_and_means_are_numpys(members):
    found = weighted(
        [
            {"group_id": "g", "region_id": f"r{number}", "value": value, "weight": weight} | SAME
            for number, (value, weight) in enumerate(members)
        ]
    )
    values, weights = zip(*members, strict=True)
    for weighting, mean in (
        ("unweighted", numpy.mean(values)),
        ("weighted", numpy.average(values, weights=weights)),
    ):
        half = [row for row in found if row["weighting"] == weighting]
        assert sum(row["share"] for row in half) == pytest.approx(1, rel=1e-12)
        assert half[0]["group_mean"] == pytest.approx(mean, rel=1e-9)
