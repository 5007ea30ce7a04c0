"""Suite of core/group_members on groups of the official sizes."""

import duckdb
import pytest

from expectations.core.group_members import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.group_members": """
        select
            sizes.group_id, sizes.membership, 2020 as period, sizes.prefix || n as region_id,
            1.0 as region_weight
        from (
            values
                ('bloc_east', 'dated', '1', 10), ('bloc_central', 'dated', '2', 6),
                ('bloc_west', 'dated', '3', 12), ('bloc_northeast', 'dated', '4', 3),
                ('national31', 'dated', '5', 31), ('gba', 'fixed', '44', 11), ('gba9', \
            'fixed', '44', 9)
        ) as sizes (group_id, membership, prefix, size), range(sizes.size) as numbers (n)
    """,
}
BREAKING = {
    "official_sizes": """
        delete from core.group_members where group_id = 'bloc_northeast' and region_id = '40'
    """,
    "gba_cities_lie_in_guangdong": """
        update core.group_members set region_id = '440000' where group_id = 'gba9' and region_id = '440'
    """,
    "every_member_has_a_weight": """
        update core.group_members set region_weight = null where region_id = '40'
    """,
    "membership_rule_is_known": """
        update core.group_members set membership = 'always' where membership = 'fixed'
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
