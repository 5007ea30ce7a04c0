"""When what runs: publishers are asked when the calendar gives a reason to, tables made when stale."""

import importlib
from collections.abc import Callable, Iterator
from datetime import date

import dagster

from assets.house import all_steps, stale_steps
from assets.landing.calendar import Standing, read_releases, standing
from assets.landing.collecting import Client
from assets.landing.errors import LandingError
from assets.landing.exchange import Answer, BodyCheck, Question
from assets.landing.planning import standing_of
from assets.landing.reading import live_series
from assets.landing.settings import TransportSettings
from assets.landing.store import LandingStore
from assets.landing.transport import PoliteClient
from assets.steps import Place
from orchestration.assets_from_steps import asset_key
from orchestration.freshness import ZONE
from orchestration.jobs import FRESHNESS, REFRESH, landing_job_name
from orchestration.resources import transport_settings

Evaluation = Iterator[dagster.RunRequest | dagster.SkipReason]
OpenProbe = Callable[[str], Client]
# Publishers release in the morning, at ten at the latest; the refresh of the next morning has it all.
HOUR = 10
FIRST_MINUTE, MINUTES_APART = 30, 7
# One small question on a schedule's tick, which must not take long.
PROBE = {"connect_timeout": 5.0, "read_timeout": 10.0, "total_timeout": 15.0, "run_timeout": 30.0}
# Later than any period there will be.
EVERYTHING = "9999"


def probe_client(source_module: str) -> Client:
    """A client that asks once and does not wait; raises SettingError."""
    hosts = importlib.import_module(f"assets.sources.{source_module}").HOSTS
    settings: TransportSettings = transport_settings(hosts, attempts=1, **PROBE)
    return PoliteClient(settings)


def landing_schedule(
    place: Place,
    collection: str,
    number: int,
    open_probe: OpenProbe = probe_client,
) -> dagster.ScheduleDefinition:
    """A tick a day; it asks the publisher only when the calendar gives a reason, else says why not."""

    def evaluate(context: dagster.ScheduleEvaluationContext) -> Evaluation:
        now = context.scheduled_execution_time
        state = standing_of(place, collection, now)
        if not state.is_due:
            yield dagster.SkipReason(state.reason)
            return
        newest = _newest_if_decisive(place, collection, state, now.date(), open_probe)
        if newest is not None and newest <= state.held_period:
            yield dagster.SkipReason(f"newest period at the publisher is still {newest}; {state.reason}")
            return
        yield dagster.RunRequest(tags={"qipan/reason": state.reason})

    minute = FIRST_MINUTE + number * MINUTES_APART
    return dagster.ScheduleDefinition(
        name=f"land_{collection}_by_calendar",
        job_name=landing_job_name(collection),
        cron_schedule=f"{minute % 60} {HOUR + minute // 60} * * *",
        execution_timezone=ZONE,
        execution_fn=evaluate,
        description="Asks when release_calendar.csv gives a reason; otherwise skips and says when it will.",
    )


def freshness_schedule() -> dagster.ScheduleDefinition:
    """The freshness checks once a day, after all collections had their turn."""
    return dagster.ScheduleDefinition(
        name="freshness_every_day", job_name=FRESHNESS, cron_schedule="0 13 * * *", execution_timezone=ZONE
    )


def refresh_schedule(place: Place) -> dagster.ScheduleDefinition:
    """Every morning, if anything changed since the last release; skipped with the reason otherwise."""

    def evaluate(context: dagster.ScheduleEvaluationContext) -> Evaluation:
        stale = stale_steps(place, all_steps(place))
        if not stale:
            yield dagster.SkipReason("no figure, fact, query or chart changed since the last release")
            return
        yield dagster.RunRequest(asset_selection=[asset_key(step.key) for step in stale])

    return dagster.ScheduleDefinition(
        name="refresh_every_morning",
        job_name=REFRESH,
        cron_schedule="0 8 * * *",
        execution_timezone=ZONE,
        execution_fn=evaluate,
    )


def _newest_if_decisive(
    place: Place, collection: str, state: Standing, today: date, open_probe: OpenProbe
) -> str | None:
    """The publisher's newest period where it alone decides whether to ask; None otherwise.

    It decides when only a period not held yet is awaited. Revisions do not show in it. A question that
    fails leads to a run, so that the error shows at its asset.
    """
    store = LandingStore(place.landing)
    series = live_series(place.reference)
    states = [(store.asked(*key), lines) for key, lines in series.items() if key[0] == collection]
    newest = [lines[-1] for known, lines in states if known.get("newest_period") == state.held_period]
    days = [known["figures_asked_on"] for known, _ in states if "figures_asked_on" in known]
    asked_day = date.fromisoformat(max(days)) if days else None
    releases = read_releases(place.reference)
    if not newest or standing(releases, collection, EVERYTHING, asked_day, today).is_due:
        return None
    try:
        module = importlib.import_module(f"assets.sources.{newest[0].source_module}")
        found = module.newest_period(newest[0], _Fetch(open_probe(newest[0].source_module)))
    except LandingError:
        return None
    return str(found) if found else None


class _Fetch:
    """Asks without landing: the answer only decides whether there is anything to land."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def __call__(self, question: Question, check: BodyCheck | None = None) -> Answer:
        answer = self._client.send(question)
        self._client.refuse_status(answer)
        if check is not None:
            check(answer.body)
        return answer
