"""core/member_moments: moments with equal shares and with shares of the weight, side by side."""

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


def moments(members):
    if isinstance(members, str):
        members = rows(members, **SAME)
    return run_model({"core/member_values": members}, "core/member_moments")


def test_two_means_and_two_variances():
    # equal: (10 + 40) / 2 = 25, deviations of 15; by weight 1 : 3 it is 32.5, and
    # 0.25 x 22.5^2 + 0.75 x 7.5^2 = 126.5625 + 42.1875
    check(
        moments("""
            group_id  region_id  value  weight
            bloc      a          10     1
            bloc      b          40     3
        """),
        """
        group_id  weighting   n_members  lowest_value  group_mean  variance
        bloc      unweighted  2          10            25          225
        bloc      weighted    2          10            32.5        168.75
        """,
    )


def test_a_missing_weight_withholds_the_weighted_half_only():
    check(
        moments("""
            group_id  region_id  value  weight
            bloc      a          10     1
            bloc      b          40     -
            zone      a          10     0
            zone      b          40     0
        """),
        """
        group_id  weighting   group_mean
        bloc      unweighted  25
        zone      unweighted  25
        """,
    )


def test_a_single_member_has_nothing_to_differ_from():
    found = moments("""
        group_id  region_id  value  weight
        lone      a          10     1
        bloc      a          10     1
        bloc      b          10     1
    """)
    assert {row["group_id"] for row in found} == {"bloc"}


def test_a_zero_has_no_logarithm_and_adds_none():
    found = moments("""
        group_id  region_id  value  weight
        zero      a          0      1
        zero      b          1      1
        none      a          0      1
        none      b          0      1
    """)
    assert all(row["log_mean"] is row["log_variance"] is None for row in found)
    assert all(row["value_log_mean"] == 0 for row in found)


def test_members_that_are_equal_have_no_variance_at_all():
    found = moments(
        [
            {"group_id": "g", "region_id": f"r{number}", "value": 101.3, "weight": weight} | SAME
            for number, weight in enumerate((0.1, 7.7, 1234.5))
        ]
    )
    assert [row["variance"] for row in found] == [0, 0] == [row["log_variance"] for row in found]


levels = some.one_of(some.floats(1, 1e5), some.floats(100, 100.01))


@settings(max_examples=25, deadline=None)
@given(some.lists(some.tuples(levels, some.floats(0.1, 1e4)), min_size=2, max_size=8))
def test_numpy_gives_the_same(members):
    found = moments(
        [
            {"group_id": "g", "region_id": f"r{number}", "value": value, "weight": weight} | SAME
            for number, (value, weight) in enumerate(members)
        ]
    )
    values, weights = (numpy.array(column) for column in zip(*members, strict=True))
    for row in found:
        shares = weights if row["weighting"] == "weighted" else numpy.ones(len(values))
        for numbers, mean, variance in (
            (values, "group_mean", "variance"),
            (numpy.log(values), "log_mean", "log_variance"),
        ):
            centre = numpy.average(numbers, weights=shares)
            assert row[mean] == pytest.approx(centre, rel=1e-12)
            spread = numpy.average((numbers - centre) ** 2, weights=shares)
            assert row[variance] == pytest.approx(spread, rel=1e-8, abs=1e-12 * centre**2)
        assert row["value_log_mean"] == pytest.approx(
            numpy.average(values * numpy.log(values), weights=shares), rel=1e-9
        )
