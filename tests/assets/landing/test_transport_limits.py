"""The polite client against the replay server: pauses, attempts, and the end of an answer and a run."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from email.utils import formatdate

import pytest

from assets.landing import errors
from assets.landing.transport import PoliteClient
from orchestration.replay import broken_lines
from orchestration.replay.server import ReplayServer, Reply
from tests.asking import HOST, QUESTION, NotedPauses, client_for

OTHER = "other.example"


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    with ReplayServer({HOST: lambda request: Reply(b"{}" * 100), OTHER: lambda request: Reply(b"{}")}) as it:
        yield it


@pytest.fixture
def time() -> NotedPauses:
    return NotedPauses()


@pytest.fixture
def client(server: ReplayServer, time: NotedPauses) -> Iterator[PoliteClient]:
    with closing(client_for(server.url, time)) as it:
        yield it


def test_between_two_questions_to_a_host_lies_the_pause(server: ReplayServer, time: NotedPauses) -> None:
    hosts = frozenset({HOST, OTHER})
    with closing(client_for(server.url, time, seconds_between=1.5, allowed_hosts=hosts)) as client:
        client.send(QUESTION)
        client.send(replace(QUESTION, url=f"https://{OTHER}/x"))
        assert time.pauses == []
        client.send(QUESTION)
        client.send(QUESTION)
    # counted from the end of the answer before; the little time that passed since is part of it
    assert len(time.pauses) == 2
    assert all(0 < pause <= 1.5 for pause in time.pauses)


def test_the_pause_also_holds_between_attempts_and_for_the_warm_up(
    server: ReplayServer, time: NotedPauses
) -> None:
    server.switch("cookie_once")
    with closing(client_for(server.url, time, seconds_between=1.5)) as client:
        client.send(QUESTION)
    # question, page, question again
    assert len(server.requests) == 3
    assert len(time.pauses) == 2
    assert all(0 < pause <= 1.5 for pause in time.pauses)


def test_waiting_doubles_and_is_spread(server: ReplayServer, client: PoliteClient, time: NotedPauses) -> None:
    server.switch("server_error")
    assert client.send(QUESTION).attempts == 3
    # 2 s and 4 s, each times 0.5 to 1.5
    first, second = time.pauses
    assert 1 <= first <= 3 and 2 <= second <= 6


@pytest.mark.parametrize(
    ("retry_after", "pauses"),
    [
        ("7", [7, 7]),
        ("0", [0, 0]),
        ("120", [120, 120]),
        # longer than we wait: the error at once
        ("121", []),
        (formatdate(4_000_000_000, usegmt=True), []),
        # a date that has passed
        ("Wed, 21 Oct 2015 07:28:00 GMT", [0, 0]),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_honoured_up_to_a_limit(
    time: NotedPauses, status: int, retry_after: str, pauses: list[float]
) -> None:
    reply = Reply(b"", status, (("Retry-After", retry_after),))
    error = errors.TooManyRequestsError if status == 429 else errors.PublisherDownError
    with (
        ReplayServer({HOST: lambda request: reply}) as server,
        closing(client_for(server.url, time)) as client,
    ):
        answer = client.send(QUESTION)
        assert (answer.status, answer.attempts) == (status, 1 + len(pauses))
        with pytest.raises(error):
            client.refuse_status(answer)
    assert time.pauses == pauses


@pytest.mark.parametrize("retry_after", ["soon", "-1", "1.5", "９", "Wed, 99 Oct 2015"])
def test_a_retry_after_that_is_none_leads_to_our_own_wait(time: NotedPauses, retry_after: str) -> None:
    headers = (("Retry-After", retry_after.encode().decode("latin-1")),)
    with (
        ReplayServer({HOST: lambda request: Reply(b"", 429, headers)}) as server,
        closing(client_for(server.url, time)) as client,
    ):
        client.send(QUESTION)
    first, second = time.pauses
    assert 1 <= first <= 3 and 2 <= second <= 6


@pytest.mark.parametrize("fault", ["slow_head", "slow_body"])
def test_bytes_that_keep_trickling_do_not_stretch_an_answer(
    server: ReplayServer, time: NotedPauses, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # each byte comes well within the read timeout, all of them would take 10 s
    monkeypatch.setattr(broken_lines, "SECONDS_A_BYTE", 0.05)
    server.switch(fault)
    limits = {"total_timeout": 0.3, "attempts": 1}
    with (
        closing(client_for(server.url, time, **limits)) as client,
        pytest.raises(errors.ReadTimeoutError, match=r"did not finish its answer in \d+\.\d s"),
    ):
        client.send(QUESTION)


def test_a_run_ends_at_its_deadline_even_in_the_middle_of_an_answer(
    server: ReplayServer, time: NotedPauses
) -> None:
    server.switch("silent")
    with closing(client_for(server.url, time, run_timeout=0.2)) as client:
        with pytest.raises(errors.DeadlineError, match=r"the 0\.2 s allowed for all questions"):
            client.send(QUESTION)
        # and nothing more is asked
        with pytest.raises(errors.DeadlineError):
            client.send(QUESTION)
    assert len(server.requests) == 1


def test_no_pause_is_begun_that_the_run_would_not_outlast(server: ReplayServer, time: NotedPauses) -> None:
    server.switch("too_many_seconds")
    with closing(client_for(server.url, time, run_timeout=3.9)) as client:
        # 2 s fit into 3.9 s once, not twice
        assert client.send(QUESTION).attempts == 2
    assert time.pauses == [2]
    server.clear()
    server.switch("closed")
    with (
        closing(client_for(server.url, time, run_timeout=0.9)) as client,
        pytest.raises(errors.ConnectionLostError, match="asked 1 times"),
    ):
        client.send(QUESTION)
