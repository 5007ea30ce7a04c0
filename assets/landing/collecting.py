"""Asking a publisher for a whole collection: series after series, politely, nothing lost on the way.

What a series brings is landed before anybody looks into it; a series that fails leaves the others
alone, unless the publisher refuses us altogether. A run that was stopped goes on where it stopped:
series asked on the same day are not asked again.
"""

import importlib
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from assets.landing.asking import Client, ask_until_usable
from assets.landing.errors import (
    ConnectionLostError,
    ConnectTimeoutError,
    LandingError,
    PublisherDownError,
    ReadTimeoutError,
)
from assets.landing.exchange import Answer, BodyCheck, Figure, LiveSeries, Question, Years, values_of
from assets.landing.reading import Facts, read_series
from assets.landing.record import LandedAnswer
from assets.landing.revision import RevisionReport, report_revision
from assets.landing.store import LandingStore

# Series in a row that meet a publisher out of reach before the others are left for the next run.
MOST_OUT_OF_REACH = 3
OUT_OF_REACH = (ConnectionLostError, ConnectTimeoutError, PublisherDownError, ReadTimeoutError)
# Most periods of history a publisher is asked for when nobody says otherwise.
USUAL_YEARS = 36


@dataclass(frozen=True)
class SeriesOutcome:
    """How one series fared. `outcome`: landed, unchanged, no_new_period, asked_today, refused, not_asked."""

    collection: str
    series_id: str
    outcome: str
    sentence: str
    error_name: str = ""
    newest_period: str = ""
    report: RevisionReport | None = None


@dataclass(frozen=True)
class Plan:
    """What to ask of a collection. Figures asked for before `since` are asked for again even when the
    publisher has no newer period.
    """

    lines: Mapping[tuple[str, str], Sequence[LiveSeries]]
    facts: Facts
    members: Mapping[str, Sequence[str]]
    sums: frozenset[str]
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    years: Years | None = None
    since: date | None = None
    again: bool = False
    pause: Callable[[float], None] = time.sleep


def collect(plan: Plan, client: Client, store: LandingStore) -> Iterator[SeriesOutcome]:
    """Ask for every series of the plan, one outcome each, as they come."""
    stopped: LandingError | None = None
    # series of one catalogue share the questions about it; they are asked once a run
    answered: dict[str, Answer] = {}
    out_of_reach = 0
    for key, lines in plan.lines.items():
        if stopped is not None:
            sentence = f"not asked: {type(stopped).__name__} stopped the source"
            yield SeriesOutcome(*key, "not_asked", sentence, type(stopped).__name__)
            continue
        try:
            outcome = _collect_series(plan, key, lines, client, store, answered)
        except LandingError as error:
            outcome = SeriesOutcome(*key, "refused", str(error), type(error).__name__)
            out_of_reach = out_of_reach + 1 if isinstance(error, OUT_OF_REACH) else 0
            stopped = error if error.stops_source or out_of_reach == MOST_OUT_OF_REACH else None
        else:
            out_of_reach = 0
        _note(plan, outcome, store)
        yield outcome


def _collect_series(
    plan: Plan,
    key: tuple[str, str],
    lines: Sequence[LiveSeries],
    client: Client,
    store: LandingStore,
    answered: dict[str, Answer],
) -> SeriesOutcome:
    state = store.asked(*key)
    today = plan.now().date()
    if not plan.again and state.get("settled_on") == today.isoformat():
        return SeriesOutcome(*key, "asked_today", "asked today already", newest_period=state["newest_period"])
    module = importlib.import_module(f"assets.sources.{lines[0].source_module}")
    landed: list[tuple[LandedAnswer, bool]] = []

    def fetch(question: Question, check: BodyCheck | None = None) -> Answer:
        if question.digest in answered:
            return answered[question.digest]
        answer, record, is_new = ask_until_usable(question, check, client, store, plan.pause)
        if question.holds_figures:
            landed.append((record, is_new))
        else:
            answered[question.digest] = answer
        return answer

    newest = module.newest_period(lines[-1], fetch) or ""
    asked_on = state.get("figures_asked_on", "")
    is_current = bool(asked_on) and (plan.since is None or asked_on >= plan.since.isoformat())
    if newest and newest == state.get("newest_period") and is_current and not plan.again and not plan.years:
        return SeriesOutcome(*key, "no_new_period", f"newest is still {newest}", newest_period=newest)
    for line in lines:
        years = _years_of(plan, line, today)
        if years is not None:
            module.ask(line, years, fetch)
    return _outcome(plan, key, landed, newest, store)


def _years_of(plan: Plan, line: LiveSeries, today: date) -> Years | None:
    """Years to ask one catalogue for; None when it holds none of those wanted."""
    wanted = plan.years or Years(max(line.first_year, today.year - USUAL_YEARS + 1), today.year)
    first = max(wanted.first, line.first_year)
    last = min(wanted.last, line.last_year or wanted.last)
    return Years(first, last) if first <= last else None


def _outcome(
    plan: Plan,
    key: tuple[str, str],
    landed: Sequence[tuple[LandedAnswer, bool]],
    newest: str,
    store: LandingStore,
) -> SeriesOutcome:
    """Read what came; the named error of a new answer, or a report of what it changed."""
    line = plan.lines[key][0]
    asked = {record.answer_id for record, _ in landed}
    held = plan.facts.held[line.indicator_id]
    before = dict(held)
    figures: list[Figure] = []
    for read in read_series(store, key, plan.facts):
        if read.landed.answer_id not in asked:
            before |= values_of(read.figures, line.unit_factor)
        elif read.error is not None:
            raise read.error
        else:
            figures += read.figures
    # some publishers cannot be asked for it: it is what their answer holds
    held_now = (figure.period_text for figure in figures if figure.value_text)
    newest = newest or max(held_now, default="")
    if any(is_new for _, is_new in landed):
        is_sum = line.indicator_id in plan.sums
        report = report_revision(figures, line.unit_factor, before, plan.members, is_sum)
        return SeriesOutcome(*key, "landed", report.sentence(), newest_period=newest, report=report)
    return SeriesOutcome(*key, "unchanged", "the same bytes as before", newest_period=newest)


def _note(plan: Plan, outcome: SeriesOutcome, store: LandingStore) -> None:
    """Remember what happened, for the next run and for the freshness check."""
    if outcome.outcome in ("asked_today", "not_asked"):
        return
    key = (outcome.collection, outcome.series_id)
    now = plan.now()
    state = store.asked(*key) | {"asked_at": now.isoformat(), "outcome": outcome.outcome}
    state |= {"error_name": outcome.error_name, "sentence": outcome.sentence}
    # years asked for by name say nothing about the others
    if plan.years is None and outcome.outcome != "refused":
        state |= {"settled_on": now.date().isoformat(), "newest_period": outcome.newest_period}
    if plan.years is None and outcome.outcome in ("landed", "unchanged"):
        state["figures_asked_on"] = now.date().isoformat()
    store.note_asked(*key, state)
