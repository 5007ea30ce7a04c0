"""A landing run as the UI sees it: what landed, what was asked, what failed, and where it stands."""

import sys
from pathlib import Path

import dagster
import pytest

from assets.landing.errors import SettingError
from assets.landing.exchange import Answer, Years
from assets.landing.store import LandingStore
from assets.steps import Place
from orchestration.live_collections import landed_state, years_of
from tests.assets.landing.made_up import Publisher, source_module
from tests.orchestration.landing_house import (
    OTHER,
    YEAR,
    PublisherToday,
    definitions,
    failure,
    landing_house,
    materializations,
    observations,
    run_landing,
)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setitem(sys.modules, "assets.sources.made_up", source_module())
    return landing_house(tmp_path)


@pytest.fixture
def publisher() -> Publisher:
    return PublisherToday()


def test_new_bytes_make_the_asset_and_say_what_came(place: Place, publisher: Publisher) -> None:
    result = run_landing(place, publisher)
    assert result.success
    *years, whole = materializations(result)
    assert whole.partition is None
    shown = whole.metadata
    assert shown["result"].value == "2 landed"
    assert shown["newest period"].value == "2024"
    # two series with three figures each; the newest period and the figures are asked for
    assert (shown["cells new"].value, shown["requests made"].value) == (6, 4)
    assert "- **gdp** 2024: landed: 3 cells, 3 new, 0 revised" in shown["series"].value
    assert whole.tags is not None
    assert whole.tags["dagster/data_version"] == landed_state(place, YEAR)
    # every year that was asked for and may hold something is marked as landed, none after the newest
    assert [event.partition for event in years] == [str(year) for year in range(2015, 2025)]


def test_asking_twice_a_day_observes_and_says_why(place: Place, publisher: Publisher) -> None:
    run_landing(place, publisher)
    result = run_landing(place, publisher)
    assert result.success
    assert materializations(result) == []
    (observed,) = observations(result)
    assert observed.description == "nothing new: 2 asked today already"
    assert len(publisher.asked) == 4


def test_again_asks_again_and_the_same_bytes_are_nothing_new(place: Place, publisher: Publisher) -> None:
    run_landing(place, publisher)
    result = run_landing(place, publisher, again=True)
    assert materializations(result) == []
    assert observations(result)[0].description == "nothing new: 2 unchanged"
    assert len(publisher.asked) == 8


def test_a_revision_is_reported_with_its_largest_change_and_its_groups(
    place: Place, publisher: Publisher
) -> None:
    run_landing(place, publisher)
    publisher.printed["gdp"]["210000 2024"] = "110"
    shown = materializations(run_landing(place, publisher, again=True))[-1].metadata
    # 100 -> 110 in one of three regions: the group of three moves from 200 to 210
    assert shown["cells changed"].value == 1
    assert shown["largest change"].value == "gdp 210000 2024: 100 -> 110 (+10.00%)"
    assert "| gdp | northeast | 2024 | +5.000% |" in shown["groups that move"].value


def test_a_refused_series_fails_its_asset_and_leaves_what_landed(place: Place, publisher: Publisher) -> None:
    publisher.printed["gdp"]["210000 2024"] = "100000"
    result = run_landing(place, publisher)
    assert not result.success
    assert materializations(result)[-1].metadata["result"].value == "1 landed, 1 refused"
    found = failure(result)
    assert found is not None
    name, message = found
    assert name == "LandingFailed"
    assert "ImplausibleValueError: " in message and "1 of 2 series landed" in message
    assert list(LandingStore(place.landing).answers(YEAR, "people"))
    # another collection of the same publisher is none the worse
    assert run_landing(place, publisher, OTHER).success


def test_a_publisher_that_refuses_us_is_one_error(place: Place, publisher: Publisher) -> None:
    publisher.breaks = lambda question: Answer(question, 403, {}, b"<html>", publisher.now)
    result = run_landing(place, publisher)
    assert materializations(result) == [] and observations(result) == []
    found = failure(result)
    assert found is not None
    assert found[1].count("BlockedError: ") == 1 and "1 series were not asked after that" in found[1]


def test_a_setting_that_is_missing_is_said_in_one_sentence(place: Place, publisher: Publisher) -> None:
    def refuse(_module: str, _seconds: float | None) -> Publisher:
        raise SettingError("QIPAN_CONTACT: not set; give a mail address")

    found = failure(run_landing(place, publisher, open_client=refuse))
    assert found is not None
    name, message = found
    assert name == "LandingFailed"
    assert message.strip().endswith(": SettingError: QIPAN_CONTACT: not set; give a mail address")


@pytest.mark.parametrize("years", [(2021, 2023), (2020, 2020)])
def test_partitions_reach_the_publisher_as_years(
    place: Place, publisher: Publisher, years: tuple[int, int]
) -> None:
    run_landing(place, publisher)
    publisher.asked.clear()
    result = run_landing(place, publisher, years=years)
    assert result.success
    asked = {question.years for question in publisher.asked if question.holds_figures}
    # asked for although the collection was asked for the same day
    assert asked == {Years(*years)}
    assert {event.partition for event in materializations(result)} == {
        str(year) for year in range(years[0], years[1] + 1)
    }


def test_a_backfilled_year_is_made_even_when_the_bytes_are_the_same(
    place: Place, publisher: Publisher
) -> None:
    run_landing(place, publisher, years=(2022, 2022))
    result = run_landing(place, publisher, years=(2022, 2022))
    # a backfill that makes nothing would be called failed; the data version says nothing changed
    (event,) = materializations(result)
    assert event.metadata["result"].value == "2 unchanged"
    assert event.tags is not None
    assert event.tags["dagster/data_version"] == landed_state(place, YEAR)


def test_partitions_end_with_the_last_year_that_can_be_out() -> None:
    yearly = years_of({"first_year": "1949", "period_kind": "year"}).get_partition_keys()
    daily = years_of({"first_year": "1994", "period_kind": "day"}).get_partition_keys()
    assert (yearly[0], daily[0]) == ("1949", "1994")
    # days of a year are out in that year, its annual figures are not
    assert int(daily[-1]) == int(yearly[-1]) + 1


def test_the_asset_names_publisher_rhythm_and_licence(place: Place, publisher: Publisher) -> None:
    graph = definitions(place, lambda *_: publisher).resolve_asset_graph()
    node = graph.get(dagster.AssetKey(["landing", YEAR]))
    assert node.group_name == "landing"
    for words in ("Bureau of Tests", "测试局", "annual, in February", "free with attribution"):
        assert words in (node.description or "")
    assert node.backfill_policy == dagster.BackfillPolicy.single_run()
