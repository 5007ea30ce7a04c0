"""A wrong address says which table and keys were meant and which rows come nearest."""

from collections.abc import Iterator

import duckdb
import pytest

from assets.explaining.address import AddressError, find
from assets.wording.figures import row_id
from tests.small_house import built_house

GAP = "marts.group_gap/latest/dated/gdp_per_head/bloc_east/national31/2023"


@pytest.fixture(scope="module")
def release() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(built_house().published_file), read_only=True) as connection:
        yield connection


def message(connection: duckdb.DuckDBPyConnection, address: str) -> str:
    with pytest.raises(AddressError) as caught:
        find(connection, address)
    return str(caught.value)


def test_an_address_leads_to_its_row_and_back(release: duckdb.DuckDBPyConnection) -> None:
    found = find(release, f"{GAP}#ratio")
    assert (found.row_id, found.column) == (GAP, "ratio")
    assert row_id("marts/group_gap", found.table.grain, found.row) == GAP


def test_a_wrong_key_names_the_nearest_rows(release: duckdb.DuckDBPyConnection) -> None:
    said = message(release, GAP.replace("national31", "nation31"))
    assert (
        "<view_id>/<membership>/<indicator_id>/<group_id>/<reference_id>/<period>, such as marts.group_gap/"
        in said
    )
    assert said.split("nearest rows:\n  ")[1].startswith(GAP)


def test_too_few_keys_show_an_example(release: duckdb.DuckDBPyConnection) -> None:
    said = message(release, "marts.group_gap/latest")
    assert "found 1 key(s); write marts.group_gap/<view_id>/" in said
    assert "found no key(s)" in message(release, "marts.claims")


def test_a_wrong_table_names_its_like(release: duckdb.DuckDBPyConnection) -> None:
    assert "did you mean marts.group_gap" in message(release, "marts.group_gaps/x")
    assert "marts.group_gap" in message(release, "group_gap/latest")
    assert "the tables are marts.claims," in message(release, "zzz/1")
    # rooms that hold no numbers of ours have no addresses
    assert "no table 'reference.claims'" in message(release, "reference.claims/H002")


def test_a_word_alone_is_looked_for_among_the_marts(release: duckdb.DuckDBPyConnection) -> None:
    """A claim's id is the whole key of marts.claims, so its row is offered; other words get a short list."""
    ((claim_id,),) = release.execute("select min(claim_id) from marts.claims").fetchall()
    assert message(release, claim_id).endswith(f"did you mean marts.claims/{claim_id}")
    assert message(release, f"{claim_id}#computed_value").endswith(f"did you mean marts.claims/{claim_id}")
    listed = message(release, "zzz").split("the tables are ")[1].split(", ")
    assert "marts.claims" in listed and {name.split(".")[0] for name in listed} == {"marts"}
    assert "metrics.gini" in message(release, "zzz/1")
    assert "did you mean metrics.gini" in message(release, "metrics.ginis")


def test_a_wrong_column_names_its_like(release: duckdb.DuckDBPyConnection) -> None:
    assert "no column 'ratios'; nearest: ratio" in message(release, f"{GAP}#ratios")


def test_an_address_is_no_query(release: duckdb.DuckDBPyConnection) -> None:
    said = message(release, "marts.claims/x' or 1=1 --")
    assert "no such row" in said
