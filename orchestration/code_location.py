"""Dagster definitions: every step and every live collection as an asset, and what starts their jobs."""

import csv
import warnings
from pathlib import Path

import dagster

from assets.house import all_steps
from assets.landing.planning import collections_of
from assets.reference import read_definitions
from assets.sources.inbox import COLLECTION as INBOX
from assets.steps import Place, Step, fingerprints
from orchestration.assets_from_steps import asset_from_step
from orchestration.inbox_asset import inbox_asset
from orchestration.jobs import freshness_job, landing_job, refresh_job
from orchestration.landing_assets import OpenClient, landing_asset, polite_client
from orchestration.live_collections import asked_collections
from orchestration.place import default_place
from orchestration.progress import print_progress
from orchestration.resources import Warehouse
from orchestration.schedules import (
    OpenProbe,
    freshness_schedule,
    landing_schedule,
    probe_client,
    refresh_schedule,
)
from orchestration.sensors import inbox_sensor, incident_sensors, new_answers_sensor

# The step that reads the landing folder; it is drawn below the assets that fill it.
READS_LANDING = "ingest/answers"


def build_defs(
    place: Place | None = None,
    steps: list[Step] | None = None,
    open_client: OpenClient = polite_client,
    open_probe: OpenProbe = probe_client,
) -> dagster.Definitions:
    """Definitions for a place; the environment's place and all its steps when none are given.

    `open_client` and `open_probe` give the clients that ask publishers.
    """
    place = place or default_place()
    steps = steps or all_steps(place)
    landing = landing_assets(place, open_client)
    asked = asked_collections(place)
    jobs = {name: landing_job(name, line["name_en"]) for name, line in collections_of(place).items()}
    freshness = freshness_job(asked)
    return dagster.Definitions(
        assets=[*_assets_of_steps(place, steps, [asset.key for asset in landing]), *landing],
        jobs=[refresh_job, *jobs.values(), *([freshness] if asked else [])],
        schedules=[
            refresh_schedule(place),
            *(landing_schedule(place, name, number, open_probe) for number, name in enumerate(asked)),
            *([freshness_schedule()] if asked else []),
        ],
        sensors=[
            new_answers_sensor(place),
            *incident_sensors(place),
            *([inbox_sensor(place)] if INBOX in jobs else []),
        ],
        resources={"warehouse": Warehouse.at(place)},
        # DuckDB lets one process write a file. Processes of their own per step would fail on its lock,
        # or spend ten times as long waiting for it.
        executor=dagster.in_process_executor,
    )


def _assets_of_steps(
    place: Place, steps: list[Step], landing: list[dagster.AssetKey]
) -> list[dagster.AssetsDefinition]:
    prints = fingerprints(steps)
    later = [step for step in steps if step.begin]
    definitions = read_definitions(place.reference)
    return [
        asset_from_step(
            step,
            prints,
            definitions,
            print_progress,
            later=later,
            drawn_below=landing if step.key == READS_LANDING else [],
        )
        for step in steps
    ]


def landing_assets(place: Place, open_client: OpenClient = polite_client) -> list[dagster.AssetsDefinition]:
    """The assets of every live collection of the pack, the inbox last."""
    collections = collections_of(place)
    sources = _sources(place.reference) if collections else {}
    with warnings.catch_warnings():
        # backfill policies are called beta since 2023; they are pinned with the version
        warnings.simplefilter("ignore", dagster.BetaWarning)
        asked = [
            landing_asset(place, name, line, sources[line["source_id"]], open_client)
            for name, line in asked_collections(place).items()
        ]
    files = [inbox_asset(place, line) for name, line in collections.items() if name == INBOX]
    return [*asked, *files]


def _sources(reference: Path) -> dict[str, dict[str, str]]:
    with (reference / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {line["source_id"]: line for line in csv.DictReader(file)}
