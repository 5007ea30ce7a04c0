"""Figures of Hong Kong and Macao and annual exchange rates, as the embedded edition prints them.

What the publishers print and the embedded edition does not is worked out from it here, and only here:
mid-year people as the mean of two year-ends, patacas per dollar by the parity of 103 patacas to 100 Hong
Kong dollars. Nothing else is made up.
"""

from decimal import Decimal

from orchestration.replay.figures import EmbeddedFigures

HONG_KONG, MACAO, CHINA = "810000", "820000", "100000"
PATACAS_PER_HONG_KONG_DOLLAR = Decimal("1.03")
History = dict[int, Decimal]


def history(
    figures: EmbeddedFigures, indicator_id: str, region: str, currency: str = "", factor: str = "1"
) -> History:
    """A printed series by year, in our unit times `factor`; empty where none is printed."""
    cells = {year: figures.cell(indicator_id, region, year, currency) for year in figures.years(indicator_id)}
    return {
        int(year): Decimal(cell.text) * cell.unit_factor * Decimal(factor)
        for year, cell in cells.items()
        if cell is not None
    }


def mid_year_population(figures: EmbeddedFigures, region: str, factor: str) -> History:
    """Mean of the year-ends before and after each mid-year, in 10 thousand persons times `factor`."""
    year_ends = history(figures, "population_resident", region, factor=factor)
    return {
        year: (year_ends[year - 1] + count) / 2 for year, count in year_ends.items() if year - 1 in year_ends
    }


def patacas_per_dollar(figures: EmbeddedFigures) -> History:
    """Annual averages of patacas per US dollar."""
    rates = history(figures, "hkd_per_usd", HONG_KONG)
    return {year: rate * PATACAS_PER_HONG_KONG_DOLLAR for year, rate in rates.items()}


def number(value: Decimal) -> int | float:
    """A JSON number without a trailing `.0`."""
    return int(value) if value == value.to_integral_value() else float(value)
