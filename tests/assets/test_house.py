"""Making one step: remembered when it went well, forgotten when a critical check failed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from assets.disk import DiskError
from assets.house import failed_critically, make, stale_steps
from assets.steps import CheckResult, Outcome, Place, Step, fingerprints
from tests.small_house import built_house, steps_of

GOOD = CheckResult("structure", True, True, "rows must be there", {"rows": 1})
BAD = CheckResult("structure", False, True, "rows must be there", {"rows": 0})
WARNING = CheckResult("jumps", False, False, "jumps are rare")


def table_step(
    outcome: Outcome, *, digest: str = "d", fails: bool = False, is_transaction: bool = True
) -> Step:
    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        connection.execute("create schema if not exists core")
        connection.execute("create or replace table core.things as select 1 as thing")
        if fails:
            raise ValueError("half way")
        return outcome

    return Step("core/things", "Things.", (), digest, run, kinds=("duckdb",), is_transaction=is_transaction)


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def remembered(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return connection.execute("from build.fingerprints").fetchall()


@pytest.mark.parametrize("is_transaction", [True, False])
def test_a_made_step_is_remembered_with_its_checks(
    connection: duckdb.DuckDBPyConnection, is_transaction: bool
) -> None:
    step = table_step(Outcome(1, {}, (GOOD, WARNING)), is_transaction=is_transaction)
    assert make(connection, step) == Outcome(1, {}, (GOOD, WARNING))
    assert remembered(connection) == list(fingerprints([step]).items())
    assert connection.execute("from build.checks order by check_name").fetchall() == [
        ("core/things", "jumps", False, False, "jumps are rare", "{}"),
        ("core/things", "structure", True, True, "rows must be there", '{"rows": 1}'),
    ]


def test_made_again_it_replaces_what_was_remembered(connection: duckdb.DuckDBPyConnection) -> None:
    make(connection, table_step(Outcome(1, {}, (GOOD, WARNING)), digest="old"))
    new = table_step(Outcome(1, {}, (GOOD,)), digest="new")
    make(connection, new)
    assert remembered(connection) == list(fingerprints([new]).items())
    assert connection.execute("select check_name from build.checks").fetchall() == [("structure",)]


def test_a_failed_critical_check_is_recorded_and_the_step_stays_stale(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    make(connection, table_step(Outcome(1, {}, (GOOD,))))
    make(connection, table_step(Outcome(1, {}, (BAD,))))
    assert remembered(connection) == []
    assert connection.execute("select is_passed from build.checks").fetchall() == [(False,)]


def reader_step() -> Step:
    return Step("metrics/count", "Count.", ("core/things",), "r", lambda _: Outcome(1))


def test_made_alone_from_old_inputs_it_stays_stale(tmp_path: Path) -> None:
    old, new = table_step(Outcome(1)), table_step(Outcome(1), digest="new")
    place = recorded_place(tmp_path, published=True, write=make_once)
    with duckdb.connect(str(place.build_file)) as connection:
        make(connection, old)
        make(connection, reader_step())
    with duckdb.connect(str(place.build_file)) as connection:
        make(connection, reader_step())
    assert [step.key for step in stale_steps(place, [new, reader_step()])] == ["core/things", "metrics/count"]


def test_made_from_a_table_that_failed_it_keeps_no_fingerprint(connection: duckdb.DuckDBPyConnection) -> None:
    make(connection, table_step(Outcome(1, {}, (BAD,))))
    make(connection, reader_step())
    assert remembered(connection) == []


def test_an_error_leaves_no_half_made_table(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(ValueError, match="half way"):
        make(connection, table_step(Outcome(), fails=True))
    assert remembered(connection) == []
    assert (
        connection.execute("select table_name from duckdb_tables() where schema_name = 'core'").fetchall()
        == []
    )


def test_a_disk_that_refuses_is_told_though_it_ended_the_transaction(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        # DuckDB rolls back by itself when the disk refuses; a second rollback is an error
        connection.execute("rollback")
        raise duckdb.IOException('IO Error: Could not write file "workbench": No space left on device')

    with pytest.raises(DiskError, match="No space left on device; free space and start again"):
        make(connection, replace(table_step(Outcome()), run=run))
    assert make(connection, table_step(Outcome(1))) == Outcome(1)


def test_only_failed_critical_checks_stop_a_release() -> None:
    assert failed_critically(Outcome(checks=(GOOD, BAD, WARNING))) == [BAD]


def recorded_place(folder: Path, *, published: bool, write: Callable[[Path], object]) -> Place:
    place = Place(root=folder, pack="cn", build=folder / "build")
    place.build_file.parent.mkdir(parents=True)
    write(place.build_file)
    if published:
        place.published_file.touch()
    return place


def make_once(build_file: Path) -> None:
    with duckdb.connect(str(build_file)) as connection:
        make(connection, table_step(Outcome(1)))


def empty_database(build_file: Path) -> None:
    duckdb.connect(str(build_file)).close()


def damaged(build_file: Path) -> None:
    """A build file with garbage in its headers; DuckDB has no class of error of its own for that."""
    make_once(build_file)
    content = bytearray(build_file.read_bytes())
    content[4096:12288] = b"x" * 8192
    build_file.write_bytes(content)


STEP = table_step(Outcome(1))


@pytest.mark.parametrize(
    ("published", "write", "stale"),
    [
        pytest.param(True, make_once, [], id="made and published"),
        pytest.param(True, empty_database, ["core/things"], id="build file of an interrupted first run"),
        pytest.param(True, lambda path: None, ["core/things"], id="build file gone"),
        pytest.param(
            True, lambda path: path.write_bytes(b"cut off"), ["core/things"], id="build file broken"
        ),
        pytest.param(True, damaged, ["core/things"], id="build file damaged"),
    ],
)
def test_stale_is_what_was_not_made_as_it_is_now(
    tmp_path: Path, published: bool, write: Callable[[Path], object], stale: list[str]
) -> None:
    place = recorded_place(tmp_path, published=published, write=write)
    assert [step.key for step in stale_steps(place, [STEP])] == stale


def test_a_build_that_stopped_goes_on_where_it_stopped(tmp_path: Path) -> None:
    place = recorded_place(tmp_path, published=False, write=make_once)
    last = replace(STEP, key="release/qipan", deps=(STEP.key,))
    assert stale_steps(place, [STEP, last]) == [last]


def test_a_release_whose_file_is_gone_is_made_from_the_start(tmp_path: Path) -> None:
    place = recorded_place(tmp_path, published=False, write=make_once)
    assert stale_steps(place, [STEP]) == [STEP]


def test_steps_come_after_what_they_read() -> None:
    seen: set[str] = set()
    for step in steps_of(built_house()):
        assert set(step.deps) <= seen, step.key
        assert step.key not in seen
        seen.add(step.key)
    assert step.key == "release/qipan"
    assert set(step.deps) == seen - {"release/qipan"}
