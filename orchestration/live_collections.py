"""Live collections as Dagster knows them: key and words of an asset, its years, what was landed of it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

import dagster

from assets.landing.collecting import SeriesOutcome
from assets.landing.landed_tables import landing_digest
from assets.landing.planning import collections_of
from assets.landing.store import LandingStore
from assets.steps import Place
from orchestration.assets_from_steps import OWNERS
from orchestration.freshness import ZONE

GROUP = "landing"


def landing_key(collection: str) -> dagster.AssetKey:
    """Key of a collection's asset."""
    return dagster.AssetKey([GROUP, collection])


def asked_collections(place: Place) -> dict[str, dict[str, str]]:
    """The collections that are asked of a publisher: all but those of files."""
    return {name: line for name, line in collections_of(place).items() if line["period_kind"] != "file"}


def landing_spec(
    key: dagster.AssetKey, line: Mapping[str, str], source: Mapping[str, str]
) -> dagster.AssetSpec:
    """What the UI shows of a collection; `source` is its publisher's line of sources.csv."""
    page = source.get("landing_page")
    return dagster.AssetSpec(
        key,
        description=_description(line, source),
        group_name=GROUP,
        kinds={"python", "json"},
        owners=OWNERS,
        metadata={"publisher": dagster.MetadataValue.url(page)} if page else {},
        # nothing new is no materialization
        skippable=True,
    )


def years_of(line: Mapping[str, str]) -> dagster.TimeWindowPartitionsDefinition:
    """Reference years from the collection's first one; the running year where its parts are published."""
    return dagster.TimeWindowPartitionsDefinition(
        start=line["first_year"],
        fmt="%Y",
        cron_schedule="0 0 1 1 *",
        timezone=ZONE,
        end_offset=0 if line["period_kind"] == "year" else 1,
    )


def landed_state(place: Place, collection: str) -> str:
    """Digest of the records a collection has in the landing folder."""
    lines = landing_digest(place.landing).splitlines()
    own = [line for line in lines if line.startswith(f"answers/{collection}/")]
    return hashlib.sha256("\n".join(own).encode()).hexdigest()[:16]


def years_landed(store: LandingStore, outcomes: Iterable[SeriesOutcome], since: datetime) -> dict[int, int]:
    """For how many series figures of a year came since a moment; no year after the newest period."""
    found: Counter[int] = Counter()
    for outcome in outcomes:
        if outcome.outcome != "landed":
            continue
        years: set[int] = set()
        for answer in store.answers(outcome.collection, outcome.series_id):
            asked = answer.record["years"]
            if answer.retrieved_at >= since and answer.record["holds_figures"] and asked:
                newest = int(outcome.newest_period[:4] or asked[1])
                years |= set(range(asked[0], min(asked[1], newest) + 1))
        found.update(years)
    return dict(sorted(found.items()))


def year_landed(key: dagster.AssetKey, year: int, series: int) -> dagster.AssetMaterialization:
    """Marks a year as landed; the report of the run is on its event without a year."""
    return dagster.AssetMaterialization(key, partition=str(year), metadata={"series with this year": series})


def _description(line: Mapping[str, str], source: Mapping[str, str]) -> str:
    parts = [
        f"{line['name_en']} ({line['name_zh_hans']}), as raw answers.",
        f"Publisher: {source['publisher_en']} ({source['publisher_zh_hans']}).",
        f"Rhythm: {source['rhythm']}." if source.get("rhythm") else "",
        f"Licence: {source['licence']}. {source.get('licence_note', '')}".strip(),
        f"Note: {line['note']}." if line.get("note") else "",
    ]
    return "\n\n".join(part for part in parts if part)
