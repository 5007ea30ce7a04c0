"""The control page: people see and switch faults there, other pages do not."""

from collections.abc import Iterator

import pytest
import requests

from orchestration.replay.server import ReplayServer
from orchestration.replay.wire import Reply


@pytest.fixture
def server() -> Iterator[ReplayServer]:
    with ReplayServer({"a.example": lambda request: Reply(b"{}")}) as running:
        yield running


@pytest.fixture
def session() -> Iterator[requests.Session]:
    with requests.Session() as running:
        running.trust_env = False
        yield running


def test_people_switch_faults_on_the_page(server: ReplayServer, session: requests.Session) -> None:
    def page() -> str:
        return session.get(f"{server.url}/replay/").text

    session.get(f"{server.url}/a.example/x")
    assert "<td>a.example</td><td>1</td>" in page() and "<li>none</li>" in page()
    form = {"fault": "server_error", "times": "1", "host": "", "path_contains": "<script>"}
    switched = session.post(f"{server.url}/replay/faults", data=form)
    assert switched.status_code == 200 and switched.url == f"{server.url}/replay/"
    assert "server_error: 1 more times, host any, path with &#x27;&lt;script&gt;&#x27;" in switched.text
    assert "<script>" not in switched.text
    session.post(f"{server.url}/replay/clear")
    assert "<li>none</li>" in page()
    # looking at the page is no question to a publisher
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"fault": "gremlin"}, "no fault 'gremlin'"),
        ({}, "no fault ''"),
        ({"fault": "silent", "times": "often"}, "invalid literal"),
        ({"fault": "silent", "times": "0"}, "times: found 0"),
    ],
)
def test_a_wrong_form_is_answered_with_a_sentence(
    server: ReplayServer, session: requests.Session, form: dict[str, str], sentence: str
) -> None:
    answer = session.post(f"{server.url}/replay/faults", data=form)
    assert answer.status_code == 400 and answer.text.startswith(sentence)
    assert session.get(f"{server.url}/a.example/x").status_code == 200


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {"Host": "elsewhere.example"}]
)
def test_a_page_from_elsewhere_cannot_switch_faults(
    server: ReplayServer, session: requests.Session, headers: dict[str, str]
) -> None:
    form = {"fault": "server_error"}
    assert session.post(f"{server.url}/replay/faults", data=form, headers=headers).status_code == 403
    assert session.get(f"{server.url}/a.example/x").status_code == 200
    own = session.post(f"{server.url}/replay/faults", data=form, headers={"Origin": server.url})
    assert own.status_code == 200
