"""Every fault of the NBS data service ends in the error it names, or in figures that are right."""

from collections.abc import Callable
from typing import Any

import pytest

from assets.landing import errors
from assets.landing.exchange import Figure, Years
from assets.landing.judging import judge
from assets.sources.nbs_catalogue import find_item
from assets.sources.nbs_data import ask
from assets.sources.nbs_matrix import read
from assets.sources.nbs_protocol import HOST
from orchestration.replay import nbs_faults
from orchestration.replay.faults import FAULTS
from orchestration.replay.nbs_changes import in_json
from orchestration.replay.wire import Reply, Request
from tests.orchestration.replay.nbs_service import answer_for, facts, fetch, line

NAMES = sorted(name for name in FAULTS if name.startswith("nbs_") and not name.startswith("nbs_list_"))
SERIES = [
    ("nbs_province_year", "gdp_nominal"),
    ("nbs_province_year", "population_resident"),
    ("nbs_city_year", "gdp_nominal"),
]


class Caught:
    """A line that keeps what is sent over it."""

    body = b""

    def send(self, reply: Reply) -> None:
        self.body = reply.body


def faulty(name: str, body: bytes) -> bytes:
    caught: Any = Caught()
    FAULTS[name].send(caught, Request("POST", HOST, "", {}, {}, b""), Reply(body))
    return bytes(caught.body)


def landed(series_id: tuple[str, str], change: Callable[[bytes], bytes]) -> list[Figure]:
    """Read and judged the way an answer is that comes after a right one."""
    series = line(*series_id)
    answer = answer_for(series, 2013, 2026)
    context = dict(answer.question.context)
    before = read(answer.body, series, context, "before")
    figures = read(change(answer.body), series, context, "place")
    held, limits = facts().held[series.indicator_id], facts().limits[series.indicator_id]
    judge(figures, series.unit_factor, held, limits, "place", printed_before=numbers(before))
    return figures


def numbers(figures: list[Figure]) -> dict[tuple[str, str], float]:
    found = [figure for figure in figures if figure.value_text]
    return {(figure.region_code, figure.period_text): float(figure.value_text) for figure in found}


@pytest.mark.parametrize("series_id", SERIES, ids="/".join)
@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_met_with_its_error_or_changes_no_number(name: str, series_id: tuple[str, str]) -> None:
    right = numbers(landed(series_id, lambda body: body))
    expected = FAULTS[name].error
    if not expected:
        found = numbers(landed(series_id, lambda body: faulty(name, body)))
        if name != "nbs_revised":
            assert found == right
        else:
            newest = max(period for _, period in right)
            moved = {cell for cell, value in found.items() if value != right[cell]}
            assert {period for _, period in moved} == {newest}
        return
    with pytest.raises(errors.LandingError) as met:
        landed(series_id, lambda body: faulty(name, body))
    possible = {expected}
    # what is not revised that far is judged by the range of its indicator first
    if expected == "JumpError":
        possible.add("ImplausibleValueError")
    assert type(met.value).__name__ in possible
    assert str(met.value).startswith("place")


@pytest.mark.parametrize(
    ("name", "error"),
    [("nbs_list_renamed", errors.RenamedIndicatorError), ("nbs_list_empty", errors.EmptyAnswerError)],
)
def test_faults_of_the_list_stop_the_series_before_its_figures(name: str, error: type[Exception]) -> None:
    series = line("nbs_province_year", "gdp_nominal")
    bodies: list[bytes] = []

    def noted(question: Any, check: Any = None) -> Any:
        answer = fetch(question, check)
        bodies.append(answer.body)
        return answer

    ask(series, Years(2024, 2024), noted)
    with pytest.raises(error):
        find_item(faulty(name, bodies[1]), series, "list")
    assert FAULTS[name].path_contains == "queryIndicatorsByCid"


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_says_what_it_does_and_where(name: str) -> None:
    fault = FAULTS[name]
    assert fault.description
    assert (fault.host, fault.path_contains) == (HOST, nbs_faults.FIGURES)
    assert not fault.error or issubclass(getattr(errors, fault.error), errors.LandingError)


def test_answers_without_figures_pass_unharmed() -> None:
    series = line("nbs_province_year", "death_rate")
    answer = answer_for(series, 2015, 2019)
    for name in NAMES:
        faulty(name, answer.body)
    assert in_json(lambda found: found.clear())(b"not json") == b"not json"
    assert in_json(lambda found: found.clear())(b'{"data": []}') == b'{"data": []}'
