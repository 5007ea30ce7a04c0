"""Suite of staging/exchange_rates on two years of one rate."""

import duckdb
import pytest

from expectations.staging.exchange_rates import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "staging.exchange_rates": """
        indicator_id period value
        cny_per_hkd 2019 0.88
        cny_per_hkd 2020 0.89
    """,
}
BREAKING = {
    "rates_are_positive": "update staging.exchange_rates set value = 0 where period = 2020",
    "rates_do_not_jump": "update staging.exchange_rates set value = 1.2 where period = 2020",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
