"""core/group_members: who belongs in which year."""

import pytest

from tests.sql.given import check, run_model


def members(groups: str, membership: str, years=range(2014, 2020)):
    return run_model(
        {
            "core/observations": "period\n" + "\n".join(map(str, years)),
            "core/region_weights": """
                region_id  weight
                110000     2183
                120000     1364
            """,
            "reference/groups": groups,
            "reference/membership": membership,
        },
        "core/group_members",
    )


def years_of(found, membership: str, region_id: str):
    return [
        row["period"] for row in found if (row["membership"], row["region_id"]) == (membership, region_id)
    ]


DATED = """
    group_id  membership_rule  effective_to
    zone      dated            -
"""


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "expected"),
    [
        # a member on 31 December counts for the whole year; valid_to is the first day outside
        ("2016-12-31", "-", [2016, 2017, 2018, 2019]),
        ("2017-01-01", "-", [2017, 2018, 2019]),
        ("2016-01-01", "-", [2016, 2017, 2018, 2019]),
        ("-", "2016-12-31", [2014, 2015]),
        ("-", "2017-01-01", [2014, 2015, 2016]),
        ("2016-03-01", "2016-12-31", []),
        ("2016-12-31", "2017-01-01", [2016]),
    ],
)
def test_dated_membership_is_decided_on_31_december(valid_from, valid_to, expected):
    found = members(
        DATED,
        f"""
        group_id  region_id  valid_from    valid_to    coverage_kind
        zone      110000     {valid_from}  {valid_to}  full
        """,
    )
    assert years_of(found, "dated", "110000") == expected


def test_fixed_applies_the_newest_membership_to_every_year():
    found = members(
        DATED,
        """
        group_id  region_id  valid_from  valid_to    coverage_kind
        zone      110000     2016-05-01  -           full
        zone      120000     2014-01-01  2016-05-01  full
        """,
    )
    assert years_of(found, "fixed", "110000") == list(range(2014, 2020))
    assert years_of(found, "fixed", "120000") == []
    assert years_of(found, "dated", "120000") == [2014, 2015]


def test_retrospective_groups_have_their_members_in_every_year_and_no_fixed_twin():
    found = members(
        """
        group_id  membership_rule  effective_to
        bloc      retrospective    -
        """,
        """
        group_id  region_id  valid_from  valid_to  coverage_kind
        bloc      110000     2016-05-01  -         full
        """,
    )
    assert years_of(found, "dated", "110000") == list(range(2014, 2020))
    assert years_of(found, "fixed", "110000") == []


def test_an_ended_group_keeps_the_members_of_its_last_day_when_fixed():
    found = members(
        """
        group_id  membership_rule  effective_to
        zone      dated            2017-01-01
        """,
        """
        group_id  region_id  valid_from  valid_to    coverage_kind
        zone      110000     2014-01-01  2017-01-01  full
        zone      120000     2014-01-01  2016-01-01  full
        """,
    )
    assert years_of(found, "dated", "110000") == [2014, 2015, 2016]
    assert years_of(found, "fixed", "110000") == list(range(2014, 2020))
    assert years_of(found, "fixed", "120000") == []


def test_kind_and_weight_are_carried_and_policy_only_members_left_out():
    found = members(
        DATED,
        """
        group_id  region_id  valid_from  valid_to  coverage_kind
        zone      110000     -           -         full
        zone      120000     -           -         policy_only
        zone      130000     -           -         partial
        """,
        years=[2019],
    )
    check(
        found,
        """
        group_id  membership  period  region_id  coverage_kind  region_weight
        zone      dated       2019    110000     full           2183
        zone      dated       2019    130000     partial        -
        zone      fixed       2019    110000     full           2183
        zone      fixed       2019    130000     partial        -
        """,
    )
