"""The polite client against the replay server: what is sent, to whom, and what else is not."""

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assets.landing import errors
from assets.landing.transport import PoliteClient
from orchestration.replay.server import ReplayServer, Reply, Request
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


def sent_with(server: ReplayServer) -> Request:
    return server.requests[-1]


def test_a_question_goes_out_as_it_is_written(server: ReplayServer, client: PoliteClient) -> None:
    headers = (("Referer", f"https://{HOST}/page"), ("Accept", "application/json"))
    asked = replace(QUESTION, params=(("id", ""), ("地区", "北京")), headers=headers)
    answer = client.send(asked)
    request = sent_with(server)
    assert (request.method, request.path, request.body) == ("POST", "/data", b'{"ask": 1}')
    assert request.query == {"id": [""], "地区": ["北京"]}
    assert request.headers["content-type"] == "application/json"
    assert request.headers["referer"] == f"https://{HOST}/page"
    assert request.headers["accept"] == "application/json"
    assert (answer.question, answer.status, answer.body, answer.attempts) == (asked, 200, b"{}" * 100, 1)
    # names in lower case, whatever the publisher prefers
    assert answer.headers["content-type"] == "application/json;charset=UTF-8"
    assert answer.retrieved_at.utcoffset() is not None


def test_a_form_and_a_plain_get_go_out_too(server: ReplayServer, client: PoliteClient) -> None:
    client.send(replace(QUESTION, json_body=None, form=(("currency", "USD/CNY"), ("pageNum", "1"))))
    assert sent_with(server).form() == {"currency": ["USD/CNY"], "pageNum": ["1"]}
    client.send(replace(QUESTION, method="GET", json_body=None))
    assert (sent_with(server).method, sent_with(server).body) == ("GET", b"")


def test_the_user_agent_is_ours_whatever_a_source_wishes(server: ReplayServer, client: PoliteClient) -> None:
    client.send(replace(QUESTION, headers=(("user-agent", "Mozilla/5.0"), ("accept-encoding", "br"))))
    headers = sent_with(server).headers
    assert headers["user-agent"].startswith("Qipan/")
    assert headers["user-agent"].endswith(" (+someone@example.org)")
    assert headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize(
    "url",
    [
        f"http://{HOST}/x",
        f"https://{OTHER}/x",
        f"https://{HOST}.evil.example/x",
        f"https://{HOST}:8443/x",
        f"https://{HOST}@evil.example/x",
        f"https://user:word@{HOST}/x",
        f"https://{HOST}\\@evil.example/x",
        f"https://{HOST[:4]}\n{HOST[4:]}/x",
        f"https://{HOST.upper()}/x",
        "https://[broken/x",
        "file:///etc/hostname",
        "",
    ],
)
def test_no_other_host_is_asked(server: ReplayServer, client: PoliteClient, url: str) -> None:
    with pytest.raises(errors.HostNotAllowedError, match=f"by https to {HOST}"):
        client.send(replace(QUESTION, url=url))
    assert server.requests == []


def test_redirects_are_not_followed_nor_read(server: ReplayServer, client: PoliteClient) -> None:
    server.switch("elsewhere")
    answer = client.send(QUESTION)
    assert (answer.status, answer.headers["location"]) == (302, "https://sorry.example.org/")
    assert len(server.requests) == 1


def test_a_redirect_with_a_huge_body_is_bounded(time: NotedPauses) -> None:
    reply = Reply(bytes(2_000_000), 302, (("Location", "/x"),))
    with (
        ReplayServer({HOST: lambda request: reply}) as server,
        closing(client_for(server.url, time)) as client,
        pytest.raises(errors.AnswerTooLargeError),
    ):
        client.send(QUESTION)


def test_a_port_nobody_listens_on_is_a_lost_connection(time: NotedPauses) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (
        closing(client_for(f"http://127.0.0.1:{port}", time)) as client,
        pytest.raises(errors.ConnectionLostError, match=r"Connection refused.*; asked 3 times"),
    ):
        client.send(QUESTION)


def test_a_host_that_does_not_take_connections_is_a_connect_timeout(time: NotedPauses) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        address = full.getsockname()
        # a queue of none holds one; from the next on, nothing is answered
        waiting = [socket.socket() for _ in range(3)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(address)
        with (
            closing(client_for(f"http://127.0.0.1:{address[1]}", time, connect_timeout=0.1)) as client,
            pytest.raises(errors.ConnectTimeoutError, match="asked 3 times"),
        ):
            client.send(QUESTION)
        for one in waiting:
            one.close()


def test_a_connection_closed_while_idle_costs_no_answer(server: ReplayServer, client: PoliteClient) -> None:
    server.switch("short_body", times=1, path_contains="/cut")
    assert client.send(QUESTION).attempts == 1
    assert client.send(replace(QUESTION, url=f"https://{HOST}/cut")).attempts == 2
    assert client.send(QUESTION).attempts == 1


def test_no_environment_and_no_netrc_reach_the_wire(
    server: ReplayServer, time: NotedPauses, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login someone password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "https_proxy", "all_proxy", "REQUESTS_CA_BUNDLE"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with closing(client_for(server.url, time)) as client:
        assert client.send(QUESTION).status == 200
    assert "authorization" not in sent_with(server).headers


def test_a_proxy_that_is_not_there_is_named_without_its_password(time: NotedPauses) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    proxy = f"http://someone:secret@127.0.0.1:{port}"
    client = client_for(None, time, proxy=proxy, attempts=1)
    with closing(client), pytest.raises(errors.ConnectionLostError, match="QIPAN_PROXY") as met:
        client.send(QUESTION)
    assert "secret" not in str(met.value)
    assert "secret" not in repr(client._settings)
