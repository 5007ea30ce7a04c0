"""marts/zone_gap: each zone against the rest with its own extremes, no row lost or doubled."""

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
    regions,
    view_labels,
    views,
)
from tests.sql.marts.observed import KEY, observations_of

GAPS = rows(
    """
    view_id  membership  indicator_id  group_id  period  value  reference_value  ratio  absolute_gap  relative_gap  log_gap  null_reason
    latest   dated       gdp_per_head  east      2020    80     40               2      -40           -1            -0.69    -
    latest   dated       gdp_per_head  lone      2020    60     50               1.2    -10           -0.2          -0.18    -
    latest   fixed       gdp_per_head  east      2020    -      -                -      -             -             -        partial_members
    """,
    is_mixed_basis=False,
    has_break=True,
)
EXTREMES = rows("""
    view_id  membership  indicator_id  group_id  period  highest_value  highest_region_id  lowest_value  lowest_region_id  ratio
    latest   dated       gdp_per_head  east      2020    120            110000             60            130000            2
    latest   dated       gdp_per_head  nation    2020    120            110000             40            540000            3
""")


def zone_gaps(coverage: float = 0.97):
    return run_model(
        {
            "metrics/gap_to_rest": GAPS,
            "metrics/member_extremes": EXTREMES,
            "core/group_observations": [row | {"coverage": coverage} for row in observations_of(GAPS)],
            "core/groups": groups("nation", "east", "lone"),
            "core/regions": regions("110000", "130000", "540000"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/gap_to_rest"),
        },
        "marts/zone_gap",
    )


def test_rest_and_extremes_side_by_side():
    # two ratios: zone to rest 2, and highest to lowest member 120 / 60 = 2. A zone of one has no
    # extremes and stays; so does one whose value is withheld
    check(
        zone_gaps(),
        """
        membership  group_id  value  rest_value  ratio  absolute_gap  relative_gap  log_gap  null_reason      has_break  highest_region_id  highest_value  lowest_region_id  lowest_value  highest_to_lowest_ratio  n_present  method_id
        dated       east      80     40          2      -40           -1            -0.69    -                true       110000             120            130000            60            2                        9          metrics/gap_to_rest@1
        dated       lone      60     50          1.2    -10           -0.2          -0.18    -                true       -                  -              -                 -             -                        9          metrics/gap_to_rest@1
        fixed       east      -      -           -      -             -             -        partial_members  true       -                  -              -                 -             -                        9          metrics/gap_to_rest@1
        """,
    )


def test_below_95_percent_of_the_people_nobody_is_called_the_highest():
    # the gap itself is withheld by its own rule, not here
    check(
        zone_gaps(coverage=0.949),
        """
        membership  group_id  value  ratio  highest_region_id  highest_value  highest_region_name_en  lowest_region_id  lowest_value  lowest_region_name_en  highest_to_lowest_ratio
        dated       east      80     2      -                  -              -                       -                 -             -                      -
        dated       lone      60     1.2    -                  -              -                       -                 -             -                      -
        fixed       east      -      -      -                  -              -                       -                 -             -                      -
        """,
    )


def test_95_percent_of_the_people_are_enough_for_extremes():
    assert zone_gaps(coverage=0.95) == [row | {"coverage": 0.95} for row in zone_gaps()]


def test_labels_and_grain():
    found = zone_gaps()
    check_labels(
        found,
        {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels},
    )
    assert found[0]["highest_region_name_en"] == "110000 region_short_name en"
    assert found[0]["lowest_region_name_zh_hans"] == "130000 region_short_name zh_hans"
    check_nothing_lost(found, GAPS, KEY)
