"""core/group_sets: a partition is what divides the nation without rest or overlap, found from members."""

import pytest

from tests.sql.given import check, run_model

NATION = [f"nation  dated  2020  {region}" for region in "abcd"]


def sets(*members: str):
    lines = ["group_id  membership  period  region_id", *NATION, *members]
    return run_model(
        {
            "core/group_members": "\n".join(lines),
            "core/groups": """
                group_id  group_kind      partition_id
                nation    nation          -
                east      bloc            halves
                west      bloc            halves
                river     major_strategy  -
                delta     major_strategy  -
                cluster   city_cluster    -
            """,
        },
        "core/group_sets",
    )


WHOLE = [
    "east  dated  2020  a",
    "east  dated  2020  b",
    "west  dated  2020  c",
    "west  dated  2020  d",
]


def test_sets_are_declared_partitions_and_the_major_strategies():
    check(
        sets(
            *WHOLE,
            "river  dated  2020  a",
            "river  dated  2020  b",
            "delta  dated  2020  b",
            "delta  fixed  2020  b",
            "cluster  dated  2020  a",
        ),
        """
        set_id          membership  period  group_id  is_partition
        halves          dated       2020    east      true
        halves          dated       2020    west      true
        major_strategy  dated       2020    delta     false
        major_strategy  dated       2020    river     false
        major_strategy  fixed       2020    delta     false
        """,
    )


@pytest.mark.parametrize(
    ("members", "is_partition"),
    [
        (WHOLE, True),
        (WHOLE[:3], False),  # d is left out
        ([*WHOLE, "east  dated  2020  c"], False),  # c counts twice
        ([*WHOLE[:3], "west  dated  2020  x"], False),  # as many regions, one of them foreign
        ([*WHOLE, "west  dated  2020  x"], False),  # complete, with a foreign region too
        ([*WHOLE[:3], "east  dated  2020  c"], False),  # one out, one twice: the count alone fits
    ],
)
def test_without_rest_without_overlap_within_the_nation(members, is_partition):
    assert {row["is_partition"] for row in sets(*members)} == {is_partition}


def test_strategies_that_happen_to_divide_the_nation_are_a_partition():
    found = sets(
        "river  dated  2020  a",
        "river  dated  2020  b",
        "delta  dated  2020  c",
        "delta  dated  2020  d",
    )
    assert {row["set_id"]: row["is_partition"] for row in found} == {"major_strategy": True}
