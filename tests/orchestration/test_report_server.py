"""The report server: its own folders on loopback, nothing else of the build."""

import pytest
import requests

from orchestration.report_server import ReportServerError, report_served


@pytest.fixture
def build(tmp_path):
    for name in ("report/index.html", "report/en/a b.html", "charts/x.svg", "private/secret.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_shows_the_report_and_its_charts(build):
    with report_served(build, 0) as address:
        assert address.startswith("http://127.0.0.1:")
        assert requests.get(address, timeout=5).text == "report/index.html"
        assert requests.get(f"{address}/report/en/a%20b.html", timeout=5).text == "report/en/a b.html"
        assert requests.get(f"{address}/charts/x.svg", timeout=5).headers["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize(
    "path",
    ["/private/secret.txt", "/report/../private/secret.txt", "/%2e%2e/etc/passwd", "/report/", "/charts/"],
)
def test_shows_nothing_else(build, path):
    with report_served(build, 0) as address:
        session = requests.Session()
        request = requests.Request("GET", address).prepare()
        # as typed: the library would tidy the dots away
        request.url = address + path
        answer = session.send(request, timeout=5)
    assert "secret" not in answer.text
    assert answer.status_code == 404 or answer.text == "report/index.html"


def test_says_when_there_is_no_report_yet(tmp_path):
    with report_served(tmp_path, 0) as address:
        answer = requests.get(address, timeout=5)
    assert (answer.status_code, answer.reason) == (
        404, "no report yet: run a refresh first, then load this page again"
    )  # fmt: skip


def test_says_when_the_port_is_taken(build):
    with report_served(build, 0) as address:
        port = int(address.rsplit(":", 1)[1])
        with pytest.raises(ReportServerError, match=f"port {port} is taken"), report_served(build, port):
            pass
