"""A pack with two live collections of a made-up publisher, and everything to run and to look at them."""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import dagster

from assets.landing.exchange import Answer, Question
from assets.landing.store import LandingStore
from assets.steps import Place
from orchestration.code_location import landing_assets
from orchestration.jobs import freshness_job, landing_job, landing_job_name
from orchestration.landing_assets import OpenClient
from tests.assets.landing.made_up import REGIONS, Publisher

YEAR, OTHER = "tests_year", "others_year"
NAMES = {"name_zh_hans": "测试", "name_zh_hant": "測試", "name_en": "Tests"}
PACK: dict[str, Sequence[Mapping[str, str]]] = {
    "live_collections": [
        {
            "collection": name,
            "source_id": "bureau",
            "source_module": "made_up",
            "period_kind": "year",
            "region_ids": " ".join(REGIONS),
            "first_year": "2015",
            "note": "",
            **NAMES,
        }
        for name in (YEAR, OTHER)
    ],
    "live_series": [
        {
            "collection": collection,
            "series_id": series,
            "catalogue_code": "c1",
            "item_code": "",
            "printed_name": series,
            "region_ids": "",
            "basis_id": "",
            "first_year": "",
            "last_year": "",
        }
        for collection, series in ((YEAR, "gdp"), (YEAR, "people"), (OTHER, "people"))
    ],
    "series": [
        {
            "collection": collection,
            "series_id": series,
            "indicator_id": series,
            "unit_printed": "亿元",
            "unit_factor": "1",
            "currency": "",
        }
        for collection, series in ((YEAR, "gdp"), (YEAR, "people"), (OTHER, "people"))
    ],
    "indicators": [
        {"indicator_id": "gdp", "plausible_min": "10", "plausible_max": "1000", "aggregation": "sum"},
        {"indicator_id": "people", "plausible_min": "1", "plausible_max": "100", "aggregation": "sum"},
    ],
    "regions": [{"region_id": region, "level": "province"} for region in REGIONS],
    "membership": [{"group_id": "northeast", "region_id": region, "valid_to": ""} for region in REGIONS],
    "vintages": [{"vintage_id": "newest", "rank": "1"}],
    "sources": [
        {
            "source_id": "bureau",
            "publisher_en": "Bureau of Tests",
            "publisher_zh_hans": "测试局",
            "rhythm": "annual, in February",
            "licence": "free with attribution",
            "licence_note": "",
            "landing_page": "https://made.up/",
        }
    ],
    "release_calendar": [
        {
            "release_id": f"{name}_first",
            "collection": name,
            "release_kind": "first_print",
            "quarter": "",
            "years_after": "1",
            "opens": "02-20",
            "closes": "03-31",
            **NAMES,
        }
        for name in (YEAR, OTHER)
    ],
}


def landing_house(folder: Path) -> Place:
    """The place, with nothing landed."""
    place = Place(folder, "tests", folder / "warehouse" / "build")
    place.reference.mkdir(parents=True)
    place.snapshots.mkdir()
    (place.snapshots / "manifest.csv").write_text("snapshot_id,vintage_id\n")
    for name, lines in PACK.items():
        with (place.reference / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(lines[0]))
            writer.writeheader()
            writer.writerows(lines)
    return place


class PublisherToday(Publisher):
    """Answers as of this moment, as a run sees it."""

    def send(self, question: Question) -> Answer:
        self.now = datetime.now(UTC)
        return super().send(question)


def run_landing(
    place: Place,
    publisher: Publisher,
    collection: str = YEAR,
    years: tuple[int, int] | None = None,
    again: bool = False,
    open_client: OpenClient | None = None,
    instance: dagster.DagsterInstance | None = None,
) -> dagster.ExecuteInProcessResult:
    """One run of the job of a collection, as a schedule or a backfill starts it."""
    tags = {}
    if years is not None:
        tags = {
            "dagster/asset_partition_range_start": str(years[0]),
            "dagster/asset_partition_range_end": str(years[1]),
        }
    job = definitions(place, open_client or (lambda *_: publisher)).resolve_job_def(
        landing_job_name(collection)
    )
    with instance or dagster.DagsterInstance.ephemeral() as used:
        return job.execute_in_process(
            instance=used,
            raise_on_error=False,
            tags=tags,
            run_config={
                "ops": {f"landing__{collection}": {"config": {"again": again}}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
        )


def definitions(place: Place, open_client: OpenClient) -> dagster.Definitions:
    """Assets, checks and jobs of the two collections."""
    return dagster.Definitions(
        assets=landing_assets(place, open_client),
        jobs=[*(landing_job(name, name) for name in (YEAR, OTHER)), freshness_job((YEAR, OTHER))],
        executor=dagster.in_process_executor,
    )


def materializations(result: dagster.ExecuteInProcessResult) -> list[dagster.AssetMaterialization]:
    return [
        event.event_specific_data.materialization  # type: ignore[union-attr]
        for event in result.get_asset_materialization_events()
    ]


def observations(result: dagster.ExecuteInProcessResult) -> list[dagster.AssetObservation]:
    return [event.asset_observation_data.asset_observation for event in result.get_asset_observation_events()]


def failure(result: dagster.ExecuteInProcessResult) -> tuple[str, str] | None:
    """Class and message of the error of the run's one failed step."""
    failed = [event for event in result.all_events if event.is_step_failure]
    if not failed:
        return None
    (event,) = failed
    error = event.step_failure_data.error
    assert error is not None
    return str(error.cls_name), error.message


def state(place: Place, collection: str, series: str, **changes: str) -> None:
    """Write what is remembered of a series."""
    LandingStore(place.landing).note_asked(collection, series, dict(changes))
