"""Suite of metrics/reconciliation on two sets, one with a printed national figure."""

import duckdb
import pytest

from expectations.metrics.reconciliation import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.groups": """
        group_id partition_id
        east nbs4
    """,
    "metrics.reconciliation": """
        view_id indicator_id period set_id set_sum nation_value difference \
            printed_national_value residual residual_share
        latest gdp 2020 nbs4 1000 1000 0 1010 10 0.01
        latest gdp 2020 coast 1000 1000 0 1010 10 0.01
        latest grain 2020 nbs4 70 70 0 - - -
    """,
}
BREAKING = {
    "groups_add_up_to_the_nation": """
        update metrics.reconciliation set set_sum = 1000.1 where set_id = 'coast'
    """,
    "nbs4_is_reconciled_everywhere": """
        delete from metrics.reconciliation where set_id = 'nbs4' and indicator_id = 'gdp'
    """,
    "the_residual_is_carried": """
        update metrics.reconciliation set residual = 0 where set_id = 'coast'
    """,
    "residuals_above_five_percent_are_known": """
        insert into metrics.reconciliation by name
        select * exclude (n) replace (period + n as period, 0.06 as residual_share)
        from metrics.reconciliation, range(1, 48) as years (n) where indicator_id = 'grain'
    """,
    "the_printed_total_is_not_smaller": """
        update metrics.reconciliation set residual_share = -0.01 where indicator_id = 'gdp'
    """,
    "the_printed_total_is_not_far_away": """
        update metrics.reconciliation set residual_share = 0.4 where indicator_id = 'gdp'
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
