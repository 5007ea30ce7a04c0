"""Suite of staging/landed_figures on two answers, one of them held back."""

# ruff: noqa: E501 (whole rows stand on one line)

import duckdb
import pytest

from expectations.staging.landed_figures import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "ingest.answers": """
        answer_id is_accepted error_name error_message
        a1 true - -
    """,
    "ingest.landed_figures": """
        answer_id cell_address value_text
        a1 a1!1 49670.2
        a1 a1!2 52073.4
        a1 a1!3 -
    """,
    "staging.landed_figures": """
        indicator_id region_id period quarter period_text vintage_id value_in_currency currency published_on cell_address
        gdp 110000 2024 - 2024 nbs_1 49670.2 CNY 2026-10-02 a1!1
        gdp 110000 2025 3 2025Q3 nbs_1 52073.4 - 2025-11-01 a1!2
    """,
}
BREAKING = {
    "every_landed_figure_arrives": "delete from staging.landed_figures where quarter = 3",
    "a_cell_arrives_once": "insert into staging.landed_figures from staging.landed_figures",
    "an_edition_prints_a_cell_once": (
        "insert into staging.landed_figures select * replace (1 as value_in_currency, 'a1!9' as cell_address)"
        " from staging.landed_figures"
    ),
    "nothing_is_retrieved_before_its_period_ends": (
        "update staging.landed_figures set published_on = '2024-12-31' where period = 2024"
    ),
    "every_answer_is_used": "update ingest.answers set is_accepted = false",
    "currency_is_known": "update staging.landed_figures set currency = 'USD'",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
