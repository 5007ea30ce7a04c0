"""The polite client: one question, one answer, over a wire that may fail in any way.

Resending is safe throughout: the POST requests of these publishers are queries and change nothing.
"""

import random
import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3.exceptions
from requests.structures import CaseInsensitiveDict

from assets.landing.bounded_body import read_body
from assets.landing.errors import HostNotAllowedError, LandingError, ReadTimeoutError
from assets.landing.exchange import Answer, Question
from assets.landing.pace import Clock, Pace
from assets.landing.settings import TransportSettings
from assets.landing.statuses import is_cookie_challenge, pause_wanted, refuse_status
from assets.landing.watched_session import WatchedSession, wire_error

PLAIN_URL = re.compile(r"[!-~]+")
# The page whose visit the firewall of data.stats.gov.cn expects before it takes its cookie back.
WARM_UP_PATH = "/dg/website/page.html"
MOST_WARM_UPS = 2


class PoliteClient:
    """Asks the publishers of one run, one question after the other; not for several threads at once.

    The run's time starts with the client. Between an answer and the next request to the same host lie
    `seconds_between`, whatever the requests are for.
    """

    refuse_status = staticmethod(refuse_status)

    def __init__(
        self,
        settings: TransportSettings,
        clock: Clock | None = None,
        chance: random.Random | None = None,
    ) -> None:
        self._settings = settings
        self._clock = clock or Clock()
        # only spreads waiting times
        self._chance = chance or random.Random()
        self._session = WatchedSession(settings)
        self._pace = Pace(self._clock, settings.seconds_between, settings.run_timeout)

    def close(self) -> None:
        """Close every connection."""
        self._session.close()

    def send(self, question: Question) -> Answer:
        """The answer, whatever its status, after the attempts that can help.

        Lost, stalled and cut-off answers, 429 and 5xx are asked again. Raises HostNotAllowedError,
        ConnectTimeoutError, ReadTimeoutError, ConnectionLostError, TruncatedAnswerError, CertificateError,
        AnswerTooLargeError, NotTheFormatError or DeadlineError.
        """
        host = self._allowed_host(question)
        sent = failures = 0
        while True:
            failures += 1
            wait = self._settings.backoff * 2 ** (failures - 1) * self._chance.uniform(0.5, 1.5)
            try:
                answer = self._ask(question, host)
            except LandingError as error:
                sent += 1
                if not error.may_pass:
                    raise
                if not self._may_ask_again(failures, wait):
                    raise type(error)(f"{error}; asked {sent} times") from None
            else:
                sent += answer.attempts
                answer = replace(answer, attempts=sent)
                wanted = pause_wanted(answer)
                wait = wait if wanted is None else wanted
                is_passing = answer.status == 429 or answer.status >= 500
                if not is_passing or not self._may_ask_again(failures, wait):
                    return answer
            self._clock.sleep(wait)

    def _ask(self, question: Question, host: str) -> Answer:
        """One attempt, with the warm-up the firewall's cookie takes."""
        answer = self._exchange(question, host)
        page = Question(
            question.collection,
            question.series_id,
            "warm_up",
            "GET",
            f"https://{host}{WARM_UP_PATH}",
        )
        for resent in range(1, MOST_WARM_UPS + 1):
            if not is_cookie_challenge(answer):
                break
            self._exchange(page, host)
            answer = replace(self._exchange(question, host), attempts=1 + resent)
        return answer

    def _exchange(self, question: Question, host: str) -> Answer:
        """One request and its answer, within all limits."""
        place = f"{question.place}: {host}"
        self._pace.wait_for(host, question.place)
        started = self._clock.seconds()
        limit = min(started + self._settings.total_timeout, self._pace.deadline)

        def refuse_late() -> None:
            now = self._clock.seconds()
            if now >= self._pace.deadline:
                raise self._pace.out_of_time(question.place)
            if now >= limit:
                raise ReadTimeoutError(
                    f"{place} did not finish its answer in {now - started:.1f} s; ask again later"
                )

        try:
            try:
                response = self._request(question, host, limit - started)
            except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
                refuse_late()
                raise wire_error(error, place) from None
            try:
                body = read_body(response.raw, place, self._settings.most_bytes, refuse_late)
            finally:
                response.close()
        finally:
            self._pace.note_asked(host)
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(question, response.status_code, headers, body, self._clock.now())

    def _request(self, question: Question, host: str, seconds_left: float) -> requests.Response:
        url = question.url
        json_body: Any = question.json_body
        if self._settings.replay:
            url = f"{self._settings.replay}/{host}{url.removeprefix(f'https://{host}')}"
        headers = CaseInsensitiveDict(question.headers)
        # last, so that no source can pretend to be somebody else
        headers.update({"User-Agent": self._settings.user_agent, "Accept-Encoding": "gzip"})
        self._session.seconds_left = seconds_left
        return self._session.request(
            question.method,
            url,
            params=list(question.params),
            data=list(question.form) or None,
            json=json_body,
            headers=headers,
            timeout=(
                min(self._settings.connect_timeout, seconds_left),
                min(self._settings.read_timeout, seconds_left),
            ),
            allow_redirects=False,
            stream=True,
        )

    def _allowed_host(self, question: Question) -> str:
        try:
            parts = urlsplit(question.url)
        except ValueError:
            parts = urlsplit("")
        # the whole network location: no port, no user, no upper case slips through
        if (
            PLAIN_URL.fullmatch(question.url)
            and parts.scheme == "https"
            and parts.netloc in self._settings.allowed_hosts
        ):
            return parts.netloc
        raise HostNotAllowedError(
            f"{question.place}: {question.url!r:.100} is not asked; questions go by https to"
            f" {', '.join(sorted(self._settings.allowed_hosts))}; the source's module names its hosts"
        )

    def _may_ask_again(self, failures: int, wait: float) -> bool:
        return (
            failures < self._settings.attempts
            and wait <= self._settings.longest_wait
            and self._pace.has_time_for(wait)
        )
