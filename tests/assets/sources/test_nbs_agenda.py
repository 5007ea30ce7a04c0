"""The release agenda: read where a line has one day and one title, refused where that cannot be told."""

from datetime import date

import pytest

from assets.landing.errors import ShapeError, UnsuccessfulAnswerError
from assets.sources.nbs_agenda import Release, ask_agenda, read_agenda
from tests.assets.sources.nbs_answers import Service, body, envelope

GDP = Release(date(2026, 1, 19), "季度GDP核算")
CPI = Release(date(2026, 1, 9), "居民消费价格指数")


def test_the_question_names_both_days() -> None:
    fetch = Service(queryAgendaByDate=envelope([]))
    ask_agenda(fetch, date(2026, 1, 1), date(2026, 1, 31))
    (question,) = fetch.questions
    assert question.url.endswith("/external/queryAgendaByDate")
    assert question.params == (("startDate", "2026-01-01"), ("endDate", "2026-01-31"))
    assert not question.holds_figures


@pytest.mark.parametrize(
    "data",
    [
        [
            {"title": "季度GDP核算", "publishDate": "2026-01-19"},
            {"title": "居民消费价格指数", "publishDate": "2026-01-09"},
        ],
        {
            "list": [
                {"name": "季度GDP核算", "date": "2026-01-19 10:00:00"},
                {"name": "居民消费价格指数", "date": "2026年1月9日"},
            ],
            "total": 2,
        },
        {"2026-01-09": ["居民消费价格指数"], "2026-01-19": [{"content": "季度GDP核算"}]},
        # 2026-01-19 and 2026-01-09, midnight in China, in milliseconds
        [{"t": 1768752000000, "what": "季度GDP核算"}, {"t": 1767888000000, "what": "居民消费价格指数"}],
    ],
)
def test_shapes_an_agenda_may_have(data: object) -> None:
    assert read_agenda(body(envelope(data)), "agenda") == [CPI, GDP]


@pytest.mark.parametrize("data", [[], None, {"list": []}])
def test_an_empty_agenda_is_no_error(data: object) -> None:
    assert read_agenda(body(envelope(data)), "agenda") == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([{"title": "季度GDP核算"}], "0 days"),
        ([{"title": "季度GDP核算", "from": "2026-01-19", "to": "2026-01-20"}], "2 days"),
        ([{"title": "季度GDP核算", "date": "2026-13-19"}], "0 days"),
        ([{"date": "2026-01-19"}], "0 titles"),
        ([{"date": "2026-01-19", "a": "季度核算", "b": "价格指数"}], "2 titles"),
        (["2026-01-19"], "0 days"),
        ({"surprise": 1}, "a list of releases was expected"),
        ("无", "a list was expected"),
    ],
)
def test_what_cannot_be_told_is_not_guessed(data: object, words: str) -> None:
    with pytest.raises(ShapeError, match=words):
        read_agenda(body(envelope(data)), "agenda")


def test_a_failure_is_said_to_be_one() -> None:
    with pytest.raises(UnsuccessfulAnswerError):
        read_agenda(body(envelope([]) | {"success": False}), "agenda")
