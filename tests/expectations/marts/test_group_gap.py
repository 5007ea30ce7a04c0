"""Suite of marts/group_gap on a bloc against the nation and two blocs against each other."""

import duckdb
import pytest

from expectations.marts.group_gap import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "metrics.gap_to_nation": """
        view_id membership indicator_id group_id period
        latest dated gdp_per_head east 2020
    """,
    "marts.group_gap": """
        view_id membership indicator_id group_id reference_id period reference_kind value \
            reference_value ratio null_reason coverage method_id polarity
        latest dated gdp_per_head east nation 2020 nation 150 100 1.5 - 1 m@1 higher
        latest dated gdp_per_head east west 2020 group 150 75 2 - 1 m@2 higher
        latest dated gdp_per_head west east 2020 group 75 150 0.5 - 1 m@2 higher
        latest dated gdp_per_head zone nation 2020 nation - 100 - partial_members 0.4 m@1 higher
    """,
}
LABELS = {
    "marts.group_gap": (
        "group_name",
        "group_short_name",
        "reference_short_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "ratio_or_null_reason": "update marts.group_gap set null_reason = null",
    "ratios_are_positive": "update marts.group_gap set ratio = -1 where ratio = 1.5",
    "both_directions_mirror_each_other": """
        update marts.group_gap set ratio = 0.6 where group_id = 'west'
    """,
    "no_gap_is_lost": "delete from marts.group_gap where reference_kind = 'nation'",
    "reference_kind_is_known": """
        update marts.group_gap set reference_kind = 'rest' where group_id = 'west'
    """,
    "polarity_is_known": "update marts.group_gap set polarity = 'up'",
    "coverage_is_above_nothing": """
        update marts.group_gap set coverage = 0 where group_id = 'zone'
    """,
    "coverage_is_at_most_everything": """
        update marts.group_gap set coverage = 1.1 where group_id = 'west'
    """,
    "labels_in_three_languages": """
        update marts.group_gap set group_name_en = '东部' where group_id = 'east'
    """,
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
