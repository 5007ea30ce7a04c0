"""Time in a run: a pause between two requests to one host, and an end for all of them together."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from assets.landing.errors import DeadlineError


@dataclass(frozen=True)
class Clock:
    """Time as the client sees it; tests give one that does not wait."""

    seconds: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    sleep: Callable[[float], None] = time.sleep


class Pace:
    """Keeps `seconds_between` an answer and the next request to the same host, and `run_timeout` seconds
    from now for the whole run.
    """

    def __init__(self, clock: Clock, seconds_between: float, run_timeout: float) -> None:
        self._clock = clock
        self._seconds_between = seconds_between
        self._run_timeout = run_timeout
        self._free_again: dict[str, float] = {}
        self.deadline = clock.seconds() + run_timeout

    def wait_for(self, host: str, place: str) -> None:
        """Wait until the host may be asked; raises DeadlineError when that is after the run's end."""
        wait = max(self._free_again.get(host, 0.0) - self._clock.seconds(), 0.0)
        if not self.has_time_for(wait):
            raise self.out_of_time(place)
        if wait:
            self._clock.sleep(wait)

    def note_asked(self, host: str) -> None:
        """The host has just answered, or failed to."""
        self._free_again[host] = self._clock.seconds() + self._seconds_between

    def has_time_for(self, wait: float) -> bool:
        """Whether the run still goes on after so many seconds."""
        return self._clock.seconds() + wait < self.deadline

    def out_of_time(self, place: str) -> DeadlineError:
        """The error to raise when the run's time is used up."""
        return DeadlineError(
            f"{place}: the {self._run_timeout:g} s allowed for all questions of a run are used up;"
            " the next run goes on from here, or raise QIPAN_RUN_SECONDS"
        )
