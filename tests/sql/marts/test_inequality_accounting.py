"""marts/inequality_accounting: totals, contributions and refusals, labelled, no row lost or doubled."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model
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

SAME = {"view_id": "latest", "membership": "dated", "indicator_id": "gdp_per_head", "period": 2020}
TOTALS = rows(
    """
    set_id          weighting  index_id  value  between_groups  within_groups  between_share  n_members  null_reason
    blocs           weighted   theil_l   0.5    0.2             0.3            0.4            31         -
    blocs           weighted   theil_t   0.4    0.1             0.3            0.25           31         -
    major_strategy  weighted   theil_t   -      -               -              -              -          not_a_partition: use gap_to_rest per zone, or a partition
    """,
    **SAME,
)
GROUPS = rows(
    """
    set_id  group_id  weighting  n_members  theil_t_between  theil_t_within  theil_l_between  theil_l_within
    blocs   east      weighted   10         0.3              0.1             -0.1             0.2
    blocs   west      weighted   21         -0.2             0.2             0.3              0.1
    """,
    **SAME,
)


# the nation of the decomposition among others, with figures of their own
NATION = {
    "coverage": 0.99,
    "is_mixed_basis": True,
    "has_break": True,
    "basis_text": "census4 … census7",
    "source_text": "nbs, statbj",
    "is_weakly_attributed": True,
}
OTHER = {
    "coverage": 0.5,
    "is_mixed_basis": False,
    "has_break": False,
    "basis_text": "another",
    "source_text": "another",
    "is_weakly_attributed": False,
}
OBSERVED = [
    SAME | {"group_id": "nation"} | NATION,
    SAME | {"group_id": "east"} | OTHER,
    SAME | {"group_id": "west"} | OTHER,
    *(
        SAME | {"group_id": "nation"} | OTHER | elsewhere
        for elsewhere in ({"period": 2019}, {"view_id": "first_print"}, {"indicator_id": "gdp"})
    ),
]


def accounting():
    return run_model(
        {
            "metrics/theil_decomposition": TOTALS,
            "metrics/theil_by_group": GROUPS,
            "core/group_observations": OBSERVED,
            "core/groups": groups("nation", "east", "west"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/theil_decomposition", "metrics/theil_by_group"),
        },
        "marts/inequality_accounting",
    )


def test_totals_contributions_and_refusals():
    # a group's own value is its between plus its within term: 0.3 + 0.1 = 0.4 of T for the east
    check(
        accounting(),
        """
        set_id          group_id  index_id  value  between_groups  within_groups  between_share  n_members  method_id                      null_reason
        blocs           all       theil_l   0.5    0.2             0.3            0.4            31         metrics/theil_decomposition@1  -
        blocs           all       theil_t   0.4    0.1             0.3            0.25           31         metrics/theil_decomposition@1  -
        blocs           east      theil_l   0.1    -0.1            0.2            -              10         metrics/theil_by_group@1       -
        blocs           east      theil_t   0.4    0.3             0.1            -              10         metrics/theil_by_group@1       -
        blocs           west      theil_l   0.4    0.3             0.1            -              21         metrics/theil_by_group@1       -
        blocs           west      theil_t   0      -0.2            0.2            -              21         metrics/theil_by_group@1       -
        major_strategy  all       theil_t   -      -               -              -              -          metrics/theil_decomposition@1  not_a_partition: use gap_to_rest per zone, or a partition
        """,
    )


def test_every_row_rests_on_what_the_nation_rests_on():
    # also the rows of groups, and those of sets that are refused
    found = accounting()
    assert len(found) == 7
    for row in found:
        assert {name: row[name] for name in NATION} == NATION


def test_the_row_of_the_whole_carries_the_names_of_the_nation():
    whole = [row for row in accounting() if row["group_id"] == "all"]
    assert len(whole) == len(TOTALS)
    check_labels([row | {"group_id": "nation"} for row in whole], {"group_id": group_labels})


@pytest.mark.parametrize("index", ["theil_t", "theil_l"])
@pytest.mark.parametrize("part", ["value", "between_groups", "within_groups"])
def test_contributions_add_up_to_the_total(index, part):
    of_set = [row for row in accounting() if (row["set_id"], row["index_id"]) == ("blocs", index)]
    (total,) = (row[part] for row in of_set if row["group_id"] == "all")
    assert sum(row[part] for row in of_set if row["group_id"] != "all") == pytest.approx(total)


def test_labels_and_grain():
    found = accounting()
    check_labels(found, {"indicator_id": indicator_labels, "view_id": view_labels})
    check_labels([row for row in found if row["group_id"] != "all"], {"group_id": group_labels})
    given = [row | {"group_id": "all"} for row in TOTALS]
    given += [row | {"index_id": index} for row in GROUPS for index in ("theil_t", "theil_l")]
    key = ("view_id", "indicator_id", "set_id", "group_id", "period", "index_id", "weighting")
    check_nothing_lost(found, given, key)
