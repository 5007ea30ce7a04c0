"""Tables of the warehouse: made with casts, described, and their structure checked."""

from datetime import date

import duckdb
import pytest

from assets.tables import (
    ColumnDefinition,
    TableError,
    check_structure,
    columns_of,
    comment,
    create_from_query,
    create_from_rows,
    row_count,
)

DEFINITIONS = {
    name: ColumnDefinition(name, kind, unit, f"{name} in English", f"{name} 中文")
    for name, kind, unit in [
        ("region_id", "VARCHAR", ""),
        ("period", "INTEGER", ""),
        ("value", "DOUBLE", "CNY"),
        ("valid_from", "DATE", ""),
        ("is_partition", "BOOLEAN", ""),
    ]
}


@pytest.fixture
def connection():
    with duckdb.connect() as opened:
        yield opened


def fetch(connection, key="core/things"):
    return connection.execute(f"select * from {key.replace('/', '.')}").fetchall()


def test_text_rows_are_cast_as_columns_csv_says_and_empty_is_null(connection):
    columns = ["region_id", "period", "value", "valid_from", "is_partition"]
    rows = [
        ["010000", "2020", "36102.60", "2017-04-01", "true"],
        ["", "", "", "", ""],
        [None, None, None, None, None],
    ]
    create_from_rows(connection, "core/things", columns, rows, DEFINITIONS)
    assert fetch(connection) == [
        ("010000", 2020, 36102.6, date(2017, 4, 1), True),
        (None,) * 5,
        (None,) * 5,
    ]
    assert columns_of(connection, "core/things") == [(name, DEFINITIONS[name].type) for name in columns]


def test_a_table_is_replaced_as_a_whole(connection):
    for year in ("2020", "2021"):
        create_from_rows(connection, "core/things", ["period"], [[year]], DEFINITIONS)
    assert fetch(connection) == [(2021,)]
    assert row_count(connection, "core/things") == 1


def test_no_rows_still_make_a_typed_table(connection):
    create_from_rows(connection, "core/things", ["region_id", "value"], [], DEFINITIONS)
    assert columns_of(connection, "core/things") == [("region_id", "VARCHAR"), ("value", "DOUBLE")]


def test_an_undeclared_column_is_named_with_the_remedy(connection):
    with pytest.raises(TableError) as refusal:
        create_from_rows(connection, "core/things", ["region_id", "colour"], [], DEFINITIONS)
    assert str(refusal.value) == (
        "core/things: column 'colour' is not in columns.csv; add a line for it or rename it"
    )


def test_text_that_does_not_fit_its_type_is_an_error_not_a_null(connection):
    with pytest.raises(TableError, match=r"core/things.*51,9"):
        create_from_rows(connection, "core/things", ["value"], [["51,9"]], DEFINITIONS)


def test_a_query_that_fails_names_its_file(connection):
    with pytest.raises(TableError, match=r"^sql/core/things\.sql: .*nowhere"):
        create_from_query(connection, "core/things", "select 1 from core.nowhere")


def test_descriptions_are_stored_with_quotes_and_units(connection):
    create_from_query(connection, "core/things", "select 1.5::double as value, 2 as other")
    comment(connection, "core/things", "A group's values.", DEFINITIONS)
    assert connection.execute("select comment from duckdb_tables()").fetchall() == [("A group's values.",)]
    assert connection.execute(
        "select column_name, comment from duckdb_columns() where table_name = 'things' order by 1"
    ).fetchall() == [("other", None), ("value", "value in English [CNY] / value 中文")]


def structure(connection, query: str, grain=("region_id", "period")):
    create_from_query(connection, "core/things", query)
    return check_structure(connection, "core/things", grain, DEFINITIONS)


def lines(*values: str) -> str:
    rows = ", ".join(f"({value})" for value in values)
    return (
        "select region_id::varchar as region_id, period::integer as period"
        f" from (values {rows}) as rows (region_id, period)"
    )


def test_a_sound_table_passes(connection):
    found = structure(connection, lines("'a', 2020", "'a', 2021", "'b', 2020"))
    assert found.passed
    assert found.is_critical
    assert found.observed == {
        "columns that differ": "",
        "repeated keys": 0,
        "keys with null": 0,
        "rows": 3,
    }


@pytest.mark.parametrize(
    ("query", "what", "seen"),
    [
        (lines("'a', 2020", "'a', 2020", "'a', 2020"), "repeated keys", 2),
        (lines("'a', 2020", "'b', null"), "keys with null", 1),
        (lines("'a', 2020", "null, null"), "keys with null", 1),
        (lines("'a', 2020") + " where false", "rows", 0),
        (
            "select 'a' as region_id, 2020 as period, 1 as colour",
            "columns that differ",
            "colour INTEGER (not declared)",
        ),
        (
            "select 'a' as region_id, 2020::bigint as period",
            "columns that differ",
            "period BIGINT (declared INTEGER)",
        ),
    ],
)
def test_an_unsound_table_fails_and_says_what_was_seen(connection, query, what, seen):
    found = structure(connection, query)
    assert not found.passed
    assert found.observed[what] == seen


def test_all_columns_of_the_grain_make_the_key(connection):
    rows = lines("'a', 2020", "'a', 2021")
    assert structure(connection, rows).passed
    assert not structure(connection, rows, ("region_id",)).passed
