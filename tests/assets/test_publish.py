"""Publication: a whole release or none, readable by older clients, explained for people with SQL only."""

from pathlib import Path

import duckdb
import pytest

from assets.house import make
from assets.publish import NOT_PUBLISHED, publish_step
from assets.steps import CheckResult, Outcome, Place, Step
from assets.tables import comment, create_from_query
from tests.small_house import published

OBSERVATIONS = """
    select 'gdp' as indicator_id, '110000' as region_id, 2018 as period, value::double as value, vintage_rank,
        published_on::date as published_on
    from (values (33106.0, 10, '2019-03-31'), (30320.0, 5, '2019-01-31'), (33105.97, 20, '2020-09-30'))
        as printed (value, vintage_rank, published_on)
"""
COLUMNS = "select 'value' as column_name, '' as unit, 'The figure.' as description_en, '值' as description_zh"


def table_step(key: str, query: str) -> Step:
    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        create_from_query(connection, key, query)
        comment(connection, key, f"What '{key}' holds.", {})
        return Outcome(1, {}, (CheckResult("structure", True, True, "rows"),))

    return Step(key, f"What '{key}' holds.", (), "d", run, kinds=("sql", "duckdb"), facts={"grain": "value"})


TABLES = [
    table_step("reference/columns", COLUMNS),
    table_step("core/observations", OBSERVATIONS),
    table_step("core/group_sums", "select 1 as value"),
]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(root=tmp_path, pack="cn", build=tmp_path / "build")


def release(place: Place, tables: list[Step] = TABLES) -> Outcome:
    """Make the tables and publish them."""
    place.build_file.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(place.build_file)) as connection:
        for step in tables:
            make(connection, step)
        return make(connection, publish_step(place, tables))


def unfinished(place: Place) -> list[str]:
    return [path.name for path in place.build_file.parent.glob("release*")]


def test_published_file_holds_tables_and_their_comments(place: Place) -> None:
    outcome = release(place)
    assert outcome.rows == 4  # three observations, one column definition
    assert published(place, "select count(*) from core.observations") == [(3,)]
    assert published(place, "select comment from duckdb_tables() where table_name = 'observations'") == [
        ("What 'core/observations' holds.",)
    ]
    assert unfinished(place) == []


def test_work_in_progress_is_not_published(place: Place) -> None:
    release(place)
    assert "core/group_sums" in NOT_PUBLISHED
    assert published(place, "select table_name from duckdb_tables() where table_name = 'group_sums'") == []


def test_catalog_lists_release_tables_columns_and_checks(place: Place) -> None:
    outcome = release(place)
    assert published(place, "select release_id from catalog.release") == [(outcome.facts["release"],)]
    assert published(
        place, "select room, table_name, description, grain, row_count from catalog.tables order by room"
    ) == [
        ("core", "observations", "What 'core/observations' holds.", "value", 3),
        ("reference", "columns", "What 'reference/columns' holds.", "value", 1),
    ]
    assert published(
        place, "select column_name, description_zh from catalog.columns where table_name = 'observations'"
    ) == [
        ("indicator_id", None),
        ("region_id", None),
        ("period", None),
        ("value", "值"),
        ("vintage_rank", None),
        ("published_on", None),
    ]
    assert published(place, "select count(*) from catalog.checks where is_passed") == [(3,)]


def test_as_of_shows_what_a_reader_saw_on_a_day(place: Place) -> None:
    release(place)
    seen = {
        day: published(place, f"select value from core.as_of('{day}')")
        for day in ("2019-01-30", "2019-01-31", "2019-08-31", "2021-01-01")
    }
    assert seen == {
        "2019-01-30": [],
        "2019-01-31": [(30320.0,)],
        "2019-08-31": [(33106.0,)],
        "2021-01-01": [(33105.97,)],
    }


def test_older_clients_can_open_the_file(place: Place) -> None:
    release(place)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{place.published_file}' as release (read_only)")
        query = "select tags['storage_version'] from duckdb_databases() where database_name = 'release'"
        ((version,),) = connection.execute(query).fetchall()
    assert version.startswith("v1.4")


def test_release_id_follows_what_the_release_is_made_of(place: Place) -> None:
    first = release(place).facts["release"]
    assert release(place).facts["release"] == first
    other = [*TABLES[:2], Step("core/more", "More.", (), "e", TABLES[0].run)]
    assert publish_step(place, other).digest == publish_step(place, TABLES).digest
    assert (
        release(place, [*TABLES[:2], table_step("core/more", "select 2 as value")]).facts["release"] != first
    )


def test_staged_files_move_to_their_place(place: Place) -> None:
    for name, text in {"charts/a.svg": "new", "exports/deep/b.csv": "1"}.items():
        (place.staged / name).parent.mkdir(parents=True, exist_ok=True)
        (place.staged / name).write_text(text)
    (place.build / "charts").mkdir(parents=True)
    (place.build / "charts" / "a.svg").write_text("old")
    (place.build / "charts" / "untouched.svg").write_text("old")
    release(place)
    assert {path.name: path.read_text() for path in (place.build / "charts").iterdir()} == {
        "a.svg": "new",
        "untouched.svg": "old",
    }
    assert (place.build / "exports" / "deep" / "b.csv").read_text() == "1"
    assert list(place.staged.iterdir()) == []
