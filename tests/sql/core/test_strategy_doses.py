"""core/strategy_doses: how many major strategies reach a province."""

from tests.sql.given import check, run_model

GIVEN = {
    "core/groups": """
        group_id  group_kind
        nation    nation
        belt      major_strategy
        delta     major_strategy
        bay       major_strategy
        bloc      bloc
    """,
    "core/regions": """
        region_id  region_level  parent_region_id
        310000     province      000000
        440000     province      000000
        540000     province      000000
        440300     prefecture    440000
        440100     prefecture    440000
        440106     county        440100
    """,
    "core/group_members": """
        group_id  membership  period  region_id
        nation    dated       2018    310000
        nation    dated       2018    440000
        nation    dated       2018    540000
        nation    dated       2019    310000
        nation    dated       2019    440000
        nation    dated       2019    540000
        belt      dated       2018    310000
        belt      dated       2019    310000
        delta     dated       2019    310000
        bay       dated       2019    440300
        bay       dated       2019    440106
        bloc      dated       2018    540000
        belt      fixed       2018    310000
        bay       fixed       2018    440300
    """,
}


def test_provinces_are_reached_wholly_or_through_a_city_or_county_once_per_strategy():
    # Tibet is reached by none and listed with zero; blocs are no strategies; one strategy through two
    # places of Guangdong counts once
    check(
        [row for row in run_model(GIVEN, "core/strategy_doses") if row["membership"] == "dated"],
        """
        membership  period  region_id  n_strategies
        dated       2018    310000     1
        dated       2018    440000     0
        dated       2018    540000     0
        dated       2019    310000     2
        dated       2019    440000     1
        dated       2019    540000     0
        """,
    )


def test_fixed_counts_todays_strategies_in_every_year():
    found = run_model(GIVEN, "core/strategy_doses")
    fixed = {
        row["region_id"]: (row["n_strategies"], row["strategy_ids"])
        for row in found
        if (row["membership"], row["period"]) == ("fixed", 2018)
    }
    assert fixed == {"310000": (1, "belt"), "440000": (1, "bay"), "540000": (0, "")}


def test_every_province_in_every_year_under_both_memberships():
    found = run_model(GIVEN, "core/strategy_doses")
    assert len({(r["membership"], r["period"], r["region_id"]) for r in found}) == len(found) == 12
    assert {row["strategy_ids"] for row in found if row["n_strategies"] == 2} == {"belt delta"}
