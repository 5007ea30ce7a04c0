"""Suite of metrics/theil_decomposition on two partitions and a refused set."""

import duckdb
import pytest

from expectations.metrics.theil_decomposition import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.groups": """
        group_id group_kind
        nation nation
    """,
    "core.group_members": """
        select 'nation' as group_id, 'p' || n as region_id from range(1, 32) as numbers (n)
    """,
    "core.group_sets": """
        set_id membership is_partition
        nbs4 dated true
        coast dated true
        major_strategy dated false
    """,
    "metrics.theil_decomposition": """
        view_id membership indicator_id set_id period weighting index_id value between_groups \
            within_groups between_share n_members null_reason
        latest dated gdp nbs4 2020 weighted theil_t 0.05 0.03 0.02 0.6 31 -
        latest dated gdp coast 2020 weighted theil_t 0.05 0.04 0.01 0.8 31 -
        latest dated gdp major_strategy 2020 weighted theil_t - - - - - 'not_a_partition: use \
            gap_to_rest'
    """,
}
BREAKING = {
    "value_or_null_reason": "update metrics.theil_decomposition set null_reason = null",
    "between_and_within_make_the_total": """
        update metrics.theil_decomposition set within_groups = 0.03 where set_id = 'nbs4'
    """,
    "every_partition_has_the_same_total": """
        update metrics.theil_decomposition set value = 0.06 where set_id = 'nbs4'
    """,
    "overlapping_sets_are_refused": """
        update metrics.theil_decomposition set value = 0.05, null_reason = null
    """,
    "strategies_are_refused_by_name": """
        delete from metrics.theil_decomposition where value is null
    """,
    "within_is_not_negative": """
        update metrics.theil_decomposition set within_groups = -1e-9 where set_id = 'nbs4'
    """,
    "between_is_not_negative": """
        update metrics.theil_decomposition set between_groups = -1e-9 where set_id = 'nbs4'
    """,
    "the_share_is_at_least_nothing": """
        update metrics.theil_decomposition set between_share = -0.1 where set_id = 'nbs4'
    """,
    "the_share_is_at_most_everything": """
        update metrics.theil_decomposition set between_share = 1.1 where set_id = 'nbs4'
    """,
    "index_is_known": "update metrics.theil_decomposition set index_id = 'atkinson'",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
