"""Rows by address: found with their key, refused when there is none, escaped where they are printed."""

from datetime import date

import duckdb
import pytest

from assets.site.rows import Row, SiteError, rows_at

GRAINS = {"marts/claims": ("claim_id", "period")}


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    made.execute("create schema marts")
    made.execute("create table marts.claims as select 'H1' as claim_id, 2024 as period, 1.5 as value")
    return made


def test_a_row_is_found_by_its_address(connection: duckdb.DuckDBPyConnection) -> None:
    found = rows_at(connection, ["marts.claims/H1/2024"], GRAINS)
    assert found["marts.claims/H1/2024"]["value"] == 1.5


def test_an_address_without_a_row_is_refused(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(SiteError, match=r"no row at marts\.claims/H1/2023"):
        rows_at(connection, ["marts.claims/H1/2023"], GRAINS)


def test_a_row_as_data_leaves_out_names_and_empty_cells() -> None:
    row = Row(
        "marts.x/a", {"value": 1.5, "note": None, "has_break": False, "unit_en": "yuan", "text": "</script>"}
    )
    assert row.cells == {"value": 1.5, "text": "</script>"}


def test_numbers_lose_the_noise_of_arithmetic() -> None:
    row = Row("marts.x/a", {"value": 0.1 + 0.2, "share": 2.0, "is_new": True, "day": date(2024, 1, 31)})
    assert row.cells == {"value": 0.3, "share": 2, "is_new": True, "day": "2024-01-31"}
    assert type(row.cells["share"]) is int
