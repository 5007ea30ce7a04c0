"""Suite of staging/embedded_edition on a table of three printed cells."""

import duckdb
import pytest

from expectations.staging.embedded_edition import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "ingest.embedded_edition": """
        snapshot_id cell_address value_text collection
        gdp/first gdp/first.csv!C2 1.0 provinces
        gdp/first gdp/first.csv!C3 2.0 provinces
        rate/single rate/single.csv!C2 0.8 exchange_rates
    """,
    "staging.embedded_edition": """
        cell_address currency
        gdp/first.csv!C2 CNY
        gdp/first.csv!C3 -
    """,
}
BREAKING = {
    "every_printed_figure_arrives": "delete from staging.embedded_edition where currency is null",
    "a_cell_arrives_once": "insert into staging.embedded_edition from staging.embedded_edition",
    "currency_is_known": "update staging.embedded_edition set currency = 'USD'",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
