"""marts/group_gap: both kinds of reference, labelled, no row lost or doubled."""

# ruff: noqa: E501 (whole rows stand on one line)

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
from tests.sql.marts.observed import observations_of

FLAGS = {"is_mixed_basis": True, "has_break": False, "null_reason": None}
TO_NATION = rows(
    """
    view_id      membership  indicator_id  group_id  reference_id  period  value  reference_value  ratio  absolute_gap  relative_gap  log_gap
    first_print  dated       gdp_per_head  east      nation        2020    100    80               1.25   -20           -0.25         -0.22
    latest       dated       gdp_per_head  east      nation        2020    100    80               1.25   -20           -0.25         -0.22
    latest       dated       gdp_per_head  west      nation        2020    60     80               0.75   20            0.25          0.29
    latest       fixed       gdp_per_head  west      nation        2020    66     80               0.8    14            0.2           0.19
    """,
    **FLAGS,
)
BETWEEN = rows(
    """
    view_id  membership  indicator_id  group_id  reference_id  period  value  reference_value  ratio  absolute_gap  relative_gap  log_gap
    latest   dated       gdp_per_head  west      east          2020    60     100              0.6    40            0.4           0.51
    latest   dated       gdp_per_head  west      nation        2020    60     80               0.75   20            0.25          0.29
    latest   dated       gdp_per_head  nation    west          2020    80     60               1.33   -20           -0.33         -0.29
    """,
    **FLAGS,
)


def group_gaps():
    return run_model(
        {
            "metrics/gap_to_nation": TO_NATION,
            "metrics/gap_between_groups": BETWEEN,
            "core/group_observations": observations_of([*TO_NATION, *BETWEEN]),
            "core/groups": groups("nation", "east", "west"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/gap_to_nation", "metrics/gap_between_groups"),
        },
        "marts/group_gap",
    )


def test_references_values_and_methods():
    # a pair with the nation comes from gap_to_nation alone, or it would be there twice
    check(
        group_gaps(),
        """
        view_id      membership  group_id  reference_id  reference_kind  value  reference_value  ratio  absolute_gap  relative_gap  log_gap  is_mixed_basis  coverage  is_weakly_attributed  method_id
        first_print  dated       east      nation        nation          100    80               1.25   -20           -0.25         -0.22    true            0.97      true                  metrics/gap_to_nation@1
        latest       dated       east      nation        nation          100    80               1.25   -20           -0.25         -0.22    true            0.97      true                  metrics/gap_to_nation@1
        latest       dated       west      east          group           60     100              0.6    40            0.4           0.51     true            0.97      true                  metrics/gap_between_groups@1
        latest       dated       west      nation        nation          60     80               0.75   20            0.25          0.29     true            0.97      true                  metrics/gap_to_nation@1
        latest       fixed       west      nation        nation          66     80               0.8    14            0.2           0.19     true            0.97      true                  metrics/gap_to_nation@1
        """,
    )


def test_labels_and_grain():
    found = group_gaps()
    check_labels(
        found,
        {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels},
    )
    for row in found:
        reference = group_labels(row["reference_id"])
        assert row["reference_short_name_en"] == reference["group_short_name_en"]
        assert row["reference_short_name_zh_hans"] == reference["group_short_name_zh_hans"]
        assert row["reference_short_name_zh_hant"] == reference["group_short_name_zh_hant"]
    key = ("view_id", "membership", "indicator_id", "group_id", "reference_id", "period")
    check_nothing_lost(found, [*TO_NATION, BETWEEN[0]], key)
