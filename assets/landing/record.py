"""The record of one landed answer: where its bytes came from, when, in reply to what."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assets.landing.errors import LandingStoreError
from assets.landing.exchange import Answer

# Nothing else is kept: cookies and tokens of a session have no place in a record.
KEPT_HEADERS = (
    "content-type",
    "content-length",
    "content-encoding",
    "date",
    "last-modified",
    "etag",
    "server",
)
SECRET_PARAMS = ("userid", "key", "token", "api_key", "apikey")


@dataclass(frozen=True)
class LandedAnswer:
    """A record of the landing folder; `body` reads the bytes and checks them."""

    folder: Path
    record: dict[str, Any]

    @property
    def answer_id(self) -> str:
        """Stable id: collection/series/time-part-sha."""
        return str(self.record["answer_id"])

    @property
    def retrieved_at(self) -> datetime:
        """When the bytes came, UTC."""
        return datetime.fromisoformat(self.record["retrieved_at"])

    def body(self) -> bytes:
        """The raw bytes; raises LandingStoreError when they are gone or are not those recorded."""
        sha256 = self.record["sha256"]
        path = self.folder / "bodies" / sha256[:2] / sha256
        try:
            body = path.read_bytes()
        except OSError as error:
            raise LandingStoreError(
                f"{self.answer_id}: its bytes (bodies/{sha256[:2]}/{sha256[:12]}…) cannot be read"
                f" ({error.strerror}); restore the file or remove the record"
            ) from None
        if hashlib.sha256(body).hexdigest() != sha256:
            raise LandingStoreError(
                f"{self.answer_id}: its bytes are not those that came (sha256 differs); restore the file"
            )
        return body


def record_of(answer: Answer, answer_id: str) -> dict[str, Any]:
    """Everything about an answer but its bytes, without anything secret."""
    question = answer.question
    return {
        "answer_id": answer_id,
        "collection": question.collection,
        "series_id": question.series_id,
        "part": question.part,
        "holds_figures": question.holds_figures,
        "question_digest": question.digest,
        "method": question.method,
        "url": question.url,
        "params": [[name, _unless_secret(name, value)] for name, value in question.params],
        "json_body": question.json_body,
        "form": [[name, _unless_secret(name, value)] for name, value in question.form],
        "years": [question.years.first, question.years.last] if question.years else None,
        "context": dict(question.context),
        "status": answer.status,
        "headers": {k.lower(): v for k, v in answer.headers.items() if k.lower() in KEPT_HEADERS},
        "retrieved_at": answer.retrieved_at.astimezone(UTC).isoformat(),
        "attempts": answer.attempts,
        "bytes": len(answer.body),
        "sha256": answer.sha256,
    }


def _unless_secret(name: str, value: str) -> str:
    return "(not recorded)" if name.casefold() in SECRET_PARAMS else value
