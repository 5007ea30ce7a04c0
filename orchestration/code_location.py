"""Dagster definitions: every step as an asset, the job that makes them, the schedule that starts it."""

import dagster

from assets.house import all_steps
from assets.reference import read_definitions
from assets.steps import Place, Step, fingerprints
from orchestration.assets_from_steps import asset_from_step
from orchestration.jobs import refresh_job, refresh_schedule
from orchestration.progress import print_progress
from orchestration.resources import Warehouse, default_place


def build_defs(place: Place | None = None, steps: list[Step] | None = None) -> dagster.Definitions:
    """Definitions for a place; the environment's place and all its steps when none are given."""
    place = place or default_place()
    steps = steps or all_steps(place)
    prints = fingerprints(steps)
    definitions = read_definitions(place.reference)
    return dagster.Definitions(
        assets=[asset_from_step(step, prints[step.key], definitions, print_progress) for step in steps],
        jobs=[refresh_job],
        schedules=[refresh_schedule(place)],
        resources={"warehouse": Warehouse.at(place)},
        # DuckDB lets one process write a file. Processes of their own per step would fail on its lock,
        # or spend ten times as long waiting for it.
        executor=dagster.in_process_executor,
    )
