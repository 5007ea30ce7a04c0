"""metrics/nested_decomposition: worked, equal to the two stages in Python, zeros, missing weights."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.decomposition import nested_theil
from tests.sql.given import run_model

GROUPS = [
    {"group_id": name, "group_kind": kind, "membership_rule": rule}
    for name, kind, rule in (
        ("nation", "nation", "retrospective"),
        ("north", "other", "retrospective"),
        ("south", "other", "retrospective"),
        ("coast", "other", "retrospective"),
        ("inland", "other", "retrospective"),
        ("old", "bloc", "dated"),
    )
]
SETS = {"ns": ("north", "south"), "ci": ("coast", "inland"), "past": ("old",)}
some_regions = st.lists(
    st.tuples(
        st.sampled_from(SETS["ns"]), st.sampled_from(SETS["ci"]), st.floats(1, 1e4), st.floats(0.1, 1e3)
    ),
    min_size=4,
    max_size=9,
)


def nested(regions):
    common = {"membership": "dated", "period": 2020}
    named = [(f"r{number}", *region) for number, region in enumerate(regions)]
    values = [
        {
            "view_id": "latest",
            "indicator_id": "income",
            "group_id": "nation",
            "period": 2020,
            "region_id": region,
            "value": float(value),
            "weight": weight if weight is None else float(weight),
        }
        for region, _, _, value, weight in named
    ]
    members = [
        common | {"group_id": group, "region_id": region}
        for region, first, second, _, _ in named
        for group in (first, second, "old")
    ]
    sets = [
        common | {"set_id": set_id, "group_id": group, "is_partition": True}
        for set_id, groups in SETS.items()
        for group in groups
    ]
    found = run_model(
        {
            "core/panel_values": values,
            "core/group_sets": sets,
            "core/group_members": members,
            "core/groups": GROUPS,
        },
        "metrics/nested_decomposition",
    )
    return {(row["outer_set_id"], row["set_id"], row["weighting"]): row for row in found}


def test_worked_example():
    # north 1 3, south 1 3, coast the ones with 3: nothing between north and south, all between the coasts
    regions = [("north", "inland", 1, 1), ("north", "coast", 3, 1)]
    found = nested(regions + [("south", coast, value, 1) for _, coast, value, _ in regions])
    row = found["ns", "ci", "unweighted"]
    assert row["between_groups"] == pytest.approx(0, abs=1e-12)
    assert row["between_inner_groups"] == pytest.approx(row["value"])
    assert row["within_groups"] == pytest.approx(0, abs=1e-12)
    turned = found["ci", "ns", "unweighted"]
    assert turned["between_groups"] == pytest.approx(row["value"])


@settings(max_examples=10, deadline=None)
@given(some_regions)
def test_python_gives_the_same(regions):
    found = nested(regions)
    first, second, values, weights = (numpy.array(column) for column in zip(*regions, strict=True))
    cells = numpy.array([f"{one} {two}" for one, two in zip(first, second, strict=True)])
    for weighting, weight in (("unweighted", None), ("weighted", weights)):
        expected = nested_theil(values, weight, first, cells)
        row = found["ns", "ci", weighting]
        assert row["value"] == pytest.approx(expected.total, rel=1e-8, abs=1e-11)
        assert row["between_groups"] == pytest.approx(expected.between, rel=1e-7, abs=1e-11)
        assert row["between_inner_groups"] == pytest.approx(expected.between_inner, rel=1e-7, abs=1e-11)
        assert row["within_groups"] == pytest.approx(expected.within, rel=1e-7, abs=1e-11)


def test_only_partitions_of_all_years_and_the_whole_is_the_same_either_way():
    found = nested([("north", "coast", 3, 1), ("south", "coast", 2, 2), ("south", "inland", 1, 3)])
    assert {key[:2] for key in found} == {("ns", "ci"), ("ci", "ns")}
    for weighting in ("unweighted", "weighted"):
        one, other = found["ns", "ci", weighting], found["ci", "ns", weighting]
        assert one["value"] == pytest.approx(other["value"])
        assert one["within_groups"] == pytest.approx(other["within_groups"])


def test_a_zero_has_no_account_and_a_missing_weight_leaves_the_unweighted_one():
    assert nested([("north", "coast", 0, 1), ("south", "inland", 2, 1)]) == {}
    found = nested([("north", "coast", 3, None), ("south", "inland", 2, 1)])
    assert {weighting for _, _, weighting in found} == {"unweighted"}
