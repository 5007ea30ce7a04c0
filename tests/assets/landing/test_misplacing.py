"""Figures at another region or year than their own: shown on a panel of six provinces."""

import pytest

from assets.landing.errors import LandingError, SwappedPeriodsError, SwappedRegionsError
from assets.landing.exchange import Cell
from assets.landing.misplacing import earlier, moved_along, swapped, year_before

REGIONS = ("110000", "120000", "130000", "140000", "150000", "210000")
# 10 % a year, every region twice the one before it
HELD = {
    (region, str(year)): round(100 * 2**place * 1.1 ** (year - 2020), 1)
    for place, region in enumerate(REGIONS)
    for year in range(2020, 2025)
}


def name(error: LandingError | None) -> str:
    return type(error).__name__ if error else ""


def test_figures_moved_along_by_one_region_are_found_for_any_kind_of_figure() -> None:
    moved = {(region, "2024"): HELD[REGIONS[place - 1], "2024"] for place, region in enumerate(REGIONS)}
    assert name(moved_along(moved, HELD)) == "SwappedRegionsError"
    # one region revised on the way is enough to make it a matter of sizes, not of identity
    assert moved_along(moved | {("110000", "2024"): 123.4}, HELD) is None


def test_figures_of_the_next_year_are_found() -> None:
    late = {(region, "2023"): HELD[region, "2024"] for region in REGIONS}
    assert isinstance(moved_along(late, HELD), SwappedPeriodsError)
    # a single figure that happens to equal last year's is a figure
    assert moved_along({("110000", "2024"): HELD["110000", "2023"]}, HELD) is None


@pytest.mark.parametrize("period", ["2024", "2025"])
def test_two_regions_that_exchange_values_are_found_in_held_and_new_years(period: str) -> None:
    growth = 1.02 if period == "2024" else 1.1
    # Tianjin twice Beijing, Liaoning thirty-two times
    new = {
        ("110000", period): HELD["210000", "2024"] * growth,
        ("210000", period): HELD["110000", "2024"] * growth,
    }
    assert isinstance(swapped(new, HELD), SwappedRegionsError)


def test_neighbours_in_size_that_cross_within_a_new_year_pass() -> None:
    held: dict[Cell, float] = {("140000", "2024"): 1342.9, ("530000", "2024"): 936.2}
    # e-commerce purchases of Shanxi and Yunnan, 2019 to 2020, as printed
    assert swapped({("140000", "2025"): 928.4, ("530000", "2025"): 1358.1}, held) is None


def test_an_ordinary_revision_passes() -> None:
    revised = {cell: value * 1.01 for cell, value in HELD.items()}
    assert moved_along(revised, HELD) is None
    assert swapped(revised, HELD) is None


def test_the_year_before() -> None:
    assert (earlier("2024"), earlier("2024Q3"), earlier("2024-07-01")) == ("2023", "2023Q3", "")
    assert year_before(("110000", "2025"), {}, HELD) == HELD["110000", "2024"]
    assert year_before(("110000", "2020"), {}, HELD) is None
