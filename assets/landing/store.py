"""The landing folder: raw bodies by their sha256, one record per answer, one state file per series.

    bodies/4f/4f3c…            the bytes, exactly
    answers/<collection>/<series>/20261123T081500Z-data-4f3c.json     where they came from, and when
    refused/<collection>/<series>/…                                   error pages, with the error's name
    asked/<collection>/<series>.json                                  when it was last asked, what came

Nothing is ever overwritten but the state files. Every file is written beside its place and renamed, so
a killed run leaves no half file. Same bytes as the last answer to the same question: no new record.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from typing import Any

from assets.landing.errors import LandingStoreError
from assets.landing.exchange import PLAIN_ID, Answer, Question
from assets.landing.record import LandedAnswer, record_of


class LandingStore:
    """Writes and reads one landing folder. Raises LandingStoreError when the disk refuses."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def land(self, answer: Answer) -> tuple[LandedAnswer, bool]:
        """Keep an answer; returns its record and whether the bytes are new for this question."""
        question = answer.question
        last = self.last(question)
        if last is not None and last.record["sha256"] == answer.sha256:
            return last, False
        body = self.folder / "bodies" / answer.sha256[:2] / answer.sha256
        if not body.is_file():
            self._write(body, answer.body)
        stamp = answer.retrieved_at.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
        name = f"{stamp}-{question.part}-{answer.sha256[:8]}"
        record = record_of(answer, f"{question.collection}/{question.series_id}/{name}")
        path = self._series_folder(question.collection, question.series_id) / f"{name}.json"
        self._write(path, _json_bytes(record))
        return LandedAnswer(self.folder, record), True

    def refuse(self, landed: LandedAnswer, error: Exception) -> None:
        """Move the record of an answer that is none (an error page, say) out of the way of reading."""
        record = landed.record | {"error": type(error).__name__, "message": str(error)}
        folder = self._series_folder(record["collection"], record["series_id"])
        name = f"{landed.answer_id.rsplit('/', 1)[1]}.json"
        self._write(
            self.folder / "refused" / folder.relative_to(self.folder / "answers") / name, _json_bytes(record)
        )
        (folder / name).unlink(missing_ok=True)

    def last(self, question: Question) -> LandedAnswer | None:
        """The newest answer to the same request."""
        for landed in reversed(list(self.answers(question.collection, question.series_id))):
            record = landed.record
            if record["part"] == question.part and record["question_digest"] == question.digest:
                return landed
        return None

    def answers(self, collection: str, series_id: str) -> Iterator[LandedAnswer]:
        """Records of one series in the order of their retrieval."""
        folder = self._series_folder(collection, series_id)
        for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
            yield LandedAnswer(self.folder, _read(path))

    def series(self) -> Iterator[tuple[str, str]]:
        """Collections and series that have answers, in order."""
        root = self.folder / "answers"
        for collection in _folders(root):
            for series in _folders(collection):
                yield collection.name, series.name

    def asked(self, collection: str, series_id: str) -> dict[str, Any]:
        """State of a series: `asked_at`, `outcome`, `newest_period`; empty when it was never asked."""
        path = self._asked_path(collection, series_id)
        return _read(path) if path.is_file() else {}

    def note_asked(self, collection: str, series_id: str, state: dict[str, Any]) -> None:
        """Replace the state of a series."""
        self._write(self._asked_path(collection, series_id), _json_bytes(state))

    def _asked_path(self, collection: str, series_id: str) -> Path:
        return self.folder / "asked" / _plain(collection) / f"{_plain(series_id)}.json"

    def _series_folder(self, collection: str, series_id: str) -> Path:
        return self.folder / "answers" / _plain(collection) / _plain(series_id)

    def _write(self, path: Path, content: bytes) -> None:
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            raise LandingStoreError(
                f"{self.folder.name}/{path.relative_to(self.folder)}: {error.strerror};"
                " free space or rights are missing; what was landed before is untouched"
            ) from None


def _folders(folder: Path) -> list[Path]:
    """Folders of ids; what file managers leave between them is not ours."""
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.is_dir() and PLAIN_ID.fullmatch(path.name)]


def _plain(name: str) -> str:
    if not PLAIN_ID.fullmatch(name):
        raise LandingStoreError(f"{name!r:.60}: not a plain id (a-z, 0-9, _); it would become a folder name")
    return name


def _json_bytes(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise LandingStoreError(
            f"{path.parent.name}/{path.name}: not a readable record ({error}); restore or remove it"
        ) from None
    return dict(found)
