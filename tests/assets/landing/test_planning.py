"""The plan for a collection: its lines, today's members, since when figures may have changed."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assets.landing.errors import SettingError
from assets.landing.exchange import Years
from assets.landing.planning import collections_of, plan_collection, standing_of
from assets.landing.reading import live_series
from assets.landing.store import LandingStore
from assets.steps import Place
from tests.small_house import ROOT, small_house


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return small_house(tmp_path)


def test_every_collection_of_the_pack_has_a_plan() -> None:
    place = Place(ROOT, "cn", ROOT / "warehouse" / "build")
    series = {}
    for collection, line in collections_of(place).items():
        if line["period_kind"] != "file":
            series[collection] = plan_collection(place, collection).lines
    assert len(series) == 7
    # every province of the mainland, the cities that are none, and the two regions with own statistics
    regions = {
        name: {code for lines in found.values() for code in lines[0].region_codes}
        for name, found in series.items()
    }
    assert len(regions["nbs_province_year"]) == 31
    assert len(regions["nbs_city_year"]) == 32
    assert regions["hk_year"] == {"810000"}
    assert regions["macao_year"] == {"820000"}


def test_figures_older_than_the_last_opening_are_asked_for_again(place: Place) -> None:
    day = datetime(2026, 12, 20, tzinfo=UTC)
    plan = plan_collection(place, "nbs_province_year", Years(2020, 2021), again=True, now=lambda: day)
    # the yearbook window had closed the day before
    assert plan.since == date(2026, 12, 16)
    assert (plan.years, plan.again) == (Years(2020, 2021), True)
    assert "gdp_nominal" in plan.sums
    assert "gdp_per_head" not in plan.sums
    assert plan.members["bloc_northeast"] == ["210000", "220000", "230000"]


def test_an_unknown_collection_is_named_with_those_there_are(place: Place) -> None:
    with pytest.raises(SettingError, match="nbs_province_year"):
        plan_collection(place, "nbs_province_month")


def test_the_standing_follows_what_was_asked_and_answered(place: Place) -> None:
    today = datetime(2026, 5, 2, tzinfo=UTC)
    assert standing_of(place, "nbs_province_year", today).reason == "nothing was ever landed"
    store = LandingStore(place.landing)
    names = [name for collection, name in live_series(place.reference) if collection == "nbs_province_year"]
    for name in names:
        # some tables come out later by custom: the newest period of any series counts
        newest = "2025" if name == "gdp_nominal" else "2024"
        state = {"newest_period": newest, "figures_asked_on": "2026-04-02"}
        store.note_asked("nbs_province_year", name, state)
    found = standing_of(place, "nbs_province_year", today)
    assert (found.is_due, found.is_late, found.held_period) == (False, False, "2025")
    late = standing_of(place, "nbs_province_year", datetime(2027, 4, 2, tzinfo=UTC))
    assert late.is_late
    assert late.expected_period == "2026"


@pytest.mark.parametrize(
    ("state", "is_due"),
    [
        # nobody got round to it: the run before was cut short
        ({}, True),
        ({"asked_at": "2026-04-02T01:00:00+00:00", "error_name": "DeadlineError"}, True),
        # it was asked, in vain: the schedule waits for the next window
        ({"asked_at": "2026-04-02T01:00:00+00:00", "error_name": "UnitChangedError"}, False),
    ],
)
def test_a_series_nobody_got_round_to_makes_the_collection_due(
    place: Place, state: dict[str, str], is_due: bool
) -> None:
    store = LandingStore(place.landing)
    for collection, name in live_series(place.reference):
        if collection == "macao_year":
            done = {"newest_period": "2025", "figures_asked_on": "2026-04-02"}
            store.note_asked(collection, name, state if name == "population_resident" else done)
    today = datetime(2026, 5, 2, tzinfo=UTC)
    assert standing_of(place, "macao_year", today).is_due is is_due
