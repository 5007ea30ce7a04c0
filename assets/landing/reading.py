"""Landed answers read again: figures of the accepted ones, the named error of the refused ones.

Reading is repeated at every build from the raw bytes, in the order of their retrieval, so a mended
series.csv or a wider range takes effect on what was landed long ago. No network.
"""

import csv
import importlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from assets.landing.errors import LandingError, LandingStoreError, ShapeError
from assets.landing.exchange import Figure, LiveSeries
from assets.landing.judging import Limits, judge
from assets.landing.misplacing import Cell
from assets.landing.record import LandedAnswer
from assets.landing.store import LandingStore
from assets.sources.embedded_edition import read_figures, read_manifest


@dataclass(frozen=True)
class ReadAnswer:
    """A landed answer with its figures, or with what is wrong with it."""

    landed: LandedAnswer
    figures: tuple[Figure, ...]
    error: LandingError | None = None


@dataclass
class Facts:
    """What judging needs of the reference pack and of the embedded edition."""

    series: dict[tuple[str, str], list[LiveSeries]]
    limits: dict[str, Limits]
    accepted: dict[str, frozenset[str]]
    nations: frozenset[str]
    # values held by indicator, then by region and period, in our unit; grows as answers are accepted
    held: dict[str, dict[Cell, float]] = field(default_factory=lambda: defaultdict(dict))


def read_facts(reference: Path, snapshots: Path) -> Facts:
    """The facts of a pack; its files were checked when the pack was loaded."""
    indicators = {line["indicator_id"]: line for line in reference_lines(reference, "indicators")}
    accepted: dict[str, set[str]] = defaultdict(set)
    for line in reference_lines(reference, "accepted_answers"):
        accepted[line["sha256"]].add(line["error_name"])
    return Facts(
        series=live_series(reference),
        limits={
            indicator_id: Limits(_number(line["plausible_min"]), _number(line["plausible_max"]))
            for indicator_id, line in indicators.items()
        },
        accepted={sha256: frozenset(names) for sha256, names in accepted.items()},
        nations=frozenset(
            line["region_id"] for line in reference_lines(reference, "regions") if line["level"] == "country"
        ),
        held=_embedded_values(reference, snapshots),
    )


def live_series(reference: Path) -> dict[tuple[str, str], list[LiveSeries]]:
    """Lines of live_series.csv joined to series.csv and live_collections.csv, by collection and series."""
    printed = {(line["collection"], line["series_id"]): line for line in reference_lines(reference, "series")}
    collections = {line["collection"]: line for line in reference_lines(reference, "live_collections")}
    members: dict[str, list[str]] = defaultdict(list)
    for line in reference_lines(reference, "membership"):
        members[line["group_id"]].append(line["region_id"])
    found: dict[tuple[str, str], list[LiveSeries]] = defaultdict(list)
    for line in reference_lines(reference, "live_series"):
        key = (line["collection"], line["series_id"])
        collection, series = collections[key[0]], printed[key]
        regions = (line["region_ids"] or collection["region_ids"]).split()
        found[key].append(
            LiveSeries(
                collection=key[0],
                series_id=key[1],
                indicator_id=series["indicator_id"],
                source_module=collection["source_module"],
                catalogue_code=line["catalogue_code"],
                item_code=line["item_code"],
                printed_names=tuple(name.strip() for name in line["printed_name"].split("|") if name.strip()),
                unit_printed=series["unit_printed"],
                unit_factor=float(series["unit_factor"]),
                currency=series["currency"],
                region_codes=tuple(code for name in regions for code in members.get(name, [name])),
                first_year=int(line["first_year"] or collection["first_year"] or 0),
                last_year=int(line["last_year"]) if line["last_year"] else None,
                basis_id=line["basis_id"],
            )
        )
    return found


def read_series(store: LandingStore, key: tuple[str, str], facts: Facts) -> Iterator[ReadAnswer]:
    """Answers of one series that hold figures, oldest first; accepted figures become held ones."""
    lines = facts.series.get(key, [])
    printed: dict[Cell, str] = {}
    for landed in store.answers(*key):
        if not landed.record["holds_figures"]:
            continue
        try:
            series = _line_of(landed, lines)
            read = importlib.import_module(f"assets.sources.{series.source_module}").read
            figures = tuple(read(landed.body(), series, landed.record["context"], landed.answer_id))
            held = facts.held[series.indicator_id]
            judge(
                figures,
                series.unit_factor,
                held,
                facts.limits.get(series.indicator_id, Limits()),
                landed.answer_id,
                printed_before=[cell for cell, part in printed.items() if _was_asked(cell, part, landed)],
                accepted_errors=facts.accepted.get(landed.record["sha256"], frozenset()),
                nations=facts.nations,
            )
        except LandingError as error:
            yield ReadAnswer(landed, (), error)
            continue
        except KeyError as lacking:
            damaged = f"{landed.answer_id}: its record lacks {lacking}; restore the record or remove it"
            yield ReadAnswer(landed, (), LandingStoreError(damaged))
            continue
        yield ReadAnswer(landed, figures)
        for figure in figures:
            if figure.value_text:
                cell = (figure.region_code, figure.period_text)
                held[cell] = float(figure.value_text) * series.unit_factor
                printed[cell] = landed.record["part"]


def _was_asked(cell: Cell, part: str, landed: LandedAnswer) -> bool:
    """Whether a cell printed before belongs to an answer: same part of the question, within its years.

    Days are left out: they come in pages, and a page's days move when one is added.
    """
    years = landed.record["years"]
    if years is None or part != landed.record["part"] or "-" in cell[1]:
        return False
    return bool(years[0] <= int(cell[1][:4]) <= years[1])


def _line_of(landed: LandedAnswer, lines: list[LiveSeries]) -> LiveSeries:
    code = landed.record["context"].get("catalogue_code", "")
    for line in lines:
        if code in ("", line.catalogue_code):
            return line
    raise ShapeError(
        f"{landed.answer_id}: live_series.csv has no line for this series and catalogue '{code}';"
        " the line was removed or changed after the answer came: restore it, or remove the answer"
    )


def _embedded_values(reference: Path, snapshots: Path) -> dict[str, dict[Cell, float]]:
    """The newest edition's value of every cell of the embedded edition, in our units."""
    series = {(line["collection"], line["series_id"]): line for line in reference_lines(reference, "series")}
    ranks = {line["vintage_id"]: int(line["rank"]) for line in reference_lines(reference, "vintages")}
    header, lines = read_manifest(snapshots)
    vintage_of = {line[0]: line[header.index("vintage_id")] for line in lines}
    best: dict[str, dict[Cell, tuple[int, float]]] = defaultdict(dict)
    for snapshot_id, collection, series_id, region, _label, period, text, _address in read_figures(snapshots):
        line = series[collection, series_id]
        rank = ranks[vintage_of[snapshot_id]]
        cells = best[line["indicator_id"]]
        if rank >= cells.get((region, period), (-1, 0.0))[0]:
            cells[region, period] = (rank, float(text) * float(line["unit_factor"]))
    values: dict[str, dict[Cell, float]] = defaultdict(dict)
    for indicator_id, cells in best.items():
        values[indicator_id] = {cell: value for cell, (_rank, value) in cells.items()}
    return values


def reference_lines(reference: Path, name: str) -> list[dict[str, str]]:
    """Lines of a pack's file; none where an optional file is absent."""
    path = reference / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
