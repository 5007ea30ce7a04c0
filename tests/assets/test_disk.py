"""What a disk says when it refuses, and how it is passed on."""

import errno
import os
import sqlite3

import duckdb
import pytest

from assets.disk import REMEDIES, DiskError, disk_in_words, refusal


def chained(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


FULL = OSError(errno.ENOSPC, "No space left on device", "build/exports/a.csv")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FULL, "No space left on device: 'build/exports/a.csv'; free space"),
        # what a query says of a disk comes wrapped in what it says of itself
        (
            chained(ValueError("sql/core/regions.sql"), FULL),
            "No space left on device: 'build/exports/a.csv'; free space",
        ),
        (
            duckdb.IOException('IO Error: Could not write file "w.duckdb": No space left on device'),
            'Could not write file "w.duckdb": No space left on device; free space',
        ),
        (
            duckdb.TransactionException(
                "TransactionContext Error: Failed to commit: the database has been invalidated."
                ' Original error: Could not write file "w.duckdb": File too large\nStack'
            ),
            'Could not write file "w.duckdb": File too large;'
            " raise the limit on the size of a file (ulimit -f)",
        ),
        (
            sqlite3.OperationalError("database or disk is full"),
            "database or disk is full (run history in the build folder); free space",
        ),
    ],
)
def test_a_refusing_disk_is_heard_through_every_wrapping(error: Exception, said: str) -> None:
    assert refusal(error) == said


@pytest.mark.parametrize("number", sorted(REMEDIES))
def test_duckdb_and_the_system_are_told_alike(number: int) -> None:
    from_system = refusal(OSError(number, os.strerror(number), "file"))
    from_duckdb = refusal(duckdb.IOException(f'IO Error: Cannot open file "file": {os.strerror(number)}'))
    assert from_system and from_system.endswith(f"; {REMEDIES[number]}")
    assert from_duckdb and from_duckdb.endswith(f"; {REMEDIES[number]}")


@pytest.mark.parametrize(
    "error",
    [
        ValueError("cell C14 holds 'n.a.'"),
        FileNotFoundError(errno.ENOENT, "No such file or directory", "manifest.csv"),
        duckdb.CatalogException("Catalog Error: Table with name regions does not exist"),
        sqlite3.OperationalError("no such table: runs"),
    ],
)
def test_other_errors_pass_as_they_are(error: Exception) -> None:
    assert refusal(error) is None
    with pytest.raises(type(error)) as passed, disk_in_words():
        raise error
    assert passed.value is error


def test_the_sentence_says_what_to_do_and_what_stands() -> None:
    with pytest.raises(DiskError) as told, disk_in_words():
        raise FULL
    assert str(told.value) == (
        "No space left on device: 'build/exports/a.csv'; free space and start again;"
        " the warehouse published before is untouched"
    )


def test_a_sentence_is_not_told_twice() -> None:
    with pytest.raises(DiskError) as told, disk_in_words(), disk_in_words():
        raise FULL
    assert str(told.value).count("free space") == 1


def test_a_damaged_file_is_named_with_the_way_out() -> None:
    # as DuckDB 2.0 says it, in an error of no class of its own
    damage = "Corrupt database file: computed checksum 1 does not match stored checksum 2 in block at 4096"
    with pytest.raises(DiskError, match="delete the folder 'private' in the build"), disk_in_words():
        raise duckdb.Error(damage)
