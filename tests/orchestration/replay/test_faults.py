"""Every fault of the wire, met by the real client on a real connection."""

import tracemalloc
from collections.abc import Iterator

import pytest

from assets.landing import errors
from assets.landing.content import read_json
from assets.landing.transport import WARM_UP_PATH
from orchestration.replay.faults import (
    FAULTS,
    REPLY_FAULTS,
    WIRE_FAULTS,
    Fault,
    UnknownFaultError,
    body_fault,
    fault_named,
    register,
)
from orchestration.replay.server import ReplayServer
from orchestration.replay.wire import Reply, Request
from tests.asking import HOST, QUESTION, NotedPauses, client_for

ANSWER = b'{"figures": [' + b", ".join(b"%d" % number for number in range(300)) + b"]}"
# Where another attempt can help, three are made; a number is written where it is not three.
ATTEMPTS = {
    **dict.fromkeys(["false_gzip", "huge", "huge_chunks", "gzip_bomb"], 1),
    **dict.fromkeys(["url_acl", "gateway", "challenge", "challenge_403", "service_exception"], 1),
    **dict.fromkeys(["empty_body", "not_found", "elsewhere", "too_many_hour"], 1),
    "cookie_once": 2,
}
WIRE_NAMES = [*(name for name, *_ in WIRE_FAULTS), *(name for name, *_ in REPLY_FAULTS), "too_many_date"]


@pytest.fixture(scope="module")
def running() -> Iterator[ReplayServer]:
    with ReplayServer({HOST: lambda request: Reply(ANSWER)}) as server:
        yield server


@pytest.fixture
def server(running: ReplayServer) -> ReplayServer:
    """The server without a fault and with an empty log."""
    running.clear()
    running.requests.clear()
    return running


def patience(name: str) -> dict[str, float]:
    """Limits for a fault: short where it is one of being slow."""
    return {"read_timeout": 0.3} if FAULTS[name].error == "ReadTimeoutError" else {}


def questions(server: ReplayServer) -> list[Request]:
    return [request for request in server.requests if request.path != WARM_UP_PATH]


@pytest.mark.parametrize("name", WIRE_NAMES)
def test_a_fault_that_lasts_ends_in_its_error_after_the_attempts_that_can_help(
    server: ReplayServer, name: str
) -> None:
    time = NotedPauses()
    client = client_for(server.url, time, **patience(name))
    server.switch(name)
    met = ""
    try:
        answer = client.send(QUESTION)
        client.refuse_status(answer)
        read_json(answer.body, QUESTION.place)
        assert answer.body == ANSWER
    except errors.LandingError as error:
        met = type(error).__name__
        assert str(error).startswith("some_year/gdp (data)"), error
    finally:
        client.close()
    assert met == FAULTS[name].error
    asked = questions(server)
    assert len(asked) == ATTEMPTS.get(name, 3)
    # every attempt is the same question
    assert {(request.method, request.path, request.body) for request in asked} == {
        ("POST", "/data", b'{"ask": 1}')
    }
    waited = 0 if name.startswith("cookie") else len(asked) - 1
    assert len(time.pauses) == waited


PASSING = [
    name
    for name in WIRE_NAMES
    if FAULTS[name].error and getattr(errors, FAULTS[name].error).may_pass and name not in ATTEMPTS
]


@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_passes_costs_one_attempt_and_no_figure(server: ReplayServer, name: str) -> None:
    client = client_for(server.url, NotedPauses(), **patience(name))
    server.switch(name, times=1)
    answer = client.send(QUESTION)
    assert (answer.status, answer.body, answer.attempts) == (200, ANSWER, 2)
    client.close()


def test_most_faults_of_the_wire_can_pass() -> None:
    # 11 of the connection, 3 of status 5xx, 3 of status 429 (an hour's wait is not made)
    assert len(PASSING) == 11 + 3 + 3


@pytest.mark.parametrize("name", ["huge", "huge_chunks", "gzip_bomb"])
def test_a_huge_answer_never_gets_into_memory(server: ReplayServer, name: str) -> None:
    server.switch(name)
    client = client_for(server.url, NotedPauses(), most_bytes=2_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(errors.AnswerTooLargeError, match="more than 2 MB"):
            client.send(QUESTION)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        client.close()
    # both ends run in this process: 2 MB read, one block written, and their buffers
    assert peak < 8_000_000


def test_a_cookie_challenge_is_answered_by_a_visit_to_the_page(server: ReplayServer) -> None:
    server.switch("cookie_once")
    client = client_for(server.url, NotedPauses())
    answer = client.send(QUESTION)
    assert (answer.body, answer.attempts) == (ANSWER, 2)
    assert [(request.method, request.path) for request in server.requests] == [
        ("POST", "/data"),
        ("GET", WARM_UP_PATH),
        ("POST", "/data"),
    ]
    # the session is kept: the next question brings the cookie along
    assert client.send(QUESTION).attempts == 1
    client.close()


def test_a_body_fault_changes_what_the_answer_says(server: ReplayServer) -> None:
    fault = body_fault("shouting", "Answers in capitals.", "", bytes.upper, path_contains="/data")
    register(fault)
    try:
        server.switch("shouting")
        client = client_for(server.url, NotedPauses())
        assert client.send(QUESTION).body == ANSWER.upper()
        client.close()
        # registering the same again is harmless, another one of that name is not
        register(fault)
        with pytest.raises(ValueError, match="fault shouting: registered twice"):
            register(body_fault("shouting", "", "", bytes.lower))
    finally:
        del FAULTS["shouting"]


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_every_fault_is_described_and_names_an_error_there_is(fault: Fault) -> None:
    assert fault.description.endswith(".")
    assert not fault.error or issubclass(getattr(errors, fault.error), errors.LandingError)


def test_an_unknown_fault_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownFaultError, match=r"no fault 'cut_heads'; there are: .*cut_head, "):
        fault_named("cut_heads")
