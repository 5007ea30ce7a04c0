"""metrics/group_standing: worked, recomputed, invariant, partial."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model

GROUPS = """
    group_id  group_kind      partition_id
    nation    nation          -
    east      bloc            nbs4
    west      bloc            nbs4
    north     bloc            halves
    zone      major_strategy  -
    delta     major_strategy  -
"""
INDICATORS = """
    indicator_id  aggregation
    gdp_per_head  ratio
    household     ratio
    gdp_index     chain_index
"""
USUAL = {
    "view_id": "latest",
    "membership": "dated",
    "indicator_id": "gdp_per_head",
    "basis_text": "census7",
    "n_members": 3,
    "n_present": 3,
    "coverage": 1.0,
    "source_text": "nbs",
    "is_mixed_basis": False,
    "is_weakly_attributed": False,
}


def standings(observations: str, known_break: str = "household  2018"):
    return run_model(
        {
            "core/group_observations": [USUAL | row for row in rows(observations)],
            "core/groups": GROUPS,
            "core/indicators": INDICATORS,
            "core/known_breaks": f"indicator_id  period\n{known_break}",
        },
        "metrics/group_standing",
    )


def test_newest_value_rank_among_peers_and_change_over_five_years():
    # west 66 / 60 - 1 = 0.1 over five years. Peers are the blocs of one partition, or the strategies;
    # zone's newest year is 2019, when it has no peer with a value
    check(
        standings("""
            group_id  period  value  basis_text
            nation    2019    68     census7
            nation    2020    70     census7
            east      2015    80     census7
            east      2020    100    census7
            west      2015    60     census7
            west      2020    66     census7
            north     2020    50     census7
            zone      2019    90     census7
            zone      2020    -      census7
            delta     2020    95     census7
        """),
        """
        group_id  period  value  value_rank  n_ranked  earlier_period  change_since_earlier  change_null_reason
        delta     2020    95     1           1         -               -                     no_value_five_years_before
        east      2020    100    1           2         2015            0.25                  -
        nation    2020    70     1           1         -               -                     no_value_five_years_before
        north     2020    50     1           1         -               -                     no_value_five_years_before
        west      2020    66     2           2         2015            0.1                   -
        zone      2019    90     1           1         -               -                     no_value_five_years_before
        """,
    )


def test_newest_year_is_one_the_nation_has_a_value_for():
    # north has none in such a year and no row
    check(
        standings("""
            group_id  period  value
            nation    2018    70
            nation    2019    71
            nation    2020    -
            east      2018    80
            east      2019    81
            east      2020    82
            west      2018    60
            west      2020    61
            north     2020    50
        """),
        """
        group_id  period  value  value_rank  n_ranked
        east      2019    81     1           1
        nation    2019    71     1           1
        west      2018    60     2           2
        """,
    )


def test_an_indicator_the_nation_never_has_keeps_its_newest_year():
    found = standings("""
        group_id  indicator_id  period  value
        nation    gdp_per_head  2018    70
        nation    household     2019    -
        east      household     2019    40
        east      household     2020    41
    """)
    assert [(row["group_id"], row["period"]) for row in found] == [("east", 2020), ("nation", 2018)]


@pytest.mark.parametrize(
    ("known_break", "change", "reason"),
    [
        ("gdp_per_head  2015", 0.25, None),
        ("gdp_per_head  2016", None, "break_between"),
        ("gdp_per_head  2020", None, "break_between"),
        ("gdp_per_head  2021", 0.25, None),
        ("household     2018", 0.25, None),
    ],
)
def test_no_change_across_a_known_break(known_break, change, reason):
    (row,) = standings("group_id  period  value\neast  2015  80\neast  2020  100", known_break)
    assert (row["change_since_earlier"], row["change_null_reason"]) == (change, reason)


@pytest.mark.parametrize(
    ("column", "earlier", "newest", "reason"),
    [
        ("basis_text", "precensus7", "census7", "break_between"),
        ("n_present", 2, 3, "members_differ"),
        ("n_present", 3, 2, "members_differ"),
    ],
)
def test_no_change_between_bases_or_different_members(column, earlier, newest, reason):
    check(
        standings(f"""
            group_id  period  value  {column}
            east      2015    80     {earlier}
            east      2020    100    {newest}
        """),
        f"""
        group_id  earlier_period  change_since_earlier  change_null_reason
        east      2015            -                     {reason}
        """,
    )


def test_no_change_of_an_index_of_growth():
    found = standings("""
        group_id  indicator_id  period  value
        east      gdp_index     2015    107
        east      gdp_index     2020    103
        west      gdp_index     2020    104
    """)
    assert [row["change_since_earlier"] for row in found] == [None, None]
    assert [row["change_null_reason"] for row in found] == ["index_of_growth"] * 2


def test_ties_share_a_rank_and_a_zero_start_has_no_change():
    check(
        standings("""
            group_id  period  value  basis_text
            east      2015    0      census7
            east      2020    7      census7
            west      2020    7      census7
        """),
        """
        group_id  value_rank  n_ranked  change_since_earlier  change_null_reason
        east      1           2         -                     zero_five_years_before
        west      1           2         -                     no_value_five_years_before
        """,
    )


def test_only_the_latest_view_and_dated_membership_count():
    found = standings("""
        group_id  period  value  basis_text  view_id      membership
        east      2020    100    census7     latest       dated
        east      2021    999    census7     first_print  dated
        east      2021    999    census7     latest       fixed
    """)
    assert [(row["period"], row["value"]) for row in found] == [(2020, 100)]


def test_recomputed_and_free_of_scale():
    values = {"east": 12.5, "west": 40.0, "north": 3.0}
    for factor in (1, 1000):
        lines = [f"{group}  2020  {factor * value}  b" for group, value in values.items()]
        lines += [f"{group}  2015  {factor * 2}  b" for group in values]
        found = standings("\n".join(["group_id  period  value  basis_text", *lines]))
        changes = {row["group_id"]: row["change_since_earlier"] for row in found}
        assert changes == {group: pytest.approx(value / 2 - 1) for group, value in values.items()}
        assert [row["value_rank"] for row in found] == [2, 1, 1]
