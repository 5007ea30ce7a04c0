"""One Dagster asset per live collection: it asks the publisher and lands what comes, nothing else.

Years are its partitions, so that one year or a range can be fetched again. A run without a partition
asks for the usual years. Nothing here touches the build: `ingest/answers` reads the landing folder.
"""

import importlib
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import dagster
from pydantic import Field

from assets.landing.collecting import Client, SeriesOutcome, collect
from assets.landing.errors import LandingError
from assets.landing.exchange import Answer, Question, Years
from assets.landing.planning import plan_collection
from assets.landing.store import LandingStore
from assets.landing.transport import PoliteClient
from assets.steps import Place
from orchestration.answered import NAME as ANSWERED
from orchestration.answered import answered, answered_spec
from orchestration.freshness import NAME as FRESH
from orchestration.freshness import freshness, freshness_spec
from orchestration.landing_report import LandingFailed, landing_failed, landing_metadata, outcome_counts
from orchestration.live_collections import (
    landed_state,
    landing_key,
    landing_spec,
    year_landed,
    years_landed,
    years_of,
)
from orchestration.progress import print_landing
from orchestration.resources import transport_settings

OpenClient = Callable[[str, float | None], Client]


class LandingConfig(dagster.Config):
    """What a run may be told."""

    again: bool = Field(False, description="ask again what was asked today already")
    seconds_between: float | None = Field(
        None,
        description="seconds between requests to a host, where they differ from QIPAN_SECONDS_BETWEEN",
    )


def polite_client(source_module: str, seconds_between: float | None) -> Client:
    """The client for the hosts of a source; raises SettingError."""
    hosts = importlib.import_module(f"assets.sources.{source_module}").HOSTS
    changes = {} if seconds_between is None else {"seconds_between": seconds_between}
    return PoliteClient(transport_settings(hosts, **changes))


def landing_asset(
    place: Place,
    collection: str,
    line: Mapping[str, str],
    source: Mapping[str, str],
    open_client: OpenClient = polite_client,
) -> dagster.AssetsDefinition:
    """The asset of one collection; `line` and `source` are its lines of live_collections and sources.csv."""

    key = landing_key(collection)

    @dagster.multi_asset(
        name="__".join(key.path),
        specs=[landing_spec(key, line, source)],
        check_specs=[freshness_spec(key), answered_spec(key)],
        # so that the checks can run alone
        can_subset=True,
        partitions_def=years_of(line),
        # a range is one run: the publisher gives many years in one answer
        backfill_policy=dagster.BackfillPolicy.single_run(),
        # collections of one publisher wait for each other, so that it is asked at one pace
        pool=f"publisher_{line['source_module']}",
    )
    def landed(
        context: dagster.AssetExecutionContext, config: LandingConfig
    ) -> Iterator[dagster.MaterializeResult | dagster.AssetCheckResult]:
        failure = None
        if context.selected_asset_keys:
            failure = yield from _land(context, place, collection, line["source_module"], config, open_client)
        # after a failure too: whether it matters yet is what the calendar says
        checks = {check.name for check in context.selected_asset_check_keys}
        if FRESH in checks:
            yield freshness(place, collection, key)
        if ANSWERED in checks:
            yield answered(place, collection, key)
        if failure is not None:
            raise failure

    return landed


def _land(
    context: dagster.AssetExecutionContext,
    place: Place,
    collection: str,
    source_module: str,
    config: LandingConfig,
    open_client: OpenClient,
) -> Generator[dagster.MaterializeResult, None, LandingFailed | None]:
    """Ask for a collection; returns what failed, after what landed was reported."""
    years = _years_asked(context)
    started = datetime.now(UTC)
    try:
        client = Counted(open_client(source_module, config.seconds_between))
        # years named by a person are asked for even if others were asked today
        plan = plan_collection(place, collection, years, config.again or years is not None)
    except LandingError as error:
        return LandingFailed(f"{type(error).__name__}: {error}", allow_retries=False)
    store = LandingStore(place.landing)
    outcomes: list[SeriesOutcome] = []
    for outcome in collect(plan, client, store):
        outcomes.append(outcome)
        print_landing(outcome, len(outcomes), len(plan.lines))
    asked_for = f"{years.first} to {years.last}" if years else "the usual years"
    metadata = landing_metadata(outcomes, client.requests, asked_for)
    counts = Counter(outcome.outcome for outcome in outcomes)
    key = landing_key(collection)
    if counts["landed"] and years is None:
        for year, series in years_landed(store, outcomes, started).items():
            context.log_event(year_landed(key, year, series))
    if counts["landed"] or (years is not None and counts["unchanged"]):
        state = dagster.DataVersion(landed_state(place, collection))
        yield dagster.MaterializeResult(asset_key=key, metadata=metadata, data_version=state)
    elif not any(outcome.error_name for outcome in outcomes):
        reason = f"nothing new: {outcome_counts(counts)}"
        context.log_event(dagster.AssetObservation(key, reason, metadata=metadata))
    return landing_failed(outcomes)


class Counted:
    """A client that knows how often it asked."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.requests = 0

    def send(self, question: Question) -> Answer:
        """As the client does."""
        answer = self._client.send(question)
        self.requests += answer.attempts
        return answer

    def refuse_status(self, answer: Answer) -> None:
        """As the client does."""
        self._client.refuse_status(answer)


def _years_asked(context: dagster.AssetExecutionContext) -> Years | None:
    if not (context.has_partition_key or context.has_partition_key_range):
        return None
    keys: Sequence[str] = sorted(context.partition_keys)
    return Years(int(keys[0]), int(keys[-1]))
