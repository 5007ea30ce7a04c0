"""Suite of marts/transition_paths on two clubs, a region in none and a refusal."""

import duckdb
import pytest

from expectations.marts.transition_paths import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.transition_paths": """
        select
            'latest' as view_id, indicator_id, 'nation' as group_id, 'R' as convention, 'none' as merging,
            region_id, period::integer as period, path::double as transition_coefficient,
            club::integer as club_number, club_mean::double as club_mean_coefficient,
            members::bigint as n_members, reason as null_reason
        from (
            values
                ('gdp_per_head', 'a', 1.1, 1, 1.1, 1, null), ('gdp_per_head', 'b', 1.0, 2, 1.0, 1, null),
                ('gdp_per_head', 'c', 0.9, 0, null, 1, null),
                ('energy', 'a', null, null, null, null, 'refused')
        ) as paths (indicator_id, region_id, path, club, club_mean, members, reason)
        cross join range(2001, 2004) as years (period)
    """,
}
LABELS = {
    "marts.transition_paths": ("region_short_name", "indicator_name", "unit", "publisher", "view_name"),
}
BREAKING = {
    "club_number_or_null_reason": "update marts.transition_paths set null_reason = 'refused'",
    "a_path_or_a_reason": """
        update marts.transition_paths set transition_coefficient = null where club_number = 1
    """,
    "paths_average_one": """
        update marts.transition_paths set transition_coefficient = 1.2 where club_number = 1
    """,
    "paths_are_whole": "delete from marts.transition_paths where indicator_id = 'energy' and period = 2002",
    "clubs_have_the_members_they_count": """
        update marts.transition_paths set n_members = 2 where club_number = 1
    """,
    "a_mean_path_for_clubs_only": """
        update marts.transition_paths set club_mean_coefficient = 0.9 where club_number = 0
    """,
    "lowest_output_per_head_is_near_the_mean": """
        update marts.transition_paths set transition_coefficient = 0.7 where club_number = 0
    """,
    "highest_output_per_head_is_near_the_mean": """
        update marts.transition_paths set transition_coefficient = 1.3 where club_number = 1
    """,
    "labels_in_three_languages": "update marts.transition_paths set unit_en = '元'",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
