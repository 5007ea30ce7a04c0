"""A publisher for tests of sources: gives bytes in order, runs the check as the real one does."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from assets.landing.exchange import Answer, BodyCheck, Question

PAYLOADS = Path(__file__).parents[4] / "shared" / "payloads"


class Publisher:
    """Stands in for fetch: one body for each question, in order; `asked` keeps the questions."""

    def __init__(self, *bodies: bytes) -> None:
        self._bodies = list(bodies)
        self.asked: list[Question] = []

    def __call__(self, question: Question, check: BodyCheck | None = None) -> Answer:
        self.asked.append(question)
        body = self._bodies.pop(0)
        if check is not None:
            check(body)
        return Answer(question, 200, {}, body, datetime(2026, 11, 23, tzinfo=UTC))


def payload(name: str) -> Any:
    """A recorded or composed answer; skips where the collection is not at hand."""
    path = PAYLOADS / name
    if not path.is_file():
        pytest.skip(f"{name} is not at hand")
    return json.loads(path.read_text(encoding="utf-8"))
