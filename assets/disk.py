"""Disks that refuse: full, read-only, forbidden. What they say becomes one sentence with a remedy."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

MORE_SPACE = "free space"
RIGHTS = "give yourself the right to write there, or name another build folder in QIPAN_BUILD"
A_FILE_IN_THE_WAY = "move away the file that stands where a folder should be"
REMEDIES = {
    errno.ENOSPC: MORE_SPACE,
    errno.EDQUOT: MORE_SPACE,
    errno.EFBIG: "raise the limit on the size of a file (ulimit -f)",
    errno.EROFS: RIGHTS,
    errno.EACCES: RIGHTS,
    errno.EPERM: RIGHTS,
    errno.ENOTDIR: A_FILE_IN_THE_WAY,
    errno.EEXIST: A_FILE_IN_THE_WAY,
    errno.EISDIR: "move away the folder that stands where a file should be",
    errno.EIO: "have the disk looked at",
}
# SQLite keeps Dagster's run history; it has words of its own and no number.
SQLITE_WORDS = {
    "database or disk is full": MORE_SPACE,
    "disk I/O error": MORE_SPACE,
    "attempt to write a readonly database": RIGHTS,
    "unable to open database file": RIGHTS,
}
# What DuckDB says of a block that is not as it was written; it has no class of error for it.
DAMAGE = ("Corrupt database file", "Could not read enough bytes")


class DiskError(Exception):
    """The disk refused what a refresh writes, or did not give it back."""


@contextmanager
def disk_in_words() -> Iterator[None]:
    """Turn errors of a disk into DiskError, a sentence; others pass as they are."""
    try:
        yield
    except DiskError:
        raise
    except Exception as error:
        said = refusal(error) or _damage(error)
        if said is None:
            raise
        raise DiskError(f"{said} and start again; the warehouse published before is untouched") from error


def refusal(error: BaseException) -> str | None:
    """What the disk said and the remedy, where a refusing disk is behind an error; None otherwise."""
    for seen in _causes(error):
        if isinstance(seen, OSError) and seen.errno in REMEDIES:
            return f"{seen.strerror}: '{seen.filename or 'a file'}'; {REMEDIES[seen.errno]}"
        if isinstance(seen, duckdb.Error):
            for number, remedy in REMEDIES.items():
                if os.strerror(number) in str(seen):
                    return f"{_innermost(seen)}; {remedy}"
        if isinstance(seen, sqlite3.OperationalError):
            for words, remedy in SQLITE_WORDS.items():
                if words in str(seen):
                    return f"{words} (run history in the build folder); {remedy}"
    return None


def _damage(error: BaseException) -> str | None:
    """The same for a disk that gives back something else than was written."""
    for seen in _causes(error):
        if isinstance(seen, duckdb.Error) and any(words in str(seen) for words in DAMAGE):
            return f"{_innermost(seen)}; delete the folder 'private' in the build folder"
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _innermost(error: duckdb.Error) -> str:
    """DuckDB repeats an error inside those that follow from it; the first one says it all."""
    return str(error).split("Original error: ")[-1].splitlines()[0].removeprefix("IO Error: ")
