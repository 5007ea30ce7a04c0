"""core/panel_values: who is in, complete years only, one membership, breaks counted over all years."""

from tests.sql.given import run_model

GROUPS = """
    group_id  group_kind      membership_rule
    nation    nation          retrospective
    east      bloc            retrospective
    old_west  bloc            dated
    belt      major_strategy  dated
    towns     city_cluster    dated
"""
INDICATORS = """
    indicator_id  indicator_kind
    income        rate
    growth        index
"""
MEMBERS = {
    ("nation", "dated"): "abc",
    ("east", "dated"): "ab",
    ("old_west", "dated"): "c",
    ("belt", "dated"): "b",
    ("belt", "fixed"): "bc",
    ("towns", "dated"): "a",
}
YEARS = (2019, 2020, 2021)


def panel(missing=(), breaks=(), years=YEARS, indicators=("income", "growth")):
    """The panel of three regions; `missing` are (region, year) without a figure, `breaks` likewise."""
    memberships = [
        {"group_id": group, "membership": membership, "period": year, "region_id": region}
        for (group, membership), regions in MEMBERS.items()
        for region in regions
        for year in years
    ]
    figures = {"view_id": "latest", "value": 1.0, "weight": 2.0}
    values = [
        figures | member | {"indicator_id": indicator}
        for member in memberships
        for indicator in indicators
        if (member["region_id"], member["period"]) not in missing
    ]
    all_years = [
        {
            "view_id": "latest",
            "indicator_id": indicator,
            "region_id": region,
            "period": year,
            "has_break": (region, year) in breaks,
        }
        for indicator in indicators
        for region in "abc"
        for year in years
    ]
    return run_model(
        {
            "core/member_values": values,
            "core/group_members": memberships,
            "core/groups": GROUPS,
            "core/indicators": INDICATORS,
            "core/region_values": all_years,
        },
        "core/panel_values",
    )


def kept(found):
    """group -> years."""
    return {
        group: sorted({row["period"] for row in found if row["group_id"] == group})
        for group in sorted({row["group_id"] for row in found})
    }


def test_the_nation_blocs_of_all_years_and_strategies_are_in_indices_are_not():
    found = panel()
    assert kept(found) == {group: list(YEARS) for group in ("belt", "east", "nation")}
    assert {row["indicator_id"] for row in found} == {"income"}
    assert len(found) == 3 * (3 + 2 + 2)


def test_a_dated_group_has_its_newest_members_in_every_year():
    belt = [row for row in panel() if row["group_id"] == "belt"]
    assert {row["membership"] for row in belt} == {"fixed"}
    assert {row["region_id"] for row in belt} == {"b", "c"}


def test_a_year_in_which_a_member_has_no_figure_is_left_out_of_its_groups():
    found = panel(missing=[("c", 2020)])
    assert kept(found) == {"belt": [2019, 2021], "east": list(YEARS), "nation": [2019, 2021]}


def test_an_indicator_the_nation_has_in_one_year_only_is_left_out():
    assert panel(missing=[("c", 2020), ("c", 2021)]) == []


def test_breaks_are_counted_also_in_years_the_panel_has_not():
    found = panel(missing=[("c", 2020)], breaks=[("b", 2020)])
    of_b = {(row["group_id"], row["period"]): row["n_breaks"] for row in found if row["region_id"] == "b"}
    assert (of_b["nation", 2019], of_b["nation", 2021]) == (0, 1)
    assert {row["n_breaks"] for row in found if row["region_id"] == "a"} == {0}


def test_grain_and_figures():
    keys = [
        tuple(row[name] for name in ("view_id", "indicator_id", "group_id", "period", "region_id"))
        for row in panel()
    ]
    assert keys == sorted(set(keys))
    assert {(row["value"], row["weight"]) for row in panel()} == {(1.0, 2.0)}
