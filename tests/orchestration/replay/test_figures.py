"""Figures the replayed publishers show: one edition, text as printed, units converted exactly."""

import pytest

from orchestration.replay.figures import NEWEST, EmbeddedFigures, UnknownEditionError
from tests.orchestration.replay.nbs_service import PLACE, embedded

GUANGDONG = ("gdp_nominal", "440000", "2022")


@pytest.fixture
def figures() -> EmbeddedFigures:
    return EmbeddedFigures(PLACE)


def test_the_newest_edition_is_the_one_of_the_highest_rank() -> None:
    printed = embedded().cell(*GUANGDONG, currency="CNY")
    assert printed is not None
    assert (printed.vintage_id, printed.text) == ("census5", "132547.1")


def test_a_chosen_edition_is_shown_where_it_has_the_cell(figures: EmbeddedFigures) -> None:
    figures.choose("first_published")
    assert figures.text(*GUANGDONG, 1, "CNY") == "129118.6"
    # nothing was first published for 2000 in the embedded edition
    assert figures.cell("gdp_nominal", "440000", "2000", "CNY") is not None
    figures.choose(NEWEST)
    assert figures.text(*GUANGDONG, 1, "CNY") == "132547.1"


def test_one_look_up_may_name_its_own_edition() -> None:
    assert embedded().text(*GUANGDONG, 1, "CNY", "census4") == "129513.6"


def test_an_edition_nobody_published_is_refused() -> None:
    with pytest.raises(UnknownEditionError, match="no edition 'census9'; use newest or one of"):
        EmbeddedFigures(PLACE, "census9")


def test_the_same_unit_keeps_the_text_and_another_is_exact() -> None:
    beds = embedded().cell("health_beds", "110000", "2012")
    assert beds is not None
    assert embedded().text("health_beds", "110000", "2012", 1) == beds.text
    # beds to 10,000 beds: the point moves by four, no digit is lost
    in_10k = embedded().text("health_beds", "110000", "2012", 10_000)
    assert in_10k.replace(".", "").strip("0") == beds.text.strip("0")


def test_currencies_are_not_mixed() -> None:
    assert embedded().text("gdp_nominal", "810000", "2020", 1, "CNY") == ""
    assert embedded().text("gdp_nominal", "810000", "2020", 1, "HKD") != ""


def test_what_nobody_printed_is_empty() -> None:
    assert embedded().text("gdp_nominal", "440000", "2030", 1, "CNY") == ""
    assert embedded().text("no_such_indicator", "440000", "2020", 1) == ""


def test_years() -> None:
    years = embedded().years("gdp_nominal")
    assert years == sorted(years)
    assert (years[0], years[-1]) == ("1993", "2024")
    assert embedded().years("no_such_indicator") == []
