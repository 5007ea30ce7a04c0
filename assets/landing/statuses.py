"""What an HTTP status other than 200 means, in the names of landing.errors."""

import contextlib
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from assets.landing.content import refuse_pages
from assets.landing.errors import (
    CookieChallengeError,
    NotTheFormatError,
    PublisherDownError,
    RequestRefusedError,
    ServiceExceptionPageError,
    TooManyRequestsError,
)
from assets.landing.exchange import Answer

# Macao's statistics service answers successful questions with 201.
SUCCESS = (200, 201)
# The firewall of data.stats.gov.cn hands it out with a redirect and wants it back.
CHALLENGE_COOKIE = "wzws_cid"


def refuse_status(answer: Answer) -> None:
    """Raise the error a status stands for; success passes, whatever the body says.

    Raises CookieChallengeError, TooManyRequestsError, BlockedError, ChallengePageError,
    PublisherDownError or RequestRefusedError.
    """
    if answer.status in SUCCESS:
        return
    place = f"{answer.question.place}: status {answer.status}"
    asked = f"asked {answer.attempts} time{'s' if answer.attempts > 1 else ''}"
    if is_cookie_challenge(answer):
        raise CookieChallengeError(f"{place}, a cookie wanted again and again; wait some minutes ({asked})")
    if answer.status == 429:
        pause = answer.headers.get("retry-after", "no time")
        raise TooManyRequestsError(
            f"{place}, too many requests ({asked}; it says to wait: {pause:.40});"
            " ask less often, see QIPAN_SECONDS_BETWEEN"
        )
    text = answer.body.decode("utf-8", errors="replace")
    # of any other page the status says more
    with contextlib.suppress(NotTheFormatError, ServiceExceptionPageError):
        refuse_pages(text, place)
    if answer.status >= 500:
        raise PublisherDownError(f"{place}, the publisher fails ({asked}); ask again later")
    location = answer.headers.get("location")
    if location is not None:
        raise RequestRefusedError(
            f"{place}, sends on to {location!r:.100}; not followed, see whether the source moved"
        )
    raise RequestRefusedError(
        f"{place}, refused; found {_opening(text)!r}; look at the question in its module"
    )


def is_cookie_challenge(answer: Answer) -> bool:
    """Whether an answer is the firewall's redirect for its cookie."""
    return answer.status in (302, 307) and CHALLENGE_COOKIE in answer.headers.get("set-cookie", "")


def pause_wanted(answer: Answer) -> float | None:
    """Seconds the publisher wants us to wait (Retry-After: seconds or HTTP date); None if it says none."""
    text = answer.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    # RFC 9110: an HTTP date is always UTC
    until = until.replace(tzinfo=UTC) if until.tzinfo is None else until
    return max((until - _publishers_time(answer)).total_seconds(), 0.0)


def _publishers_time(answer: Answer) -> datetime:
    """The Date header, so that a clock that goes wrong here does not matter."""
    try:
        date = parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, OverflowError):
        return answer.retrieved_at
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date


def _opening(text: str) -> str:
    return " ".join(text.split())[:80]
