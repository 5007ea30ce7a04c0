"""The four publishers around the Pearl River, replayed and asked without a wire."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from assets.landing.exchange import Answer, BodyCheck, Fetch, Figure, LiveSeries, Question, Years
from assets.landing.reading import live_series
from assets.sources import censtatd, dsec, world_bank
from assets.sources import cfets as central_parity
from assets.steps import Place
from orchestration.replay.cfets import cfets
from orchestration.replay.figures import EmbeddedFigures
from orchestration.replay.hong_kong import hong_kong
from orchestration.replay.macao import macao
from orchestration.replay.wire import Request, Responder
from orchestration.replay.world_bank import world_bank as world_bank_replay
from tests.asking import NotedPauses

ROOT = Path(__file__).parents[3]
PLACE = Place(ROOT, "cn", ROOT / "build")
MODULES = {
    "hk_year": censtatd,
    "macao_year": dsec,
    "world_bank_year": world_bank,
    "central_parity_day": central_parity,
}
SERIES = {key: lines[0] for key, lines in live_series(PLACE.reference).items() if key[0] in MODULES}


@cache
def embedded() -> EmbeddedFigures:
    return EmbeddedFigures(PLACE)


@cache
def publishers() -> dict[str, Responder]:
    return {
        "www.censtatd.gov.hk": hong_kong(embedded()),
        "www.dsec.gov.mo": macao(embedded()),
        "api.worldbank.org": world_bank_replay(embedded()),
        "www.chinamoney.com.cn": cfets(embedded(), lambda: date(2025, 3, 5)),
    }


def replay(question: Question, check: BodyCheck | None = None) -> Answer:
    """Stands in for fetch: the responder's answer to a question."""
    reply = publishers()[urlsplit(question.url).hostname or ""](request_of(question))
    assert reply.status in (200, 201), reply.body
    if check is not None:
        check(reply.body)
    return Answer(question, reply.status, {}, reply.body, NotedPauses().clock.now())


def request_of(question: Question) -> Request:
    url = urlsplit(question.url)
    body = b""
    if question.json_body is not None:
        body = json.dumps(question.json_body).encode()
    elif question.form:
        body = urlencode(question.form).encode()
    query = parse_qs(urlencode(question.params))
    return Request(question.method, url.hostname or "", url.path, query, {}, body)


def ask(question: Question) -> bytes:
    """The body of the answer, whatever its status."""
    return publishers()[urlsplit(question.url).hostname or ""](request_of(question)).body


def land(series: LiveSeries, years: Years, fetch: Fetch = replay) -> list[Figure]:
    """Figures of a series as its module asks for and reads them."""
    module = MODULES[series.collection]
    return [
        figure
        for answer in module.ask(series, years, fetch)
        for figure in module.read(answer.body, series, dict(answer.question.context), "p")
    ]
