"""Suite of core/group_observations on a bloc under two names, a zone in part and nine cities."""

import duckdb
import pytest

from expectations.core.group_observations import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "reference.indicators": """
        indicator_id min_coverage
        gdp 0.9
    """,
    "core.region_values": """
        view_id indicator_id region_id period value
        latest gdp 440000 2020 100
    """,
    "core.group_members": """
        group_id membership period region_id coverage_kind
        bloc_east dated 2020 110000 full
        policy_east dated 2020 110000 full
        zone dated 2020 120000 full
    """,
    "core.group_observations": """
        view_id membership indicator_id group_id period value null_reason lower_bound \
            upper_bound n_members n_present coverage
        latest dated gdp bloc_east 2020 50 - 50 50 10 10 1
        latest dated gdp policy_east 2020 50 - 50 50 10 10 1
        latest dated gdp gba9 2020 80 - 75 85 9 8 0.95
        latest dated gdp zone 2020 - coverage_below_minimum 10 - 4 2 0.5
    """,
}
BREAKING = {
    "value_or_null_reason": "update core.group_observations set null_reason = null",
    "values_are_finite": """
        update core.group_observations set value = 'inf' where group_id = 'gba9'
    """,
    "some_member_is_present": """
        update core.group_observations set coverage = 0 where group_id = 'zone'
    """,
    "coverage_is_a_share": """
        update core.group_observations set coverage = 1.2 where group_id = 'gba9'
    """,
    "null_reason_is_known": """
        update core.group_observations set null_reason = 'lost' where group_id = 'zone'
    """,
    "bounds_bracket_the_value": """
        update core.group_observations set upper_bound = 79 where group_id = 'gba9'
    """,
    "no_value_below_minimum_coverage": """
        update core.group_observations set coverage = 0.8 where group_id = 'gba9'
    """,
    "present_members_are_members": """
        update core.group_observations set n_present = 11 where group_id = 'bloc_east'
    """,
    "blocs_have_their_official_size": """
        update core.group_observations set n_members = 11 where group_id = 'bloc_east'
    """,
    "nine_cities_are_not_guangdong": """
        update core.group_observations set value = 100 where group_id = 'gba9'
    """,
    "same_members_give_the_same_value": """
        update core.group_observations set value = 51 where group_id = 'bloc_east'
    """,
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
