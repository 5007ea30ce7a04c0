"""metrics/theil_decomposition: worked, recomputed, invariant, refused."""

# ruff: noqa: E501 (whole rows stand on one line)

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.sql.given import check, rows, run_model
from tests.sql.metrics.dispersion import measure
from tests.sql.metrics.gaps import COMPARISONS
from tests.sql.metrics.nation import nation
from tests.sql.metrics.partitions import tables

REGION_VALUES = """
    view_id  indicator_id  period
    latest   gdp_per_head  2020
    latest   gdp           2020
    latest   gdp_per_head  2021
"""
some_members = some.lists(some.tuples(some.floats(1, 1e5), some.floats(0.1, 1e4)), min_size=2, max_size=9)


def decomposed(regions, coverage=1.0, **of_set):
    return run_model(
        tables(regions, **of_set)
        | {"core/region_values": REGION_VALUES, "core/comparisons": COMPARISONS}
        | nation(coverage),
        "metrics/theil_by_group",
        "metrics/theil_decomposition",
    )


def found(regions):
    """(index, weighting) -> row."""
    return {(row["index_id"], row["weighting"]): row for row in decomposed(regions)}


def test_worked_example():
    # two groups of two equal regions each, 10 and 30: nothing within; between is T of (10, 30)
    # = 1/4 ln 1/2 + 3/4 ln 3/2 and L of (10, 30) = (ln 2 + ln 2/3) / 2
    result = found([("a", 10, 1), ("a", 10, 1), ("b", 30, 1), ("b", 30, 1)])
    t, length = result["theil_t", "weighted"], result["theil_l", "weighted"]
    assert t["between_groups"] == pytest.approx(0.25 * math.log(0.5) + 0.75 * math.log(1.5))
    assert length["between_groups"] == pytest.approx(math.log(4 / 3) / 2)
    for row in (t, length):
        assert row["within_groups"] == pytest.approx(0, abs=1e-12)
        assert row["value"] == pytest.approx(row["between_groups"], rel=1e-12)
        assert row["between_share"] == pytest.approx(1)
        assert (row["n_members"], row["null_reason"]) == (4, None)


@settings(max_examples=10, deadline=None)
@given(some_members, some.data())
def test_total_is_the_index_of_all_and_its_two_parts(members, data):
    groups = [data.draw(some.sampled_from("abc")) for _ in members]
    result = found([(g, value, weight) for g, (value, weight) in zip(groups, members, strict=True)])
    for index in ("theil_t", "theil_l"):
        of_all = measure(index, g=members)
        for weighting in ("unweighted", "weighted"):
            row = result[index, weighting]
            assert row["value"] == pytest.approx(of_all["g", weighting], rel=1e-8, abs=1e-10)
            assert row["between_groups"] + row["within_groups"] == row["value"]
            assert row["between_groups"] >= -1e-10
            assert row["within_groups"] >= -1e-10


@settings(max_examples=5, deadline=None)
@given(some_members)
def test_one_group_has_no_between_and_single_regions_no_within(members):
    together = found([("a", value, weight) for value, weight in members])
    apart = found([(f"g{n}", value, weight) for n, (value, weight) in enumerate(members)])
    for key, row in together.items():
        assert row["between_groups"] == pytest.approx(0, abs=1e-10)
        assert apart[key]["within_groups"] == pytest.approx(0, abs=1e-10)
        assert apart[key]["value"] == pytest.approx(row["value"], rel=1e-8, abs=1e-10)


def test_merging_groups_of_equal_mean_keeps_between():
    # a (10, 30) and b (15, 25) both have the mean 20 under equal weights
    apart = found([("a", 10, 1), ("a", 30, 1), ("b", 15, 1), ("b", 25, 1), ("c", 80, 1)])
    merged = found([("a", 10, 1), ("a", 30, 1), ("a", 15, 1), ("a", 25, 1), ("c", 80, 1)])
    for key, row in apart.items():
        assert merged[key]["between_groups"] == pytest.approx(row["between_groups"], rel=1e-12)


def test_equal_regions_have_no_share_to_speak_of():
    row = found([("a", 7, 1), ("b", 7, 2)])["theil_t", "weighted"]
    assert (row["value"], row["between_share"]) == (0, None)


def test_overlapping_zones_are_refused_with_the_alternative_named():
    check(
        decomposed([("delta", 1, 1), ("belt", 2, 1)], set_id="major_strategy", is_partition=False),
        """
        view_id  membership  indicator_id  set_id          period  weighting  index_id  value  between_groups  between_share  n_members  null_reason
        latest   dated       gdp_per_head  major_strategy  2020    weighted   theil_t   -      -               -              -          not_a_partition: use gap_to_rest per zone, or a partition
        """,
    )


def test_a_missing_weight_leaves_the_unweighted_rows():
    result = found([("a", 1, None), ("a", 2, 1), ("b", 3, 1)])
    assert set(result) == {("theil_l", "unweighted"), ("theil_t", "unweighted")}


def test_too_few_units_are_withheld_with_the_reason():
    # 94 of 100 persons live where a figure is printed: the split would be theirs, not the nation's
    for row in decomposed([("a", 1, 1), ("a", 2, 1), ("b", 3, 1)], coverage=0.94):
        assert (row["value"], row["between_groups"], row["within_groups"]) == (None, None, None)
        assert row["null_reason"] == "coverage_below_minimum"


def test_a_bloc_with_one_figure_still_belongs_to_the_total():
    # the northeast has a figure for one region only; the three regions of the nation's own index
    # are the three the decomposition must account for
    regions = [("east", "a", 10), ("east", "b", 30), ("northeast", "c", 90)]
    usual = {"view_id": "latest", "indicator_id": "gdp_per_head", "period": 2020}
    members = [
        {"group_id": group, "membership": "dated", "period": 2020, "region_id": region}
        for of_group, region, _ in regions
        for group in (of_group, "nation")
    ]
    values = [usual | {"region_id": r, "value": float(v), "denominator": 1.0} for _, r, v in regions]
    common = {"core/region_values": values, "core/group_members": members}
    common |= {"core/comparisons": COMPARISONS}
    sets = rows(
        """
        group_id
        east
        northeast
        """,
        set_id="blocs",
        membership="dated",
        period=2020,
        is_partition=True,
    )
    total = run_model(
        common | {"core/group_sets": sets} | nation(),
        "core/member_values",
        "metrics/theil_by_group",
        "metrics/theil_decomposition",
    )
    of_all = run_model(common, "core/member_values", "core/member_moments", "metrics/theil_t")
    assert total[-1]["n_members"] == 3
    of_nation = {row["weighting"]: row["value"] for row in of_all if row["group_id"] == "nation"}
    for row in total:
        if row["index_id"] == "theil_t":
            assert row["value"] == pytest.approx(of_nation[row["weighting"]], rel=1e-9)
