"""The pack's files as tables: verbatim, typed, one line one row; a wrong line stops every one of them."""

from pathlib import Path

import duckdb
import pytest

from assets.catalogue import CatalogueError
from assets.reference import DESCRIPTIONS, read_definitions, reference_steps
from assets.steps import Place, Step
from tests.small_house import change_line, read_lines, small_house


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return small_house(tmp_path)


def steps_by_name(place: Place) -> dict[str, Step]:
    return {step.key: step for step in reference_steps(place, read_definitions(place.reference))}


def test_every_file_of_the_pack_is_a_described_table(place: Place) -> None:
    files = {f"reference/{path.stem}" for path in place.reference.glob("*.csv")}
    assert set(steps_by_name(place)) == files == {f"reference/{name}" for name in DESCRIPTIONS}


def test_a_file_becomes_a_table_line_by_line(place: Place) -> None:
    with duckdb.connect() as connection:
        outcome = steps_by_name(place)["reference/units"].run(connection)
        columns = "unit_id, symbol_zh_hans, symbol_zh_hant, symbol_en, cast(decimals as varchar), line_number"
        found = connection.execute(f"select {columns} from reference.units order by line_number").fetchall()
        comments = connection.execute(
            "select comment from duckdb_tables() where table_name = 'units' union all"
            " select comment from duckdb_columns() where table_name = 'units' and column_name = 'decimals'"
        ).fetchall()
    _, *lines = read_lines(place.reference / "units.csv")
    # the header is line 1 of the file, the first unit line 2
    assert found == [(*line, number) for number, line in enumerate(lines, start=2)]
    assert outcome.rows == len(lines)
    assert outcome.facts == {"file": "warehouse/reference/cn/units.csv"}
    assert [check.passed for check in outcome.checks] == [True]
    assert all(comment for (comment,) in comments)


def test_an_empty_cell_is_null(place: Place) -> None:
    with duckdb.connect() as connection:
        steps_by_name(place)["reference/groups"].run(connection)
        query = "select partition_id, effective_from from reference.groups where group_id = 'national31'"
        assert connection.execute(query).fetchall() == [(None, None)]


def test_a_wrong_line_in_one_file_stops_the_others_too(place: Place) -> None:
    change_line(place.reference / "indicators.csv", "gdp_per_head", unit_id="cny_per_pers0n")
    with duckdb.connect() as connection, pytest.raises(CatalogueError) as refusal:
        steps_by_name(place)["reference/units"].run(connection)
    message = str(refusal.value)
    assert "indicators.csv" in message
    assert "cny_per_pers0n" in message


def test_a_corrected_line_is_accepted_without_a_new_process(place: Place) -> None:
    path = place.reference / "indicators.csv"
    change_line(path, "gdp_per_head", unit_id="cny_per_pers0n")
    with duckdb.connect() as connection:
        with pytest.raises(CatalogueError):
            steps_by_name(place)["reference/indicators"].run(connection)
        change_line(path, "gdp_per_head", unit_id="cny_per_person")
        assert steps_by_name(place)["reference/indicators"].run(connection).rows


def test_only_the_changed_file_has_a_new_digest(place: Place) -> None:
    before = {key: step.digest for key, step in steps_by_name(place).items()}
    change_line(place.reference / "events.csv", read_lines(place.reference / "events.csv")[1][0], source="x")
    after = {key: step.digest for key, step in steps_by_name(place).items()}
    assert {key for key in after if after[key] != before[key]} == {"reference/events"}


def test_column_definitions_change_every_table(place: Place) -> None:
    before = {key: step.digest for key, step in steps_by_name(place).items()}
    change_line(place.reference / "columns.csv", "value", description_en="The figure.")
    after = {key: step.digest for key, step in steps_by_name(place).items()}
    assert all(after[key] != before[key] for key in after)
