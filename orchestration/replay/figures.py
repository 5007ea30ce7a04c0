"""What the replayed publishers print: figures of the embedded edition, the newest or those of one vintage."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from assets.sources.embedded_edition import read_figures, read_manifest
from assets.steps import Place

NEWEST = "newest"


class UnknownEditionError(Exception):
    """No vintage of the embedded edition has this id."""


class Printed(NamedTuple):
    """A printed cell: its text, the factor from its unit to ours, its currency and its vintage."""

    text: str
    unit_factor: Decimal
    currency: str
    vintage_id: str
    rank: int


class EmbeddedFigures:
    """Printed figures of a checkout by indicator, region and year.

    With an edition other than NEWEST, cells that vintage holds are shown as it has them; all others
    stay the newest, unless a single look-up names an edition of its own. Reading takes about a second, once.
    """

    def __init__(self, place: Place, edition: str = NEWEST) -> None:
        self.place = place
        self._cells = _read_cells(place.reference, place.snapshots)
        self._vintages = {line["vintage_id"] for line in _lines(place.reference / "vintages.csv")}
        self._edition = NEWEST
        self.choose(edition)

    def choose(self, edition: str) -> None:
        """Show another edition from now on; raises UnknownEditionError."""
        if edition not in (NEWEST, *self._vintages):
            known = ", ".join(sorted(self._vintages))
            raise UnknownEditionError(f"no edition '{edition:.40}'; use {NEWEST} or one of {known}")
        self._edition = edition

    def years(self, indicator_id: str) -> list[str]:
        """Years any region has a figure for, in order."""
        return sorted({period for _, period in self._cells[indicator_id]})

    def cell(
        self, indicator_id: str, region: str, year: str, currency: str = "", edition: str | None = None
    ) -> Printed | None:
        """The figure of one cell in one currency; None where nothing is printed."""
        found = [
            printed
            for printed in self._cells[indicator_id].get((region, year), ())
            if printed.currency == currency
        ]
        wanted = edition or self._edition
        chosen = [printed for printed in found if printed.vintage_id == wanted]
        return max(chosen or found, key=lambda printed: printed.rank, default=None)

    def text(
        self,
        indicator_id: str,
        region: str,
        year: str,
        unit_factor: float,
        currency: str = "",
        edition: str | None = None,
    ) -> str:
        """Number text in a publisher's unit, as printed where the units are the same; empty for none."""
        printed = self.cell(indicator_id, region, year, currency, edition)
        if printed is None:
            return ""
        factor = Decimal(str(unit_factor))
        if printed.unit_factor == factor:
            return printed.text
        return format((Decimal(printed.text) * printed.unit_factor / factor).normalize(), "f")


def _read_cells(reference: Path, snapshots: Path) -> dict[str, dict[tuple[str, str], list[Printed]]]:
    series = {(line["collection"], line["series_id"]): line for line in _lines(reference / "series.csv")}
    ranks = {line["vintage_id"]: int(line["rank"]) for line in _lines(reference / "vintages.csv")}
    header, lines = read_manifest(snapshots)
    vintages = {line[0]: line[header.index("vintage_id")] for line in lines}
    cells: dict[str, dict[tuple[str, str], list[Printed]]] = defaultdict(lambda: defaultdict(list))
    for snapshot_id, collection, series_id, region, _label, year, text, _address in read_figures(snapshots):
        line, vintage = series[collection, series_id], vintages[snapshot_id]
        factor = Decimal(line["unit_factor"])
        cells[line["indicator_id"]][region, year].append(
            Printed(text, factor, line["currency"], vintage, ranks[vintage])
        )
    return cells


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
