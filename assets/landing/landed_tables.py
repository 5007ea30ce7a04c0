"""Everything landed as rows for room `ingest`: answers with their verdicts, series, figures."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from assets.landing.errors import LandingError
from assets.landing.exchange import Figure, LiveSeries
from assets.landing.inbox_reading import read_files
from assets.landing.reading import Facts, ReadAnswer, read_facts, read_series
from assets.landing.record import LandedAnswer
from assets.landing.store import LandingStore
from assets.sources import inbox

ANSWER_COLUMNS = (
    "answer_id",
    "collection",
    "series_id",
    "retrieved_at",
    "url",
    "question",
    "http_status",
    "n_bytes",
    "sha256",
    "is_accepted",
    "error_name",
    "error_message",
    "n_figures",
    "n_gaps",
)
LANDED_SERIES_COLUMNS = (
    "answer_id",
    "series_id",
    "indicator_id",
    "unit_printed",
    "unit_factor",
    "currency",
    "basis_id",
    "source_id",
    "vintage_id",
    "published_on",
)
LANDED_FIGURE_COLUMNS = (
    "answer_id",
    "series_id",
    "region_code",
    "region_label",
    "period_text",
    "value_text",
    "missing_reason",
    "flag",
    "unit_printed",
    "cell_address",
)


@dataclass(frozen=True)
class LandedRows:
    """Rows of the three tables, as text, in their columns."""

    answers: list[tuple[str, ...]]
    series: list[tuple[str, ...]]
    figures: list[tuple[str, ...]]


def landing_digest(folder: Path) -> str:
    """What the landing folder holds, by the names of its records: they are never changed."""
    answers = folder / "answers"
    names = (
        sorted(str(path.relative_to(folder)) for path in answers.rglob("*.json")) if answers.is_dir() else []
    )
    return "\n".join(names)


@cache
def landed_rows(landing: Path, reference: Path, snapshots: Path, _digest: str) -> LandedRows:
    """Read everything landed, once for each state of the files; `_digest` is what the cache turns on.

    Refused answers are rows of `answers` with the name and words of their error, without figures.
    """
    store = LandingStore(landing)
    facts = read_facts(reference, snapshots)
    rows = LandedRows([], [], [])
    for key in store.series():
        if key[0] == inbox.COLLECTION:
            continue
        for read in read_series(store, key, facts):
            rows.answers.append(_answer_row(read))
            if read.error is None:
                rows.series.append(_series_row(read.landed, facts.series[key][0]))
                rows.figures.extend(_figure_row(read.landed, key[1], figure) for figure in read.figures)
    # last, since files are judged by what the publishers print
    _add_files(rows, store, reference, facts)
    return rows


def _add_files(rows: LandedRows, store: LandingStore, reference: Path, facts: Facts) -> None:
    for read, found in read_files(store, reference, facts):
        rows.answers.append(_answer_row(read))
        answer_id, context = read.landed.answer_id, read.landed.record["context"]
        for series_id, (line, figures) in found.items():
            edition = [context.get(name, "") for name in ("publisher", "vintage_id", "published_on")]
            printed = (answer_id, series_id, line.indicator_id, line.unit_printed, str(line.unit_factor))
            rows.series.append((*printed, line.currency, context.get("basis_id", ""), *edition))
            rows.figures.extend(_figure_row(read.landed, series_id, figure) for figure in figures)


def _figure_row(landed: LandedAnswer, series_id: str, figure: Figure) -> tuple[str, ...]:
    return landed.answer_id, series_id, *figure[:-1], f"{landed.answer_id}!{figure.cell_address}"


def _answer_row(read: ReadAnswer) -> tuple[str, ...]:
    record = read.landed.record
    asked = {name: record[name] for name in ("method", "params", "json_body", "form") if record[name]}
    gaps = sum(not figure.value_text for figure in read.figures)
    return (
        read.landed.answer_id,
        record["collection"],
        record["series_id"],
        read.landed.retrieved_at.replace(tzinfo=None).isoformat(),
        record["url"],
        json.dumps(asked, ensure_ascii=False),
        str(record["status"]),
        str(record["bytes"]),
        record["sha256"],
        str(read.error is None).lower(),
        _name(read.error),
        str(read.error or ""),
        str(len(read.figures) - gaps),
        str(gaps),
    )


def _series_row(landed: LandedAnswer, line: LiveSeries) -> tuple[str, ...]:
    # publisher and vintage follow from the collection and the day of retrieval, in staging, unless the
    # answer itself names the day of its edition
    module = import_module(f"assets.sources.{line.source_module}")
    dated = getattr(module, "published_on", None)
    return (
        landed.answer_id,
        line.series_id,
        line.indicator_id,
        line.unit_printed,
        str(line.unit_factor),
        line.currency,
        line.basis_id,
        "",
        "",
        dated(landed.body(), landed.answer_id) if dated else "",
    )


def _name(error: LandingError | None) -> str:
    return type(error).__name__ if error else ""
