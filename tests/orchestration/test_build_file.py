"""The build file under bad luck: killed runs, damage, files held open elsewhere."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from assets.steps import Place
from orchestration import resources
from orchestration.resources import (
    WarehouseBusyError,
    opened_build,
)

NOBODY = 65534


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(root=tmp_path, pack="cn", build=tmp_path / "build")


def fill(place: Place) -> None:
    with opened_build(place) as connection:
        connection.execute("create table things as select 1 as thing")


def things(place: Place) -> list[tuple[str]]:
    with opened_build(place) as connection:
        return connection.execute("select table_name from duckdb_tables()").fetchall()


def garbage_in_headers(build_file: Path) -> None:
    content = bytearray(build_file.read_bytes())
    content[4096:12288] = b"x" * 8192
    build_file.write_bytes(content)


def garbage_in_log(build_file: Path) -> None:
    with duckdb.connect(str(build_file)) as connection:
        connection.execute("pragma disable_checkpoint_on_shutdown; create table more as select 2 as thing")
    log = Path(f"{build_file}.wal")
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 0xFF
    log.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: path.write_bytes(b"cut off"), id="cut off"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
        pytest.param(garbage_in_headers, id="garbage in its headers"),
        pytest.param(garbage_in_log, id="garbage in its log"),
    ],
)
def test_an_unreadable_build_file_is_set_aside_with_a_sentence(
    place: Place, capsys: pytest.CaptureFixture[str], damage: Callable[[Path], object]
) -> None:
    for _ in range(2):
        fill(place)
        damage(place.build_file)
        assert things(place) == []
        printed = capsys.readouterr().out
        assert "the build file could not be read and is now workbench.unreadable.duckdb" in printed
        place.build_file.unlink()
    # however often it happens, one file is kept
    kept = {path.name.removesuffix(".wal") for path in place.build_file.parent.iterdir()}
    assert kept == {"workbench.lock", "workbench.unreadable.duckdb"}


def test_a_log_that_a_kill_left_is_taken_up(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    fill(place)
    program = (
        "import os, signal, sys, duckdb; connection = duckdb.connect(sys.argv[1]);"
        " connection.execute('create table more as select 2 as thing');"
        " os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program, str(place.build_file)], check=False)
    assert place.build_file.with_suffix(".duckdb.wal").is_file()
    assert sorted(things(place)) == [("more",), ("things",)]
    assert capsys.readouterr().out == ""


def test_what_a_killed_run_left_is_cleared(place: Place) -> None:
    private = place.build_file.parent
    (private / "workbench.duckdb.tmp").mkdir(parents=True)
    for name in (
        "workbench.duckdb.tmp/spilled.tmp",
        "release.duckdb",
        "release.duckdb.wal",
        "release-7.duckdb",
    ):
        (private / name).write_bytes(b"half")
    fill(place)
    assert {path.name for path in private.iterdir()} == {"workbench.lock", "workbench.duckdb"}


@contextmanager
def opened_elsewhere(file: Path, seconds: float) -> Iterator[None]:
    """Another process that has the file open to read for so long."""
    program = (
        "import duckdb, os, sys, time; connection = duckdb.connect(sys.argv[1], read_only=True);"
        " print('open', flush=True); time.sleep(float(sys.argv[2])); os._exit(0)"
    )
    command = [sys.executable, "-c", program, str(file), str(seconds)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as reader:
        assert reader.stdout and reader.stdout.readline() == b"open\n"
        yield
        reader.kill()


def test_a_look_at_the_build_file_does_not_refuse_a_refresh(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(place)
    monkeypatch.setattr(resources, "PATIENCE_SECONDS", 60)
    with opened_elsewhere(place.build_file, 0.3):
        assert things(place) == [("things",)]


def test_whoever_keeps_the_build_file_open_is_told_of(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(place)
    monkeypatch.setattr(resources, "PATIENCE_SECONDS", 0)
    with (
        opened_elsewhere(place.build_file, 60),
        pytest.raises(WarehouseBusyError, match="another refresh is writing"),
        opened_build(place),
    ):
        pass
