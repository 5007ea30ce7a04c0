"""A check on every landing asset: is what the release calendar says should be out by today held?

Freshness here is relative to the calendar, not to the clock: figures of 2025 are fresh until those of
2026 should be out, however long ago they were fetched.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import dagster

from assets.landing.planning import standing_of
from assets.steps import Place

NAME = "fresh_by_calendar"
# The publishers' clock.
ZONE = "Asia/Shanghai"


def freshness_spec(asset: dagster.AssetKey) -> dagster.AssetCheckSpec:
    """The check of a landing asset; it warns and stops nothing."""
    return dagster.AssetCheckSpec(
        NAME,
        asset=asset,
        description="The newest period held is the one the release calendar says should be out by today.",
    )


def freshness(
    place: Place, collection: str, asset: dagster.AssetKey, now: datetime | None = None
) -> dagster.AssetCheckResult:
    """How a collection stands on a day, today when none is given."""
    standing = standing_of(place, collection, now or datetime.now(ZoneInfo(ZONE)))
    return dagster.AssetCheckResult(
        asset_key=asset,
        check_name=NAME,
        passed=not standing.is_late and bool(standing.held_period),
        severity=dagster.AssetCheckSeverity.WARN,
        description=standing.reason,
        metadata={
            "expected by today": standing.expected_period or "nothing yet",
            "newest held": standing.held_period or "nothing",
            "reason": standing.reason,
            "next release from": str(standing.next_opening or "not in the calendar"),
        },
    )
