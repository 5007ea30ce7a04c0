"""Publication when the disk refuses or a kill came between: the old release stays, nothing is left."""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import duckdb
import pytest

from assets import publish
from assets.disk import DiskError
from assets.publish import PublishError
from assets.steps import Place, Step
from tests.assets.test_publish import release, unfinished
from tests.small_house import published


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(root=tmp_path, pack="cn", build=tmp_path / "build")


def disk_is_full(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device", "release.duckdb")


def duckdb_cannot_write(*_: object, **__: object) -> NoReturn:
    # DuckDB's own error for a full or read-only disk is no OSError.
    raise duckdb.IOException("IO Error: Could not write file: No space left on device")


def lose_a_row(original: Callable[..., None]) -> Callable[..., None]:
    def copy(connection: duckdb.DuckDBPyConnection, new_file: Path, tables: list[Step]) -> None:
        original(connection, new_file, tables)
        with duckdb.connect(str(new_file)) as opened:
            opened.execute("create or replace table core.observations as from core.observations limit 2")

    return copy


@pytest.mark.parametrize(
    ("name", "replacement", "error", "message"),
    [
        ("_copy_database", disk_is_full, DiskError, "No space left on device: 'release.duckdb'; free space"),
        ("_copy_database", duckdb_cannot_write, DiskError, "No space left on device; free space"),
        ("_inspect", disk_is_full, DiskError, "No space left on device: 'release.duckdb'; free space"),
        ("_move_files", disk_is_full, DiskError, "No space left on device: 'release.duckdb'; free space"),
        (
            "_copy_database",
            lose_a_row(publish._copy_database),
            PublishError,
            "holds 2 tables and 3 rows instead of 2 and 4",
        ),
    ],
)
def test_a_disk_that_refuses_leaves_the_old_release(
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    replacement: Callable[..., None],
    error: type[Exception],
    message: str,
) -> None:
    release(place)
    before = place.published_file.read_bytes()
    (place.staged / "exports").mkdir(parents=True)
    monkeypatch.setattr(publish, name, replacement)
    with pytest.raises(error) as refusal:
        release(place)
    assert message in str(refusal.value)
    assert "the warehouse published before is untouched" in str(refusal.value)
    assert place.published_file.read_bytes() == before
    assert unfinished(place) == []
    monkeypatch.undo()
    assert release(place).rows == 4


def test_what_a_killed_publication_left_is_cleared_and_not_replayed(place: Place) -> None:
    release(place)
    private = place.build_file.parent
    # a log without its checkpoint, as a kill leaves it; DuckDB would replay it into the next file of the name
    other = private / "other.duckdb"
    with duckdb.connect(str(other)) as connection:
        connection.execute("pragma disable_checkpoint_on_shutdown; create table stray as select 1 as value")
    shutil.move(f"{other}.wal", private / "release.duckdb.wal")
    shutil.copyfile(place.published_file, private / "release.duckdb")
    shutil.copyfile(place.published_file, private / "release-4711.duckdb")
    assert release(place).rows == 4
    assert unfinished(place) == []
    assert published(place, "select table_name from duckdb_tables() where table_name = 'stray'") == []


def test_a_folder_with_an_apostrophe_is_a_folder(tmp_path: Path) -> None:
    place = Place(root=tmp_path, pack="cn", build=tmp_path / "o'brien" / "build")
    release(place)
    assert published(place, "select count(*) from core.observations") == [(3,)]
