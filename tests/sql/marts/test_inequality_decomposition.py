"""marts/inequality_decomposition: every way to take inequality apart, under its own name and method."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model
from tests.sql.marts.labels import (
    check_labels,
    group_labels,
    groups,
    indicator_labels,
    indicators,
    methods,
    view_labels,
    views,
)

SAME = {
    "view_id": "latest",
    "indicator_id": "gdp_per_head",
    "period": 2020,
    "weighting": "weighted",
}
OF_SET = SAME | {"membership": "dated", "set_id": "blocs", "n_members": 31}
THEIL = rows(
    """
    index_id  value  between_groups  within_groups  null_reason
    theil_l   0.5    0.2             0.3            -
    theil_t   0.4    0.3             0.1            -
    theil_t   -      -               -              not_a_partition
    """,
    between_share=None,
    **OF_SET,
)
THEIL[2] |= {"set_id": "major_strategy"}
GE2 = rows(
    """
    value  between_groups  within_groups
    0.6    0.4             0.2
    """,
    **OF_SET,
)
GINI = rows(
    """
    value  between_groups  within_groups  overlap_of_groups
    0.25   0.15            0.0625         0.0375
    """,
    **OF_SET,
)
NESTED = rows(
    """
    outer_set_id  set_id  value  between_groups  between_inner_groups  within_groups  n_members
    northsouth    blocs   0.4    0.1             0.2                   0.1            31
    """,
    **SAME,
)
SHAPLEY = rows(
    """
    group_id  value  total_value  n_members
    all       0.2    0.4          31
    belt      0.15   0.4          11
    delta     0.05   0.4          4
    """,
    **SAME,
)
METRICS = (
    "theil_decomposition",
    "ge2_decomposition",
    "gini_decomposition",
    "nested_decomposition",
    "shapley_share",
)


def decomposition(panel=SAME):
    given = dict(zip(METRICS, (THEIL, GE2, GINI, NESTED, SHAPLEY), strict=True))
    return run_model(
        {f"metrics/{name}": content for name, content in given.items()}
        | {
            "core/panel_values": [{name: panel[name] for name in ("view_id", "indicator_id")}],
            "core/groups": groups("nation", "belt", "delta"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods(*(f"metrics/{name}" for name in METRICS)),
        },
        "marts/inequality_decomposition",
    )


def test_each_index_with_its_parts_and_its_method():
    # Kanbur-Zhang: .4/.2, .2/.3 and .3/.1 between over within; Shapley: .15 of .4
    found = decomposition()
    check(
        found,
        """
        index_id         outer_set_id  set_id          group_id  value  share_of_total  between_groups  between_inner_groups  within_groups  overlap_of_groups  between_share  polarization  membership  method_id
        ge_2             none          blocs           all       0.6    1               0.4             -                     0.2            -                  2/3            2             dated       metrics/ge2_decomposition@1
        gini             none          blocs           all       0.25   1               0.15            -                     0.0625         0.0375             0.6            -             dated       metrics/gini_decomposition@1
        theil_l          none          blocs           all       0.5    1               0.2             -                     0.3            -                  0.4            2/3           dated       metrics/theil_decomposition@1
        theil_t          none          blocs           all       0.4    1               0.3             -                     0.1            -                  0.75           3             dated       metrics/theil_decomposition@1
        theil_t_nested   northsouth    blocs           all       0.4    1               0.1             0.2                   0.1            -                  0.25           -             dated       metrics/nested_decomposition@1
        theil_t_shapley  none          major_strategy  all       0.2    0.5             -               -                     -              -                  -              -             fixed       metrics/shapley_share@1
        theil_t_shapley  none          major_strategy  belt      0.15   0.375           -               -                     -              -                  -              -             fixed       metrics/shapley_share@1
        theil_t_shapley  none          major_strategy  delta     0.05   0.125           -               -                     -              -                  -              -             fixed       metrics/shapley_share@1
        """,
    )


def test_refused_sets_are_left_to_the_accounts():
    shown = {(row["index_id"], row["set_id"]) for row in decomposition()}
    assert ("theil_t", "major_strategy") not in shown


def test_only_indicators_all_units_have():
    assert decomposition(SAME | {"indicator_id": "energy"}) == []


def test_labels_and_the_row_of_the_whole_has_no_group():
    found = decomposition()
    check_labels(found, {"indicator_id": indicator_labels, "view_id": view_labels})
    check_labels([row for row in found if row["group_id"] != "all"], {"group_id": group_labels})
    assert {row["group_short_name_en"] for row in found if row["group_id"] == "all"} == {None}


@pytest.mark.parametrize("index", ["ge_2", "theil_t", "theil_l", "gini", "theil_t_nested"])
def test_parts_make_the_whole(index):
    (row,) = [row for row in decomposition() if row["index_id"] == index]
    names = ("between_groups", "between_inner_groups", "within_groups", "overlap_of_groups")
    assert sum(row[name] or 0 for name in names) == pytest.approx(row["value"])
