"""What to ask of a collection, put together from the pack, the calendar and the landing folder."""

import csv
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from assets.landing.calendar import Standing, last_opening, read_releases, standing
from assets.landing.collecting import Plan
from assets.landing.errors import SettingError
from assets.landing.exchange import Years
from assets.landing.reading import live_series, read_facts
from assets.landing.store import LandingStore
from assets.steps import Place

# Errors that say nothing about the series: the run ended before it, or the publisher wanted a rest.
CUT_SHORT = ("DeadlineError", "TooManyRequestsError")


def collections_of(place: Place) -> dict[str, dict[str, str]]:
    """Lines of live_collections.csv by collection; none when the pack asks nobody."""
    path = place.reference / "live_collections.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {line["collection"]: line for line in csv.DictReader(file)}


def plan_collection(
    place: Place,
    collection: str,
    years: Years | None = None,
    again: bool = False,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Plan:
    """The plan for one collection; SettingError when the pack has none of that name."""
    facts = read_facts(place.reference, place.snapshots)
    lines = {key: series for key, series in facts.series.items() if key[0] == collection}
    if not lines:
        known = ", ".join(sorted({name for name, _ in facts.series}))
        raise SettingError(f"no series of a collection '{collection}' in live_series.csv; use one of {known}")
    return Plan(
        lines=lines,
        facts=facts,
        members=_members(place),
        sums=_sums(place),
        now=now,
        years=years,
        since=last_opening(read_releases(place.reference), collection, now().date()),
        again=again,
    )


def standing_of(place: Place, collection: str, today: datetime) -> Standing:
    """A collection against the release calendar, by what its series were last asked and answered."""
    store = LandingStore(place.landing)
    states = [store.asked(*key) for key in live_series(place.reference) if key[0] == collection]
    # the newest any series has: some tables come out a year after the others by custom
    periods = sorted(state["newest_period"] for state in states if state.get("newest_period"))
    asked = [_asked_on(state) for state in states]
    return standing(
        read_releases(place.reference),
        collection,
        periods[-1] if periods else "",
        # one series nobody got round to is reason enough to go on
        None if None in asked else min((day for day in asked if day), default=None),
        today.date(),
    )


def _asked_on(state: Mapping[str, str]) -> date | None:
    """The day a series was last asked for its figures, in vain or not; None when nobody got so far."""
    if state.get("error_name") in CUT_SHORT:
        return None
    day = state.get("figures_asked_on") or (state.get("asked_at", "")[:10] if state.get("error_name") else "")
    return date.fromisoformat(day) if day else None


def _members(place: Place) -> dict[str, list[str]]:
    """Today's members of every group."""
    members: dict[str, list[str]] = defaultdict(list)
    with (place.reference / "membership.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if not line["valid_to"]:
                members[line["group_id"]].append(line["region_id"])
    return members


def _sums(place: Place) -> frozenset[str]:
    """Indicators whose regional figures add up."""
    with (place.reference / "indicators.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file)
        return frozenset(line["indicator_id"] for line in lines if line["aggregation"] == "sum")
