"""The check that keeps a named error at its asset until the series is answered."""

import sys
from pathlib import Path

import dagster
import pytest

from assets.landing.exchange import Answer
from assets.steps import Place
from orchestration.answered import NAME, answered
from orchestration.live_collections import landing_key
from tests.assets.landing.made_up import Publisher, source_module
from tests.orchestration.landing_house import YEAR, PublisherToday, landing_house, run_landing


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setitem(sys.modules, "assets.sources.made_up", source_module())
    return landing_house(tmp_path)


@pytest.fixture
def publisher() -> Publisher:
    return PublisherToday()


def in_run(result: dagster.ExecuteInProcessResult) -> dagster.AssetCheckEvaluation:
    (found,) = [check for check in result.get_asset_check_evaluations() if check.check_name == NAME]
    return found


def test_an_error_stands_at_its_asset_until_the_series_is_answered(
    place: Place, publisher: Publisher
) -> None:
    publisher.printed["gdp"]["210000 2024"] = "100000"
    check = in_run(run_landing(place, publisher))
    assert not check.passed and not check.blocking
    assert check.description == "ImplausibleValueError in 1 series"
    assert "- **gdp** refused: ImplausibleValueError: " in str(check.metadata["series"].value)
    assert str(check.metadata["first error"].value).startswith("ImplausibleValueError: ")
    # also when nobody asks
    assert not answered(place, YEAR, landing_key(YEAR)).passed
    publisher.printed["gdp"]["210000 2024"] = "100"
    check = in_run(run_landing(place, publisher))
    assert check.passed
    assert check.description == "2 of 2 series asked, none with an error"


def test_series_not_asked_after_a_refusal_keep_what_they_had(place: Place, publisher: Publisher) -> None:
    publisher.breaks = lambda question: Answer(question, 403, {}, b"<html>", publisher.now)
    check = in_run(run_landing(place, publisher))
    assert check.description == "BlockedError in 1 series"


def test_what_was_never_asked_has_no_error(place: Place) -> None:
    found = answered(place, YEAR, landing_key(YEAR))
    assert found.passed and found.description == "0 of 2 series asked, none with an error"
