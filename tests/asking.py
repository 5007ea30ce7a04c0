"""A polite client for tests: it asks a replay server and only notes the pauses it would make."""

import random
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from assets.landing.exchange import Question
from assets.landing.pace import Clock
from assets.landing.settings import TransportSettings
from assets.landing.transport import PoliteClient

HOST = "figures.example"
QUESTION = Question("some_year", "gdp", "data", "POST", f"https://{HOST}/data", json_body={"ask": 1})


class NotedPauses:
    """A clock that really runs, and jumps where the client would sleep."""

    def __init__(self) -> None:
        self.pauses: list[float] = []

    @property
    def clock(self) -> Clock:
        return Clock(self.seconds, lambda: datetime.now(UTC), self.pauses.append)

    def seconds(self) -> float:
        return time.monotonic() + sum(self.pauses)


def client_for(replay: str | None, time: NotedPauses, **changed: Any) -> PoliteClient:
    """A client with limits only a fault reaches; `changed` are other TransportSettings."""
    settings = TransportSettings(
        allowed_hosts=frozenset({HOST}),
        contact="someone@example.org",
        seconds_between=0 if replay else 0.5,
        read_timeout=10,
        total_timeout=20,
        most_bytes=1_000_000,
        replay=replay,
    )
    return PoliteClient(replace(settings, **changed), time.clock, random.Random(1))
