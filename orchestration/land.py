"""Landing from the command line: the same assets and jobs as in the UI, one run per collection."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import dagster

from assets.landing.errors import SettingError
from assets.landing.exchange import Years
from assets.landing.planning import collections_of
from assets.steps import Place
from orchestration.code_location import landing_assets
from orchestration.jobs import landing_job, landing_job_name
from orchestration.landing_assets import OpenClient, polite_client
from orchestration.live_collections import asked_collections, landing_key, years_of
from orchestration.run import QUIET, finish_run, instance_of

RANGE = ("dagster/asset_partition_range_start", "dagster/asset_partition_range_end")


class Landing(NamedTuple):
    """What failed, one entry per collection, and whether anything new was landed."""

    failures: list[str]
    is_new: bool


def read_years(text: str) -> Years:
    """Years as people write them: `2024` or `2020-2025`. Raises SettingError."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text.strip(), re.ASCII)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if first > last:
        raise SettingError(f"--years: found '{text:.40}'; give a year or a range such as 2020-2025")
    return Years(first, last)


def chosen_collections(place: Place, names: Sequence[str], years: Years | None) -> list[str]:
    """The collections to land: those named, or all. Raises SettingError for a name there is not."""
    known = collections_of(place)
    unknown = [name for name in names if name not in known]
    if unknown or not known:
        there = f"use one of {', '.join(known)}" if known else "this pack asks nobody"
        raise SettingError(f"no live collection '{', '.join(unknown)}'; {there}")
    if years is None:
        return list(names or known)
    asked = asked_collections(place)
    without = [name for name in names if name not in asked]
    if without:
        raise SettingError(f"{', '.join(without)}: files have no years to ask for; leave --years out")
    return list(names or asked)


def land(
    place: Place,
    names: Sequence[str],
    years: Years | None = None,
    again: bool = False,
    open_client: OpenClient = polite_client,
) -> Landing:
    """Land collections one after the other, with a line for every series.

    Raises SettingError, and KeyboardInterrupt when somebody stops it.
    """
    lines = collections_of(place)
    chosen = chosen_collections(place, names, years)
    definitions = dagster.Definitions(
        assets=landing_assets(place, open_client),
        jobs=[landing_job(name, lines[name]["name_en"]) for name in chosen],
        executor=dagster.in_process_executor,
    )
    failures: list[str] = []
    is_new = False
    with instance_of(place) as instance:
        for name in chosen:
            tags = _partition_tags(lines[name], years)
            print(f"{name}: {lines[name]['name_en']}", flush=True)
            if tags is None:
                print("  has none of these years", flush=True)
                continue
            config = (
                {"ops": {_step_key(name): {"config": {"again": again}}}}
                if name in asked_collections(place)
                else {}
            )
            result = definitions.resolve_job_def(landing_job_name(name)).execute_in_process(
                instance=instance,
                raise_on_error=False,
                run_config={"loggers": QUIET, **config},
                tags=tags,
            )
            failures += finish_run(place, result)
            is_new = is_new or bool(result.get_asset_materialization_events())
            _print_result(result)
    return Landing(failures, is_new)


def _partition_tags(line: dict[str, str], years: Years | None) -> dict[str, str] | None:
    """The run's tags that choose years; None when the collection has none of them."""
    if years is None:
        return {}
    keys = [key for key in years_of(line).get_partition_keys() if years.first <= int(key) <= years.last]
    return dict(zip(RANGE, (keys[0], keys[-1]), strict=True)) if keys else None


def _step_key(collection: str) -> str:
    return "__".join(landing_key(collection).path)


def _print_result(result: dagster.ExecuteInProcessResult) -> None:
    """The counts of the run, or why there is nothing new."""
    for event in result.all_events:
        data = event.event_specific_data
        found = getattr(data, "materialization", None) or getattr(data, "asset_observation", None)
        if found is not None and "result" in found.metadata:
            print(f"  {found.metadata['result'].value}", flush=True)
            return
        if found is not None and found.description:
            print(f"  {found.description}", flush=True)
            return
