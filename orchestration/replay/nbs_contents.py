"""What the replayed NBS data service holds: catalogues of indicators, their newest periods, their values."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from assets.landing.exchange import LiveSeries
from assets.landing.reading import live_series
from assets.sources.nbs_protocol import HOST, ROOTS, code_of
from assets.sources.nbs_regions import NAMES
from orchestration.replay.figures import EmbeddedFigures

# The fourth quarter cumulated from January is the year, in the edition that came out with it.
YEAR_TO_DATE = {
    "gdp_nominal_year_to_date": "gdp_nominal",
    "gdp_index_year_to_date": "gdp_index_prev_year_100",
    "disposable_income_per_capita_all_year_to_date": "disposable_income_per_capita_all",
    "disposable_income_per_capita_rural_year_to_date": "disposable_income_per_capita_rural",
}


@dataclass(frozen=True)
class Item:
    """One indicator of a catalogue."""

    series: LiveSeries

    @property
    def item_id(self) -> str:
        """The service's id where it is known, else one made from catalogue and name."""
        name = f"https://{HOST}/{self.series.catalogue_code}/{self.series.printed_names[0]}"
        return self.series.item_code or uuid5(NAMESPACE_URL, name).hex

    @property
    def is_index(self) -> bool:
        """Indices print their base in the name and % as their unit."""
        return self.series.unit_printed.endswith("=100")

    @property
    def fields(self) -> dict[str, Any]:
        """What the service says of an indicator wherever it names it; the stray blanks are its own."""
        name, unit = self.series.printed_names[0], self.series.unit_printed
        shown = f"{name.replace('(', ' (')} " if f"({unit})" in name else f"{name} ({unit}) "
        return {
            "_id": self.item_id,
            "i_showname": shown,
            "_name": name,
            "type": "indicator",
            "dp": "1",
            "du": uuid5(NAMESPACE_URL, f"https://{HOST}/unit/{unit}").hex,
            "du_name": "%" if self.is_index else unit,
            "catalogid": self.series.catalogue_code,
        }


class Contents:
    """Catalogues of the live series of a checkout, with figures of its embedded edition."""

    def __init__(self, figures: EmbeddedFigures) -> None:
        self.figures = figures
        self.catalogues: dict[str, list[Item]] = defaultdict(list)
        for (collection, _), lines in live_series(figures.place.reference).items():
            if collection in ROOTS:
                for line in lines:
                    self.catalogues[line.catalogue_code].append(Item(line))

    @cached_property
    def newest_year(self) -> str:
        """The last year anything is printed for."""
        items = [item for found in self.catalogues.values() for item in found]
        return max(year for item in items for year in self._years(item))

    def item(self, catalogue: str, item_id: str) -> Item | None:
        """An indicator of a catalogue; None where it has none of that id."""
        found = [item for item in self.catalogues.get(catalogue, ()) if item.item_id == item_id]
        return found[0] if found else None

    def newest_period(self, catalogue: str) -> str:
        """The newest period of a catalogue; of one without figures, that of the whole service."""
        items = self.catalogues[catalogue]
        year = max((year for item in items for year in self._years(item)), default=self.newest_year)
        last_years = [item.series.last_year for item in items if item.series.last_year]
        year = min([year, *map(str, last_years)])
        return f"{year}Q4" if ROOTS[items[0].series.collection][1] == "SS" else year

    def regions(self, collection: str) -> list[str]:
        """Regions of a collection, by code."""
        items = [item for found in self.catalogues.values() for item in found]
        codes = [item.series.region_codes for item in items if item.series.collection == collection]
        return sorted({code for found in codes for code in found})

    def block(self, item: Item, period: str, regions: Sequence[str]) -> dict[str, Any]:
        """One period of a matrix: a value for every region, empty where nothing is printed."""
        year, _, quarter = period.partition("Q")
        name = f"{year}年" + (f"第{'一二三四'[int(quarter) - 1]}季度" if quarter else "")
        values = [
            item.fields
            | {
                "value": self._text(item, region, period),
                "da": region.ljust(12, "0"),
                "da_name": NAMES[region],
                "area": NAMES[region],
                "areaCode": region.ljust(12, "0"),
            }
            for region in regions
        ]
        return {"code": code_of(period), "name": name, "values": values}

    def _text(self, item: Item, region: str, period: str) -> str:
        line = item.series
        year, _, quarter = period.partition("Q")
        if quarter not in ("", "4"):
            return ""
        indicator = YEAR_TO_DATE.get(line.indicator_id, line.indicator_id)
        edition = "first_published" if quarter else None
        return self.figures.text(indicator, region, year, line.unit_factor, line.currency, edition)

    def _years(self, item: Item) -> list[str]:
        return self.figures.years(YEAR_TO_DATE.get(item.series.indicator_id, item.series.indicator_id))
