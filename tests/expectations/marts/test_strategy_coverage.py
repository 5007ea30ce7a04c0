"""Suite of marts/strategy_coverage on 31 units, one of them in two strategies."""

import duckdb
import pytest

from expectations.marts.strategy_coverage import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.groups": """
        group_id group_kind
        nation nation
    """,
    "core.group_members": """
        select 'nation' as group_id, 2020 as period, 'p' || n as region_id from range(1, 32) \
            as numbers (n)
    """,
    "marts.strategy_coverage": """
        select
            membership, 2020 as period, 'p' || n as region_id,
            cast(case when n = 1 then 2 else 0 end as bigint) as n_strategies,
            case when n = 1 then 'yrd yreb' else '' end as strategy_ids
        from range(1, 32) as numbers (n), (values ('dated'), ('fixed')) as memberships \
            (membership)
    """,
}
LABELS = {
    "marts.strategy_coverage": ("region_short_name",),
}
BREAKING = {
    "every_unit_is_listed": "delete from marts.strategy_coverage where region_id = 'p31'",
    "the_count_is_the_list": """
        update marts.strategy_coverage set strategy_ids = 'yrd yrd' where region_id = 'p1'
    """,
    "todays_map_is_the_widest": """
        update marts.strategy_coverage set n_strategies = 1 where membership = 'fixed'
    """,
    "nobody_is_in_more_than_there_are": """
        update marts.strategy_coverage set n_strategies = 6 where region_id = 'p1'
    """,
    "labels_in_three_languages": """
        update marts.strategy_coverage set region_short_name_zh_hant = null
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
