"""Word of incidents: once per asset and errors, over when the asset is made again, never with a secret."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from assets.landing.errors import SettingError
from assets.steps import Place
from orchestration.notification import Incident, settle

BLOCKED = Incident("landing/hk_year", ("BlockedError",), "BlockedError: status 403\nnobody else was asked")


class Hook(ThreadingHTTPServer):
    """A webhook on loopback that keeps what is posted and answers with `status`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status = 200
        self.posted: list[dict[str, Any]] = []
        self.url = f"http://127.0.0.1:{self.server_address[1]}/services/T0KEN"


class _Handler(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posted.append(json.loads(body))
        self.send_response(self.server.status)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hook() -> Iterator[Hook]:
    server = Hook()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, "cn", tmp_path / "build")


def test_an_incident_is_logged_and_posted_once(place: Place, hook: Hook) -> None:
    lines: list[str] = []
    for _ in range(3):
        settle(place, [BLOCKED], (), hook.url, lines.append)
    words = "landing/hk_year: BlockedError: BlockedError: status 403 nobody else was asked"
    assert lines == [f"incident: {words}"]
    (posted,) = hook.posted
    assert posted["text"] == f"Qipan: {words}"
    assert (posted["asset"], posted["errors"]) == ("landing/hk_year", ["BlockedError"])


def test_another_error_of_the_asset_is_another_incident(place: Place, hook: Hook) -> None:
    other = Incident(BLOCKED.asset, ("JumpError",), "tenfold")
    for incident in (BLOCKED, other, other):
        settle(place, [incident], (), hook.url, lambda _line: None)
    assert [posted["errors"] for posted in hook.posted] == [["BlockedError"], ["JumpError"]]


def test_a_success_closes_it_and_the_next_failure_is_news_again(place: Place, hook: Hook) -> None:
    lines: list[str] = []
    settle(place, [BLOCKED], (), hook.url, lines.append)
    settle(place, (), ["landing/macao_year"], hook.url, lines.append)
    settle(place, [BLOCKED], (), hook.url, lines.append)
    assert len(hook.posted) == 1
    settle(place, (), ["landing/hk_year"], hook.url, lines.append)
    settle(place, [BLOCKED], (), hook.url, lines.append)
    assert len(hook.posted) == 2
    assert [line.split(":")[0] for line in lines] == ["incident", "incident over", "incident"]


def test_without_a_webhook_there_is_the_log_line(place: Place) -> None:
    lines: list[str] = []
    assert settle(place, [BLOCKED], (), None, lines.append) == [BLOCKED]
    assert settle(place, [BLOCKED], (), None, lines.append) == []
    assert len(lines) == 1


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_webhook_that_refuses_fails_nothing_and_is_tried_again(
    place: Place, hook: Hook, status: int
) -> None:
    lines: list[str] = []
    hook.status = status
    settle(place, [BLOCKED], (), hook.url, lines.append)
    assert lines[1] == f"the webhook of QIPAN_WEBHOOK answered {status}; landing/hk_year"
    hook.status = 200
    settle(place, [BLOCKED], (), hook.url, lines.append)
    settle(place, [BLOCKED], (), hook.url, lines.append)
    # refused once, taken once, and known from then on; logged as an incident once
    assert len(hook.posted) == 2 and len(lines) == 2
    assert "T0KEN" not in " ".join(lines)


def test_a_webhook_nobody_listens_on_is_named_without_its_address(place: Place, hook: Hook) -> None:
    hook.shutdown()
    hook.server_close()
    lines: list[str] = []
    settle(place, [BLOCKED], (), hook.url, lines.append)
    assert lines[1].startswith("the webhook of QIPAN_WEBHOOK cannot be reached (ConnectionError)")
    assert "T0KEN" not in " ".join(lines)


@pytest.mark.parametrize(
    "address", ["http://hooks.example.org/T0KEN", "ftp://127.0.0.1/T0KEN", "T0KEN", "https://"]
)
def test_only_https_or_this_machine_is_posted_to(place: Place, address: str) -> None:
    with pytest.raises(SettingError, match="QIPAN_WEBHOOK: not an https address") as refusal:
        settle(place, [BLOCKED], (), address, lambda _line: None)
    assert "T0KEN" not in str(refusal.value)


def test_passwords_in_addresses_are_not_passed_on(place: Place, hook: Hook) -> None:
    leaky = Incident("landing/x", ("ProxyError",), "cannot reach http://user:secret@proxy.example:8080/ now")
    settle(place, [leaky], (), hook.url, lambda _line: None)
    assert "secret" not in json.dumps(hook.posted)
    assert "proxy.example" in hook.posted[0]["text"]


def test_a_long_sentence_is_cut(place: Place) -> None:
    assert len(Incident("a", ("E",), "x" * 10_000).line) < 1600


def test_lost_memory_notifies_once_more(place: Place) -> None:
    lines: list[str] = []
    settle(place, [BLOCKED], (), None, lines.append)
    (place.build / "incidents.json").write_text("{half")
    settle(place, [BLOCKED], (), None, lines.append)
    assert len(lines) == 2
