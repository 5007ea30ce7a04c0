"""The NBS data service replayed and asked without a wire."""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from assets.landing.exchange import Answer, BodyCheck, LiveSeries, Question, Years
from assets.landing.reading import Facts, read_facts
from assets.sources import nbs_data
from assets.sources.nbs_protocol import ROOTS
from assets.steps import Place
from orchestration.replay.figures import EmbeddedFigures
from orchestration.replay.nbs import nbs
from orchestration.replay.wire import Reply, Request, Responder

ROOT = Path(__file__).parents[3]
PLACE = Place(ROOT, "cn", ROOT / "build")


@cache
def embedded() -> EmbeddedFigures:
    return EmbeddedFigures(PLACE)


@cache
def responder() -> Responder:
    return nbs(embedded())


@cache
def facts() -> Facts:
    return read_facts(PLACE.reference, PLACE.snapshots)


def all_lines() -> list[LiveSeries]:
    """Every line of live_series.csv that concerns the service."""
    return [line for key, lines in facts().series.items() if key[0] in ROOTS for line in lines]


def line(collection: str, series_id: str) -> LiveSeries:
    return facts().series[collection, series_id][-1]


def request_of(question: Question) -> Request:
    url = urlsplit(question.url)
    body = b"" if question.json_body is None else json.dumps(question.json_body).encode()
    query = parse_qs(urlencode(question.params), keep_blank_values=True)
    return Request(question.method, url.hostname or "", url.path, query, {}, body)


def get(path: str, **query: str) -> Reply:
    return responder()(
        Request("GET", "data.stats.gov.cn", path, {name: [text] for name, text in query.items()}, {}, b"")
    )


def fetch(question: Question, check: BodyCheck | None = None) -> Answer:
    reply = responder()(request_of(question))
    assert reply.status == 200, reply.body[:200]
    if check is not None:
        check(reply.body)
    return Answer(question, reply.status, {}, reply.body, datetime.now(UTC))


def answer_for(series: LiveSeries, first: int, last: int) -> Answer:
    """The answer that holds figures of some years."""
    (answer,) = nbs_data.ask(series, Years(first, last), fetch)
    return answer
