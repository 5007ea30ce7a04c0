"""Suite of marts/zone_gap on a zone above the nation and a withheld one."""

import duckdb
import pytest

from expectations.marts.zone_gap import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.groups": """
        group_id group_kind
        nation nation
    """,
    "core.group_observations": """
        view_id indicator_id group_id period value
        latest gdp_per_head nation 2020 100
    """,
    "marts.zone_gap": """
        view_id membership indicator_id group_id period value rest_value ratio null_reason \
            highest_region_id highest_value lowest_region_id lowest_value \
            highest_to_lowest_ratio n_members n_present
        latest dated gdp_per_head yrd 2020 150 80 1.875 - 310000 180 340000 90 2 4 4
        latest dated gdp_per_head zone 2020 - - - partial_members - - - - - 4 1
    """,
}
LABELS = {
    "marts.zone_gap": (
        "group_name",
        "group_short_name",
        "highest_region_name",
        "lowest_region_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "ratio_or_null_reason": "update marts.zone_gap set null_reason = null",
    "ratios_are_positive": "update marts.zone_gap set ratio = 0 where group_id = 'yrd'",
    "the_highest_is_not_below_the_lowest": """
        update marts.zone_gap set highest_to_lowest_ratio = 0.5 where group_id = 'yrd'
    """,
    "a_zone_lies_between_its_members": """
        update marts.zone_gap set value = 200 where group_id = 'yrd'
    """,
    "zone_and_rest_lie_on_both_sides": """
        update marts.zone_gap set rest_value = 120 where group_id = 'yrd'
    """,
    "extremes_are_named": "update marts.zone_gap set highest_region_name_en = null",
    "labels_in_three_languages": "update marts.zone_gap set group_name_zh_hans = ''",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
