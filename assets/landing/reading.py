"""Landed answers read again: figures of the accepted ones, the named error of the refused ones.

Reading is repeated at every build from the raw bytes, in the order of their retrieval, so a mended
series.csv or a wider range takes effect on what was landed long ago. No network.
"""

import csv
import importlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assets.landing.errors import LandingError, LandingStoreError, ShapeError
from assets.landing.exchange import Cell, Figure, LiveSeries, values_of
from assets.landing.judging import Limits, judge
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
    # by indicator and vintage, the cells an edition prints; by indicator and cell, when it last came out
    printed_in: dict[tuple[str, str], set[Cell]] = field(default_factory=lambda: defaultdict(set))
    came_out: dict[tuple[str, Cell], date] = field(default_factory=dict)
    # values held by indicator, then by region and period, in our unit; grows as answers are accepted
    held: dict[str, dict[Cell, float]] = field(default_factory=lambda: defaultdict(dict))


def read_facts(reference: Path, snapshots: Path) -> Facts:
    """The facts of a pack; its files were checked when the pack was loaded."""
    indicators = {line["indicator_id"]: line for line in reference_lines(reference, "indicators")}
    accepted: dict[str, set[str]] = defaultdict(set)
    for line in reference_lines(reference, "accepted_answers"):
        accepted[line["sha256"]].add(line["error_name"])
    facts = Facts(
        series=live_series(reference),
        limits={
            indicator_id: Limits(_number(line["plausible_min"]), _number(line["plausible_max"]))
            for indicator_id, line in indicators.items()
        },
        accepted={sha256: frozenset(names) for sha256, names in accepted.items()},
        nations=frozenset(
            line["region_id"] for line in reference_lines(reference, "regions") if line["level"] == "country"
        ),
    )
    _add_embedded(facts, reference, snapshots)
    return facts


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
        # cells somebody accepted to be gone are not missed again
        printed = {cell: part for cell, part in printed.items() if not _was_asked(cell, part, landed)}
        values = values_of(figures, series.unit_factor)
        held.update(values)
        printed |= dict.fromkeys(values, landed.record["part"])


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


def _add_embedded(facts: Facts, reference: Path, snapshots: Path) -> None:
    """The newest edition's value of every cell of the embedded edition, and what each edition prints."""
    series = {(line["collection"], line["series_id"]): line for line in reference_lines(reference, "series")}
    vintages = {line["vintage_id"]: line for line in reference_lines(reference, "vintages")}
    header, lines = read_manifest(snapshots)
    vintage_of = {line[0]: line[header.index("vintage_id")] for line in lines}
    ranks: dict[tuple[str, Cell], int] = {}
    for snapshot_id, collection, series_id, region, _label, period, text, _address in read_figures(snapshots):
        line, vintage = series[collection, series_id], vintages[vintage_of[snapshot_id]]
        indicator_id, cell = line["indicator_id"], (region, period)
        facts.printed_in[indicator_id, vintage["vintage_id"]].add(cell)
        if int(vintage["rank"]) >= ranks.get((indicator_id, cell), -1):
            ranks[indicator_id, cell] = int(vintage["rank"])
            facts.held[indicator_id][cell] = float(text) * float(line["unit_factor"])
            facts.came_out[indicator_id, cell] = _came_out(vintage, int(period))


def _came_out(vintage: dict[str, str], year: int) -> date:
    """The day an edition had printed a year; see core.editions."""
    months = int(vintage["publication_lag_months"] or 0)
    printed = date(year + 1 + months // 12, 1 + months % 12, 1)
    whole = vintage["published_from"]
    return max(printed, date.fromisoformat(whole)) if whole else printed


def reference_lines(reference: Path, name: str) -> list[dict[str, str]]:
    """Lines of a pack's file; none where an optional file is absent."""
    path = reference / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
