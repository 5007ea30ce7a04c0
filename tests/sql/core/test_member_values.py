"""core/member_values: the members' values that can be compared, with their weights."""

from tests.sql.given import check, rows, run_model

COMPARISONS = """
    view_id      indicator_id  is_compared
    latest       gdp_per_head  true
    latest       gdp           false
    first_print  gdp_per_head  true
    first_print  beds          false
"""
MEMBERS = """
    group_id  membership  period  region_id
    bloc      dated       2020    a
    bloc      dated       2020    b
    bloc      dated       2020    c
    zone      fixed       2020    a
    zone      fixed       2020    b
    lone      dated       2020    a
"""
VALUES = """
    view_id  indicator_id  region_id  period  value  denominator
    latest   gdp_per_head  a          2020    10     1
    latest   gdp_per_head  b          2020    20     -
    latest   gdp_per_head  c          2020    -      3
    latest   gdp_per_head  a          2021    11     1
    latest   gdp           a          2020    10     -
    latest   gdp           b          2020    10     -
"""


def members(values: str = VALUES, membership: str = MEMBERS):
    return run_model(
        {
            "core/region_values": rows(values),
            "core/group_members": membership,
            "core/comparisons": COMPARISONS,
        },
        "core/member_values",
    )


def test_values_of_members_with_the_denominator_as_weight():
    # c has no value; nobody is a member in 2021; sums are not compared between regions
    found = [row for row in members() if row["group_id"] != "lone"]
    check(
        found,
        """
        view_id  membership  indicator_id  group_id  period  region_id  value  weight
        latest   dated       gdp_per_head  bloc      2020    a          10     1
        latest   dated       gdp_per_head  bloc      2020    b          20     -
        latest   fixed       gdp_per_head  zone      2020    a          10     1
        latest   fixed       gdp_per_head  zone      2020    b          20     -
        """,
    )


def test_a_group_with_a_single_value_keeps_it():
    # dispersion needs two members and asks for them itself (member_moments, member_extremes); a
    # partition needs every region, or its between and within terms describe another nation
    assert "lone" in {row["group_id"] for row in members()}


def test_only_what_is_compared_in_the_view():
    header = "view_id  indicator_id  region_id  period  value  denominator"
    found = members(
        "\n".join(
            [header]
            + [
                f"{view}  {indicator}  {region}  2020  10  1"
                for view in ("latest", "first_print", "census4")
                for indicator in ("gdp_per_head", "gdp", "beds")
                for region in "ab"
            ]
        )
    )
    assert {(row["view_id"], row["indicator_id"]) for row in found} == {
        ("first_print", "gdp_per_head"),
        ("latest", "gdp_per_head"),
    }
