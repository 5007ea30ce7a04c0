"""Pauses per host, and the end of a run."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.landing.errors import DeadlineError
from assets.landing.pace import Clock, Pace


class HandClock:
    """A clock moved by hand, and by sleeping."""

    def __init__(self) -> None:
        self.time = 100.0

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.time += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.time, lambda: datetime(2026, 11, 23, tzinfo=UTC), self.sleep)


def test_a_host_waits_for_itself_only() -> None:
    hand = HandClock()
    pace = Pace(hand.clock(), seconds_between=1.5, run_timeout=60)
    pace.wait_for("a", "x")
    pace.note_asked("a")
    pace.wait_for("b", "x")
    assert hand.time == 100.0
    hand.time += 0.5
    # 1.5 s after the answer, of which 0.5 s have passed
    pace.wait_for("a", "x")
    assert hand.time == 101.5


def test_the_run_ends_before_a_pause_it_has_no_time_for() -> None:
    hand = HandClock()
    pace = Pace(hand.clock(), seconds_between=2, run_timeout=3)
    pace.note_asked("a")
    pace.wait_for("a", "x")
    assert (hand.time, pace.deadline) == (102.0, 103.0)
    pace.note_asked("a")
    with pytest.raises(DeadlineError, match=r"x: the 3 s allowed for all questions .*QIPAN_RUN_SECONDS"):
        pace.wait_for("a", "x")
    assert hand.time == 102.0


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 5)), max_size=30),
    st.floats(0.5, 3),
)
def test_no_host_is_ever_asked_sooner(asked: list[tuple[str, float]], between: float) -> None:
    hand = HandClock()
    pace = Pace(hand.clock(), between, run_timeout=10_000)
    last: dict[str, float] = {}
    for host, takes in asked:
        pace.wait_for(host, "x")
        assert hand.time - last.get(host, -1e9) >= between - 1e-9
        hand.time += takes
        pace.note_asked(host)
        last[host] = hand.time
