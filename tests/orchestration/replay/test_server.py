"""The replay server on a real connection: publishers by host, the log, faults by code and by page."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import requests

from orchestration.replay.faults import UnknownFaultError
from orchestration.replay.server import ReplayServer, Reply, Request

NOBODY = "nobody.example"


def echo(request: Request) -> Reply:
    """What was asked, as JSON text."""
    form = request.form() if request.headers.get("content-type", "").startswith("application/x-www") else ""
    return Reply(f"{request.method} {request.path} {request.query} {form or request.body!r}".encode())


def broken(request: Request) -> Reply:
    raise KeyError("no such table")


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    with ReplayServer({"a.example": echo, "b.example": broken}) as running:
        yield running


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as running:
        running.trust_env = False
        yield running


def test_the_publisher_is_the_first_part_of_the_path(server: ReplayServer, session: requests.Session) -> None:
    got = session.get(f"{server.url}/a.example/dg/x%20y?id=&id=1")
    assert (got.status_code, got.text) == (200, "GET /dg/x y {'id': ['', '1']} b''")
    assert got.headers["Content-Type"] == "application/json;charset=UTF-8"
    assert session.post(f"{server.url}/a.example/q", json={"年": 1}).text == (
        r"""POST /q {} b'{"\\u5e74": 1}'"""
    )
    assert session.post(f"{server.url}/a.example/q", data={"query": "{}"}).text == (
        "POST /q {} {'query': ['{}']}"
    )
    assert [(request.host, request.path) for request in server.requests] == [
        ("a.example", "/dg/x y"),
        ("a.example", "/q"),
        ("a.example", "/q"),
    ]
    assert server.requests[1].json() == {"年": 1}


def test_an_unknown_publisher_and_a_broken_one_say_so(
    server: ReplayServer, session: requests.Session, capsys: pytest.CaptureFixture[str]
) -> None:
    unknown = session.get(f"{server.url}/{NOBODY}/x")
    assert (unknown.status_code, unknown.text) == (
        404,
        f"no publisher '{NOBODY}' is replayed; there are: a.example, b.example\n",
    )
    failed = session.get(f"{server.url}/b.example/x")
    assert (failed.status_code, failed.text) == (
        500,
        "replaying b.example/x failed: KeyError('no such table')\n",
    )
    assert "no such table" in capsys.readouterr().err


def test_connections_are_kept_alive_and_questions_come_in_parallel(server: ReplayServer) -> None:
    host, port = server.url.removeprefix("http://").split(":")
    one = http.client.HTTPConnection(host, int(port))
    sockets = set()
    for _ in range(3):
        one.request("GET", "/a.example/x")
        assert one.getresponse().read() == b"GET /x {} b''"
        sockets.add(one.sock)
    assert len(sockets) == 1
    # a silent answer to one client holds up no other
    server.switch("silent", times=1)
    waiting = http.client.HTTPConnection(host, int(port))
    waiting.request("GET", "/a.example/waits")
    while len(server.requests) < 4:
        time.sleep(0.001)
    one.request("GET", "/a.example/goes")
    assert one.getresponse().read() == b"GET /goes {} b''"
    one.close()
    waiting.close()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Transfer-Encoding": "chunked"}, 411),
        ({"Content-Length": "-1"}, 411),
        ({"Content-Length": "99999999"}, 413),
    ],
)
def test_a_question_of_unknown_or_absurd_length_is_refused(
    server: ReplayServer, headers: dict[str, str], status: int
) -> None:
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
    connection.putrequest("POST", "/a.example/x")
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == status
    assert server.requests == []
    connection.close()


def test_stopping_ends_every_thread_and_frees_the_port() -> None:
    before = set(threading.enumerate())
    with ReplayServer({"a.example": echo}) as server:
        server.switch("silent", path_contains="waits")
        host, port = server.url.removeprefix("http://").split(":")
        idle = http.client.HTTPConnection(host, int(port))
        idle.request("GET", "/a.example/x")
        idle.getresponse().read()
        waiting = socket.create_connection((host, int(port)))
        waiting.sendall(b"GET /a.example/waits HTTP/1.1\r\nHost: x\r\n\r\n")
        while len(server.requests) < 2:
            time.sleep(0.001)
    assert set(threading.enumerate()) == before
    idle.close()
    waiting.close()
    with ReplayServer({"a.example": echo}, port=int(port)) as again:
        assert again.url == server.url


def test_faults_are_for_some_requests_and_some_times(server: ReplayServer, session: requests.Session) -> None:
    def status(path: str) -> int:
        return session.get(f"{server.url}/{path}").status_code

    server.switch("server_error", times=2, host="a.example", path_contains="esData")
    server.switch("not_found", host=NOBODY)
    assert [status("a.example/page"), status("a.example/esData"), status("a.example/esData")] == [
        200,
        500,
        500,
    ]
    # twice is over; the other fault lasts, for its host
    assert [status("a.example/esData"), status(f"{NOBODY}/x")] == [200, 404]
    assert session.get(f"{server.url}/{NOBODY}/x").text == "not found"
    server.clear()
    assert session.get(f"{server.url}/{NOBODY}/x").text != "not found"


def test_the_first_fault_switched_is_met_first(server: ReplayServer, session: requests.Session) -> None:
    server.switch("server_error", times=1)
    server.switch("bad_gateway", times=1)
    found = [session.get(f"{server.url}/a.example/x").status_code for _ in range(3)]
    assert found == [500, 502, 200]


def test_a_fault_that_is_none_is_refused(server: ReplayServer) -> None:
    with pytest.raises(UnknownFaultError, match="no fault 'gremlin'"):
        server.switch("gremlin")
    with pytest.raises(ValueError, match="times: found 0"):
        server.switch("silent", times=0)
