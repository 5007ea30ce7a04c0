"""The jobs: making the warehouse, asking the publishers, looking whether anything is late."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import dagster

from orchestration.freshness import NAME
from orchestration.live_collections import GROUP, landing_key

if TYPE_CHECKING:
    # what define_asset_job returns has no public name
    from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

REFRESH, FRESHNESS = "refresh", "freshness"
QUIET = {"loggers": {"console": {"config": {"log_level": "WARNING"}}}}

# Everything but landing: making the warehouse never reaches the network.
refresh_job = dagster.define_asset_job(
    REFRESH,
    selection=dagster.AssetSelection.all() - dagster.AssetSelection.groups(GROUP),
    description="Make every table, chart and the report, and publish when all critical checks passed."
    " Asks no publisher: it reads what was landed.",
    config=QUIET,
)


def landing_job_name(collection: str) -> str:
    """Name of the job of a collection."""
    return f"land_{collection}"


def landing_job(collection: str, name: str) -> "UnresolvedAssetJobDefinition":
    """The job that asks for one collection; `name` is what people call it."""
    return dagster.define_asset_job(
        landing_job_name(collection),
        selection=dagster.AssetSelection.assets(landing_key(collection)),
        description=f"{name}: ask for what is new and land it. The tables are made by `refresh`.",
        config=QUIET,
    )


def freshness_job(collections: Iterable[str]) -> "UnresolvedAssetJobDefinition":
    """The job that runs the freshness checks alone."""
    keys = [dagster.AssetCheckKey(landing_key(collection), NAME) for collection in collections]
    return dagster.define_asset_job(
        FRESHNESS,
        selection=dagster.AssetSelection.checks(*keys),
        description="Is what the release calendar says should be out held? Asks no publisher.",
        config=QUIET,
    )
