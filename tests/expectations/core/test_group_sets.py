"""Suite of core/group_sets on the four blocs and two strategies that overlap."""

import duckdb
import pytest

from expectations.core.group_sets import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.groups": """
        group_id partition_id
        east nbs4
        jjj -
    """,
    "core.group_members": """
        group_id period
        east 2020
        east 2021
    """,
    "core.group_sets": """
        set_id membership period group_id is_partition
        nbs4 dated 2020 east true
        nbs4 dated 2020 central true
        nbs4 dated 2020 west true
        nbs4 dated 2020 northeast true
        nbs4 dated 2021 east true
        nbs4 dated 2021 central true
        nbs4 dated 2021 west true
        nbs4 dated 2021 northeast true
        major_strategy fixed 2020 jjj false
        major_strategy fixed 2020 yrd false
    """,
}
BREAKING = {
    "nbs4_is_a_partition_in_every_year": "delete from core.group_sets where period = 2021",
    "strategies_are_never_a_partition": "update core.group_sets set is_partition = true",
    "declared_partitions_divide_the_nation": """
        insert into core.group_sets by name
        select * exclude (n) replace (period + n as period, false as is_partition)
        from core.group_sets, range(12) as years (n) where set_id = 'nbs4'
    """,
    "partitions_do_not_change_within_a_year": """
        update core.group_sets set is_partition = true where group_id = 'jjj'
    """,
    "every_set_is_judged": """
        update core.group_sets set is_partition = null where group_id = 'jjj'
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
