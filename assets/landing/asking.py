"""One question asked until its answer is one: landed first, looked into afterwards."""

import random
from collections.abc import Callable
from typing import Protocol

from assets.landing.errors import LandingError
from assets.landing.exchange import Answer, BodyCheck, Question
from assets.landing.record import LandedAnswer
from assets.landing.statuses import SUCCESS
from assets.landing.store import LandingStore

# Attempts at an answer that came but was none, as an empty one; the client has its own for the wire.
ATTEMPTS = 3


class Client(Protocol):
    """Sends one question over the network; see transport.PoliteClient."""

    def send(self, question: Question) -> Answer:
        """The answer, whatever its status; raises a LandingError of the wire."""

    def refuse_status(self, answer: Answer) -> None:
        """Raise the error a status other than 200 stands for."""


def ask_until_usable(
    question: Question,
    check: BodyCheck | None,
    client: Client,
    store: LandingStore,
    pause: Callable[[float], None],
) -> tuple[Answer, LandedAnswer, bool]:
    """Land the bytes first, then look whether they are an answer; ask again where that can help.

    Returns the answer, its record and whether its bytes are new. Raises the error of the last attempt.
    """
    for attempt in range(1, ATTEMPTS + 1):
        answer = client.send(question)
        record, is_new = store.land(answer)
        try:
            client.refuse_status(answer)
            if check is not None:
                check(answer.body)
        except LandingError as error:
            if is_new:
                store.refuse(record, error)
            if attempt == ATTEMPTS or not error.may_pass or answer.status not in SUCCESS:
                raise
            pause(2**attempt * (1 + random.random()))
            continue
        return answer, record, is_new
    raise AssertionError("the last attempt returns or raises")
