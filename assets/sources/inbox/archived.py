"""Archived answers of the old NBS site, put into the inbox as JSON: told apart by their indicator codes."""

from assets.landing.errors import UnitChangedError
from assets.landing.file_errors import UnknownColumnError, UnknownRegionError
from assets.landing.printed import normal_name
from assets.sources import nbs_legacy
from assets.sources.inbox.figures import SeriesFigure
from assets.sources.inbox.mapping import TableMapping
from assets.sources.inbox.regions import RegionNames


def read_archived(body: bytes, file: str, mapping: TableMapping, regions: RegionNames) -> list[SeriesFigure]:
    """Figures of every series of the mapping.

    Raises UnknownColumnError for an indicator the mapping does not name or the answer does not hold,
    UnitChangedError, UnknownRegionError, and the errors of nbs_legacy.
    """
    by_code = {one.item_code: one for one in mapping.series}
    left_out = set(mapping.layout.ignore_columns)
    items = {item.code: item for item in nbs_legacy.items(body, file)}
    for code, one in by_code.items():
        if code not in items:
            raise UnknownColumnError(
                f"{file}: no indicator {code} ({one.series_id}); it holds {', '.join(sorted(items))}"
            )
        if normal_name(items[code].unit) != normal_name(one.unit):
            raise UnitChangedError(
                f"{file}, indicator {code}: found the unit '{items[code].unit}', the mapping says {one.unit};"
                " give a series in another unit an id of its own in series.csv"
            )
    stray = sorted(set(items) - set(by_code) - left_out)
    if stray:
        raise UnknownColumnError(
            f"{file}: indicator {stray[0]} ({items[stray[0]].name}) is in no [[series]] of the mapping;"
            " add one with this item_code, or list the code in ignore_columns"
        )
    found = []
    for item_code, figure in nbs_legacy.read(body, file, is_national=mapping.layout.regions == "100000"):
        if figure.region_code not in regions.by_code:
            raise UnknownRegionError(
                f"{file}, {figure.cell_address}: region {figure.region_code} ({figure.region_label})"
                " is not in regions.csv; add it there"
            )
        if item_code in by_code:
            found.append(SeriesFigure(by_code[item_code].series_id, figure))
    return found
