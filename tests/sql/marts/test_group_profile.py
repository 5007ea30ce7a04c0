"""marts/group_profile: one line per group and indicator, with distance or share where there is one."""

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
)

STANDINGS = rows(
    """
    group_id  indicator_id  period  value  value_rank  n_ranked  earlier_period  change_since_earlier  change_null_reason
    east      energy        2020    1.2    1           4         2015            -0.2                  -
    east      gdp           2020    550    1           4         2015            0.3                   -
    east      gdp_per_head  2020    100    1           4         -               -                     no_value_five_years_before
    nation    gdp_per_head  2020    80     1           1         2015            0.4                   -
    """,
    n_members=10,
    n_present=10,
    coverage=1.0,
    basis_text="census4",
    source_text="nbs",
    is_mixed_basis=False,
    is_weakly_attributed=False,
)
GAPS = """
    view_id      membership  indicator_id  group_id  period  reference_value  ratio
    latest       dated       gdp_per_head  east      2020    80               1.25
    latest       dated       gdp_per_head  east      2019    70               1.3
    latest       fixed       gdp_per_head  east      2020    80               9.9
    first_print  dated       gdp_per_head  east      2020    80               9.9
    latest       dated       energy        east      2020    1                1.2
"""
SHARES = """
    view_id      membership  indicator_id  group_id  period  share
    latest       dated       gdp           east      2020    0.55
    first_print  dated       gdp           east      2020    0.99
    latest       fixed       gdp           east      2020    0.99
"""


def profile(gaps: str = GAPS):
    return run_model(
        {
            "metrics/group_standing": STANDINGS,
            "metrics/gap_to_nation": gaps,
            "metrics/group_share": SHARES,
            "core/groups": groups("nation", "east"),
            "core/indicators": indicators(),
            "core/methods": methods("metrics/group_standing"),
        },
        "marts/group_profile",
    )


def test_distance_share_and_judgement():
    # using 1.2 times the nation's energy is worse, 1.25 times its income better; sums are neither
    check(
        profile(),
        """
        group_id  indicator_id  view_id  membership  value  nation_value  standing  value_rank  change_since_earlier  change_null_reason          method_id
        east      energy        latest   dated       1.2    1             worse     1           -0.2                  -                           metrics/group_standing@1
        east      gdp           latest   dated       550    -             neutral   1           0.3                   -                           metrics/group_standing@1
        east      gdp_per_head  latest   dated       100    80            better    1           -                     no_value_five_years_before  metrics/group_standing@1
        nation    gdp_per_head  latest   dated       80     -             neutral   1           0.4                   -                           metrics/group_standing@1
        """,
    )


def test_ratio_and_share_of_the_latest_view_and_dated_membership():
    found = {(row["group_id"], row["indicator_id"]): row for row in profile()}
    assert [row["ratio_to_nation"] for row in found.values()] == [1.2, None, 1.25, None]
    assert [row["share_of_nation"] for row in found.values()] == [None, 0.55, None, None]


@pytest.mark.parametrize(
    ("indicator", "ratio", "standing"),
    [
        ("gdp_per_head", "1", "better"),
        ("gdp_per_head", "0.9", "worse"),
        ("energy", "0.9", "better"),
        ("energy", "1", "worse"),
        ("gdp", "0.9", "neutral"),
    ],
)
def test_standing_depends_on_what_is_good(indicator, ratio, standing):
    found = profile(f"""
        view_id  membership  indicator_id  group_id  period  reference_value  ratio
        latest   dated       {indicator}   east      2020    80               {ratio}
    """)
    assert [row["standing"] for row in found if row["ratio_to_nation"]] == [standing]


def test_labels_and_grain():
    found = profile()
    check_labels(found, {"group_id": group_labels, "indicator_id": indicator_labels})
    check_nothing_lost(found, STANDINGS, ("group_id", "indicator_id"))
