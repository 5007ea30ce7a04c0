"""The inbox as a folder: which files wait, which mapping is theirs, and where they go.

    inbox/<file>                 waits until it is landed
    inbox/<file>.toml            its sidecar
    inbox/<file>.error.txt       why it was refused
    inbox/mappings/<name>.toml   mappings saved for files whose names match
    inbox/done/                  files that were landed, with their sidecars

Names of files are data: they are shown and compared, never followed.
"""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from assets.landing.errors import LandingError, LandingStoreError
from assets.landing.file_errors import (
    FileChangedError,
    FileTooLargeError,
    UnknownFormatError,
)
from assets.sources.inbox.sidecars import saved_mappings, sidecar_of

SETTLED_AFTER = 3.0  # seconds without a change: a copy in progress writes more often
MOST_BYTES = 50_000_000
UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".download", ".swp")
NOT_TABLES = (".toml", ".error.txt", ".md", *UNFINISHED)
STATE = "state: "


class InboxFile(NamedTuple):
    """A file that waits. `state` changes when the file or any mapping does."""

    path: Path
    state: str

    @property
    def name(self) -> str:
        """Its name, for messages and records."""
        return self.path.name


def waiting(inbox: Path, now: float | None = None) -> list[InboxFile]:
    """Files that can be taken in: settled, not hidden, and not refused in the state they are in."""
    moment = time.time() if now is None else now
    mappings = "".join(_digest(path) for path in saved_mappings(inbox))
    found = []
    for path in sorted(inbox.iterdir()) if inbox.is_dir() else ():
        if path.name.startswith((".", "~$")) or path.name.casefold().endswith(NOT_TABLES):
            continue
        try:
            about = path.lstat()
            if path.is_dir() or abs(moment - about.st_mtime) < SETTLED_AFTER:
                continue
            sidecar = sidecar_of(path)
            own = _digest(sidecar) if sidecar.is_file() else ""
        except OSError:
            continue  # moved away while we looked
        state = _short(f"{path.name}|{about.st_size}|{about.st_mtime_ns}|{own}|{mappings}")
        if not _was_refused(path, state):
            found.append(InboxFile(path, state))
    return found


def read_body(file: InboxFile) -> bytes:
    """The bytes of a file. Raises FileTooLargeError, UnknownFormatError for a link, LandingStoreError."""
    try:
        if file.path.is_symlink() or not file.path.is_file():
            raise UnknownFormatError(f"{file.name}: a link or a device, not a file; copy the file itself")
        with file.path.open("rb") as opened:
            body = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise LandingStoreError(f"{file.name}: cannot be read ({error.strerror}); check its rights") from None
    if len(body) > MOST_BYTES:
        raise FileTooLargeError(
            f"{file.name}: more than {MOST_BYTES // 1_000_000} MB; drop the table itself, not a database"
        )
    return body


def finish(file: InboxFile, sha256: str) -> Path:
    """Move a landed file and its sidecar to done/; call it after landing. Returns where it lies.

    Raises FileChangedError when the file is no longer the one landed: it then waits for its turn.
    """
    done = file.path.parent / "done"
    try:
        if hashlib.sha256(file.path.read_bytes()).hexdigest() != sha256:
            raise FileChangedError(
                f"{file.name}: changed while it was landed; it is taken in again as it is now"
            )
        done.mkdir(exist_ok=True)
        target = _free_place(done, file.path, sha256)
        sidecar, refusal = sidecar_of(file.path), error_file_of(file.path)
        # the file first: a sidecar left behind by a crash is no file that waits
        file.path.replace(target)
        if sidecar.is_file():
            sidecar.replace(sidecar_of(target))
        refusal.unlink(missing_ok=True)
    except OSError as error:
        raise LandingStoreError(
            f"{file.name}: landed, but cannot be moved to done/ ({error.strerror}); check rights and space,"
            " nothing is landed twice"
        ) from None
    return target


def refuse(file: InboxFile, error: LandingError) -> Path:
    """Write the error beside the file, which stays; it is not tried again in this state."""
    path = error_file_of(file.path)
    text = (
        f"{type(error).__name__}\n\n{error}\n\nThe file is taken in again when it, its sidecar or a saved"
        f" mapping changes, or when this file is deleted.\n{STATE}{file.state}\n"
    )
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise LandingStoreError(f"{path.name}: cannot be written ({problem.strerror})") from error
    return path


def error_file_of(path: Path) -> Path:
    """Where the error of a refused file is written."""
    return path.with_name(f"{path.name}.error.txt")


def _was_refused(path: Path, state: str) -> bool:
    try:
        return error_file_of(path).read_text(encoding="utf-8").rstrip().endswith(f"{STATE}{state}")
    except (OSError, UnicodeDecodeError):
        return False


def _free_place(done: Path, path: Path, sha256: str) -> Path:
    target = done / path.name
    if not target.exists() and not sidecar_of(target).exists():
        return target
    names: Iterator[Path] = (
        done / f"{path.stem}-{sha256[:8]}{'' if number == 0 else f'-{number}'}{path.suffix}"
        for number in range(1_000_000)
    )
    return next(name for name in names if not name.exists())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
