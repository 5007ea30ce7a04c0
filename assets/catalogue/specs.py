"""Every file a reference pack may hold: the tables in reading order, and what may be absent."""

from __future__ import annotations

from assets.catalogue.columns import TableSpec
from assets.catalogue.indicator_specs import INDICATOR_TABLES
from assets.catalogue.live_specs import LIVE_TABLES
from assets.catalogue.region_specs import REGION_TABLES

TABLES: dict[str, TableSpec] = REGION_TABLES | INDICATOR_TABLES | LIVE_TABLES
BOUNDARIES = "boundaries.topo.json"
OPTIONAL_FILES = (
    "breaks.csv",
    "partitions.csv",
    "events.csv",
    "pairings.csv",
    "contiguity.csv",
    "places.csv",
    "conditioning.csv",
    "claims.csv",
    "live_collections.csv",
    "live_series.csv",
    "release_calendar.csv",
    "accepted_answers.csv",
    BOUNDARIES,
)
