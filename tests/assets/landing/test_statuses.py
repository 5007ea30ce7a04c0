"""Statuses other than 200, and the pages that come with them."""

from datetime import UTC, datetime

import pytest

from assets.landing import errors
from assets.landing.exchange import Answer
from assets.landing.statuses import is_cookie_challenge, pause_wanted, refuse_status
from tests.asking import QUESTION

NOW = datetime(2026, 11, 23, 8, 0, 0, tzinfo=UTC)
CHALLENGE = "<html><noscript>Please enable JavaScript and refresh the page</noscript></html>"
URL_ACL = "<html><center><h1>403 Forbidden</h1></center><p>reason: UrlACL</p></html>"
COOKIE = {"set-cookie": "u=1; Path=/, wzws_cid=0123; Path=/"}


def answered(status: int, text: str = "", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(QUESTION, status, named, text.encode(), NOW, attempts=2)


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (answered(403, URL_ACL), errors.BlockedError, "the firewall refuses"),
        (answered(403, CHALLENGE), errors.ChallengePageError, "wait some minutes"),
        (answered(503, CHALLENGE), errors.ChallengePageError, "wait some minutes"),
        (answered(307, **COOKIE), errors.CookieChallengeError, r"again and again.*\(asked 2 times\)"),
        (answered(429), errors.TooManyRequestsError, "it says to wait: no time"),
        (answered(429, retry_after="3600"), errors.TooManyRequestsError, "it says to wait: 3600"),
        (answered(500, "<html>服务异常</html>"), errors.PublisherDownError, "status 500"),
        (answered(502, "<html>502 Bad Gateway</html>"), errors.PublisherDownError, "status 502"),
        (answered(599), errors.PublisherDownError, "status 599"),
        (answered(302, location="/new"), errors.RequestRefusedError, "sends on to '/new'"),
        (answered(307, location="/new"), errors.RequestRefusedError, "sends on to '/new'"),
        (answered(404, "not\n found"), errors.RequestRefusedError, "found 'not found'"),
        (answered(404, "<html>gone</html>"), errors.RequestRefusedError, "<html>gone</html>"),
        (answered(400, '{"message": "dt"}'), errors.RequestRefusedError, "look at the question"),
        (answered(204), errors.RequestRefusedError, "status 204"),
    ],
)
def test_each_status_has_its_error(answer: Answer, error: type[errors.LandingError], words: str) -> None:
    with pytest.raises(error, match=words) as met:
        refuse_status(answer)
    assert type(met.value) is error
    assert str(met.value).startswith(f"some_year/gdp (data): status {answer.status}")


def test_two_hundred_passes_whatever_it_says() -> None:
    refuse_status(answered(200, CHALLENGE))
    refuse_status(answered(200))
    assert not is_cookie_challenge(answered(200, **COOKIE))


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry_after": "5"}, 5),
        ({"retry_after": "tomorrow"}, None),
        ({"retry_after": "Mon, 23 Nov 2026 08:01:30 GMT"}, 90),
        ({"retry_after": "Mon, 23 Nov 2026 07:00:00 GMT"}, 0),
        # their clock is an hour ahead of ours: 30 s by theirs
        (
            {"retry_after": "Mon, 23 Nov 2026 09:00:30 GMT", "date": "Mon, 23 Nov 2026 09:00:00 GMT"},
            30,
        ),
        ({"retry_after": "Mon, 23 Nov 2026 08:00:07 GMT", "date": "today"}, 7),
        ({"retry_after": "Mon, 23 Nov 2026 08:00:07 -0000"}, 7),
    ],
)
def test_the_pause_a_publisher_wants(headers: dict[str, str], seconds: float | None) -> None:
    assert pause_wanted(answered(429, **headers)) == seconds
