"""What only the figures of a whole file show: a cell twice, too few regions, a year that has not been."""

from assets.landing.errors import (
    MissingRegionError,
    RepeatedRegionError,
    StrayPeriodError,
    StrayRegionError,
)
from assets.sources.inbox.figures import SeriesFigure
from assets.sources.inbox.mapping import TableMapping

NATION = "100000"


def check_whole(found: list[SeriesFigure], mapping: TableMapping, file: str) -> None:
    """Raises RepeatedRegionError, MissingRegionError, StrayRegionError or StrayPeriodError."""
    _refuse_repeated(found, file)
    _check_region_count(found, mapping.layout.region_count, file)
    published = mapping.facts.get("published_on", "")[:4]
    for _, figure in found:
        if published and figure.period_text[:4] > published:
            raise StrayPeriodError(
                f"{file}, {figure.cell_address}: year {figure.period_text} in a table published in"
                f" {published}; correct the heading, or published_on in the mapping"
            )


def _refuse_repeated(found: list[SeriesFigure], file: str) -> None:
    """Raise RepeatedRegionError where two sheets of a file hold figures for the same cell."""
    seen: dict[tuple[str, str, str], str] = {}
    for series_id, figure in found:
        key = (series_id, figure.region_code, figure.period_text)
        if key in seen:
            raise RepeatedRegionError(
                f"{file}, {figure.cell_address}: {' '.join(key)} again, first at {seen[key]}; name one sheet"
            )
        seen[key] = figure.cell_address


def _check_region_count(found: list[SeriesFigure], count: str, file: str) -> None:
    """Raise MissingRegionError or StrayRegionError where a series has not as many regions as said."""
    regions: dict[str, set[str]] = {}
    for series_id, figure in found:
        regions.setdefault(series_id, set()).update({figure.region_code} - {NATION})
    for series_id, codes in regions.items():
        if count and len(codes) != int(count):
            error = MissingRegionError if len(codes) < int(count) else StrayRegionError
            raise error(
                f"{file}: {len(codes)} regions of {series_id}, region_count says {count}; look which row is"
                f" missing or too many among {' '.join(sorted(codes)[:40])}"
            )
