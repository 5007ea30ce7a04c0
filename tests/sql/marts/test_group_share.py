"""marts/group_share: shares labelled, no row lost or doubled."""

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
from tests.sql.marts.observed import KEY, observations_of

SHARES = rows("""
    view_id      membership  indicator_id  group_id  period  value  nation_value  share  null_reason      is_mixed_basis  has_break
    first_print  dated       gdp           east      2020    500    1000          0.5    -                false           true
    latest       dated       gdp           east      2020    550    1000          0.55   -                true            false
    latest       dated       gdp           zone      2020    -      1000          -      partial_members  false           false
    latest       fixed       gdp           zone      2020    300    1000          0.3    -                true            false
""")


def shares():
    return run_model(
        {
            "metrics/group_share": SHARES,
            "core/group_observations": observations_of(SHARES, SHARES[0] | {"period": 1999}),
            "core/groups": groups("nation", "east", "zone"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/group_share"),
        },
        "marts/group_share",
    )


def test_values_reasons_and_origin():
    check(
        shares(),
        """
        view_id      membership  group_id  value  nation_value  share  null_reason      has_break  n_members  n_present  coverage  basis_text  source_text  is_weakly_attributed  method_id
        first_print  dated       east      500    1000          0.5    -                true       10         9          0.97      census4     nbs          true                  metrics/group_share@1
        latest       dated       east      550    1000          0.55   -                false      10         9          0.97      census4     nbs          true                  metrics/group_share@1
        latest       dated       zone      -      1000          -      partial_members  false      10         9          0.97      census4     nbs          true                  metrics/group_share@1
        latest       fixed       zone      300    1000          0.3    -                false      10         9          0.97      census4     nbs          true                  metrics/group_share@1
        """,
    )


def test_a_share_of_mixed_sides_is_marked_though_the_group_itself_is_not_mixed():
    # the group observed stands on one basis; the metric knows that the nation stands on another
    assert not any(row["is_mixed_basis"] for row in observations_of(SHARES))
    check(
        shares(),
        """
        view_id      membership  group_id  is_mixed_basis
        first_print  dated       east      false
        latest       dated       east      true
        latest       dated       zone      false
        latest       fixed       zone      true
        """,
    )


def test_labels_and_grain():
    found = shares()
    check_labels(
        found,
        {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels},
    )
    check_nothing_lost(found, SHARES, KEY)
