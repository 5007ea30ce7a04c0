"""metrics/theil_by_group: worked, recomputed, invariant, partial."""

import math

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.sql.given import run_model
from tests.sql.metrics.dispersion import measure
from tests.sql.metrics.partitions import tables

MODEL = "metrics/theil_by_group"
PARTS = ("theil_t_within", "theil_t_between", "theil_l_within", "theil_l_between")
some_regions = some.lists(
    some.tuples(some.sampled_from("abc"), some.floats(1, 1e5), some.floats(0.1, 1e4)),
    min_size=2,
    max_size=9,
)


def parts(regions):
    """(group, weighting) -> row."""
    return {(row["group_id"], row["weighting"]): row for row in run_model(tables(regions), MODEL)}


def test_worked_example():
    # poor: 10 and 30, rich: 60. Unweighted: shares of the regions 2/3 and 1/3, of the total 0.4 and 0.6.
    # T between = 0.4 ln(0.4 / (2/3)) + 0.6 ln(0.6 / (1/3)), each group its own term.
    # T within of poor = 0.4 x T(10, 30), T(10, 30) = 1/4 ln 1/2 + 3/4 ln 3/2; a single region has none
    found = parts([("poor", 10, 1), ("poor", 30, 1), ("rich", 60, 2)])
    poor, rich = found["poor", "unweighted"], found["rich", "unweighted"]
    assert (poor["n_members"], poor["group_mean"]) == (2, 20)
    assert (poor["group_share"], poor["group_value_share"]) == pytest.approx((2 / 3, 0.4))
    assert poor["theil_t_between"] == pytest.approx(0.4 * math.log(0.6), rel=1e-12)
    assert rich["theil_t_between"] == pytest.approx(0.6 * math.log(1.8), rel=1e-12)
    t_of_poor = 0.25 * math.log(0.5) + 0.75 * math.log(1.5)
    assert poor["theil_t_within"] == pytest.approx(0.4 * t_of_poor, rel=1e-12)
    # L: p ln(p / s) between; within p x L(10, 30) = 2/3 x (ln 2 + ln 2/3) / 2
    assert poor["theil_l_between"] == pytest.approx(2 / 3 * math.log((2 / 3) / 0.4), rel=1e-12)
    assert poor["theil_l_within"] == pytest.approx(math.log(2 * 2 / 3) / 3, rel=1e-12)
    assert (rich["theil_t_within"], rich["theil_l_within"]) == pytest.approx((0, 0), abs=1e-12)
    # weights 1 : 1 : 2 make the rich half of the people and three quarters of the total
    assert found["rich", "weighted"]["group_share"] == 0.5
    assert found["rich", "weighted"]["theil_t_between"] == pytest.approx(0.75 * math.log(1.5))


@settings(max_examples=10, deadline=None)
@given(some_regions)
def test_groups_recomputed_from_their_own_indices(regions):
    found = parts(regions)
    weights = numpy.array([weight for _, _, weight in regions])
    values = numpy.array([value for _, value, _ in regions])
    for group_id in {group for group, _, _ in regions}:
        inside = numpy.array([group == group_id for group, _, _ in regions])
        p, y = weights[inside] / weights[inside].sum(), values[inside]
        mean = (p * y).sum()
        people = weights[inside].sum() / weights.sum()
        total = (weights * values)[inside].sum() / (weights * values).sum()
        expected = (
            total * (p * y / mean * numpy.log(y / mean)).sum(),
            total * math.log(total / people),
            people * (p * numpy.log(mean / y)).sum(),
            people * math.log(people / total),
        )
        row = found[group_id, "weighted"]
        assert [row[part] for part in PARTS] == pytest.approx(expected, rel=1e-8, abs=1e-10)


@settings(max_examples=10, deadline=None)
@given(some_regions)
def test_between_and_within_add_up_to_the_index_of_all(regions):
    found = parts(regions)
    for metric in ("theil_t", "theil_l"):
        of_all = measure(metric, g=[(value, weight) for _, value, weight in regions])
        for weighting in ("unweighted", "weighted"):
            total = sum(
                row[f"{metric}_within"] + row[f"{metric}_between"]
                for (_, of_row), row in found.items()
                if of_row == weighting
            )
            assert total == pytest.approx(of_all["g", weighting], rel=1e-8, abs=1e-10)


@settings(max_examples=5, deadline=None)
@given(some_regions)
def test_scale_and_order_leave_every_part_alone(regions):
    base = parts(regions)
    changed = parts([(group, 1000 * value, 3 * weight) for group, value, weight in regions[::-1]])
    for key, row in base.items():
        for part in PARTS:
            assert changed[key][part] == pytest.approx(row[part], rel=1e-8, abs=1e-10)


def test_missing_weight_leaves_the_unweighted_half():
    found = parts([("a", 1, None), ("a", 2, 1), ("b", 3, 1)])
    assert {weighting for _, weighting in found} == {"unweighted"}


def test_no_index_for_zero_or_negative_values():
    assert parts([("a", 0, 1), ("a", 2, 1), ("b", 3, 1)]) == {}
    assert parts([("a", -1, 1), ("a", 2, 1), ("b", 3, 1)]) == {}


def test_sets_that_are_no_partition_have_no_parts():
    given = tables([("a", 1, 1), ("a", 2, 1), ("b", 3, 1)], is_partition=False)
    assert run_model(given, MODEL) == []
