"""A publisher made of a dictionary, and the source module that speaks to it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from types import ModuleType

from assets.landing import errors
from assets.landing.content import read_json
from assets.landing.exchange import Answer, Fetch, Figure, LiveSeries, Question, Years

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
REGIONS = ("210000", "220000", "230000")


def series(name: str) -> LiveSeries:
    return LiveSeries(
        "tests_year", name, name, "made_up", "c1", "", (name,), "亿元", 1.0, "CNY", REGIONS, first_year=2020
    )


class Publisher:
    """Answers questions from `printed`; counts them; breaks on demand."""

    def __init__(self) -> None:
        self.printed = {"gdp": {"210000 2024": "100", "220000 2024": "50", "230000 2024": "50"}, "people": {}}
        self.printed["people"] = dict.fromkeys(self.printed["gdp"], "7")
        self.newest = "2024"
        self.asked: list[Question] = []
        self.breaks: Callable[[Question], Answer | None] = lambda question: None
        self.now = NOON

    def send(self, question: Question) -> Answer:
        self.asked.append(question)
        broken = self.breaks(question)
        if broken is not None:
            return broken
        content: object = self.newest if question.part == "newest" else self.printed[question.series_id]
        return Answer(question, 200, {}, json.dumps(content).encode(), self.now)

    def refuse_status(self, answer: Answer) -> None:
        if answer.status != 200:
            raise errors.BlockedError(f"{answer.question.place}: status {answer.status}")


def source_module() -> ModuleType:
    """The module `assets.sources.made_up`."""
    module = ModuleType("assets.sources.made_up")

    def newest_period(line: LiveSeries, fetch: Fetch) -> str:
        url = f"https://made.up/newest/{line.series_id}"
        answer = fetch(Question(line.collection, line.series_id, "newest", "GET", url))
        return str(read_json(answer.body, "newest"))

    def ask(line: LiveSeries, years: Years, fetch: Fetch) -> list[Answer]:
        def check(body: bytes) -> None:
            if not read_json(body, "data"):
                raise errors.EmptyAnswerError("data: nothing in it")

        url = f"https://made.up/{years.first}-{years.last}"
        question = Question(
            line.collection, line.series_id, "data", "GET", url, holds_figures=True, years=years
        )
        return [fetch(question, check)]

    def read(body: bytes, line: LiveSeries, context: object, place: str) -> list[Figure]:
        cells = read_json(body, place)
        assert isinstance(cells, dict)
        return [
            Figure(key[:6], "", key[7:], text, "" if text else "marker", "", line.unit_printed, key)
            for key, text in cells.items()
        ]

    module.newest_period, module.ask, module.read = newest_period, ask, read  # type: ignore[attr-defined]
    return module
