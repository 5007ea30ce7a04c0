"""What a landing run shows in the UI: outcomes of its series, revisions, counts. All text is escaped."""

import html
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import dagster

from assets.landing.collecting import SeriesOutcome
from assets.landing.revision import Revised, RevisionReport

# More lines than anybody reads make every page of the run slow.
MOST_LINES = 200
MOST_ERRORS = 12
MOST_REVISED = 20
MOST_GROUPS = 20
OUTCOMES = {
    "landed": "landed",
    "unchanged": "unchanged",
    "no_new_period": "without a new period",
    "asked_today": "asked today already",
    "refused": "refused",
    "not_asked": "not asked",
}


class LandingFailed(dagster.Failure):
    """Some series could not be landed; what did land is kept. Names each error with its sentence."""


def landing_failed(outcomes: Sequence[SeriesOutcome]) -> LandingFailed | None:
    """One error that lists those of all series; None when there is none."""
    failed = [outcome for outcome in outcomes if outcome.error_name]
    refused = [outcome for outcome in failed if outcome.outcome == "refused"]
    if not failed:
        return None
    landed = sum(outcome.outcome == "landed" for outcome in outcomes)
    lines = [f"{outcome.error_name}: {outcome.sentence}" for outcome in refused[:MOST_ERRORS]]
    if len(refused) > MOST_ERRORS:
        lines.append(f"{len(refused) - MOST_ERRORS} more series were refused; all are in the list of series")
    if len(failed) > len(refused):
        lines.append(f"{len(failed) - len(refused)} series were not asked after that")
    lines.append(f"{landed} of {len(outcomes)} series landed; what landed is kept")
    names = sorted({outcome.error_name for outcome in failed})
    return LandingFailed(
        description="\n".join(lines),
        metadata={"errors": ", ".join(names), "series": series_list(failed)},
        allow_retries=False,
    )


def landing_metadata(outcomes: Sequence[SeriesOutcome], requests_made: int, asked_for: str) -> dict[str, Any]:
    """Counts, the newest period, what was revised, and a line per series."""
    counts = Counter(outcome.outcome for outcome in outcomes)
    newest = max((outcome.newest_period for outcome in outcomes), default="")
    reports = [(outcome.series_id, outcome.report) for outcome in outcomes if outcome.report is not None]
    shown: dict[str, Any] = {
        "result": outcome_counts(counts),
        "newest period": newest or "none",
        "asked for": asked_for,
        "requests made": requests_made,
        "series": series_list(outcomes),
    }
    if reports:
        shown |= {
            "cells new": sum(report.n_new for _, report in reports),
            "cells changed": sum(len(report.revised) for _, report in reports),
            "cells unchanged": sum(report.n_same for _, report in reports),
        }
        shown |= _revision_metadata(reports)
    return shown


def outcome_counts(counts: Counter[str]) -> str:
    """`3 landed, 1 refused`: how many series ended how."""
    return ", ".join(f"{counts[name]} {words}" for name, words in OUTCOMES.items() if counts[name])


def series_list(outcomes: Iterable[SeriesOutcome]) -> dagster.MarkdownMetadataValue:
    """A line per series: those that failed first, then those that brought something."""
    order = ("refused", "not_asked", "landed")
    ranks = {name: rank for rank, name in enumerate(order)}
    lines = sorted(outcomes, key=lambda outcome: ranks.get(outcome.outcome, len(order)))
    shown = [
        f"- **{_plain(outcome.series_id)}**"
        f" {_plain(outcome.newest_period)}{': ' if outcome.newest_period else ''}"
        f"{_plain(_what_happened(outcome))}"
        for outcome in lines[:MOST_LINES]
    ]
    if len(lines) > MOST_LINES:
        shown.append(f"- and {len(lines) - MOST_LINES} more")
    return dagster.MetadataValue.md("\n".join(shown))


def _what_happened(outcome: SeriesOutcome) -> str:
    words = OUTCOMES.get(outcome.outcome, outcome.outcome)
    name = f"{outcome.error_name}: " if outcome.outcome == "refused" else ""
    return (
        f"{words}: {name}{outcome.sentence}" if outcome.outcome in ("landed", "refused") else outcome.sentence
    )


def _revision_metadata(reports: Sequence[tuple[str, RevisionReport]]) -> dict[str, Any]:
    cells = [(series, cell) for series, report in reports for cell in report.revised]
    if not cells:
        return {}
    cells.sort(key=lambda item: -abs(item[1].relative or 0))
    groups = sorted(
        ((series, *key, move) for series, report in reports for key, move in report.groups.items()),
        key=lambda item: -abs(item[3]),
    )
    series, largest = cells[0]
    shown: dict[str, Any] = {
        "largest change": f"{series} {largest.region} {largest.period}: {_change(largest)}",
        "revised cells": _table(
            ("series", "region", "period", "was", "is", "change"),
            [
                (
                    name,
                    cell.region,
                    cell.period,
                    f"{cell.was:,.10g}",
                    f"{cell.value:,.10g}",
                    _percent(cell.relative),
                )
                for name, cell in cells[:MOST_REVISED]
            ],
        ),
    }
    if groups:
        shown["groups that move"] = _table(
            ("series", "group", "period", "change"),
            [(name, group, period, f"{move:+.3%}") for name, group, period, move in groups[:MOST_GROUPS]],
        )
    return shown


def _change(cell: Revised) -> str:
    return f"{cell.was:,.10g} -> {cell.value:,.10g} ({_percent(cell.relative)})"


def _percent(change: float | None) -> str:
    return "from zero" if change is None else f"{change:+.2%}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dagster.MarkdownMetadataValue:
    lines = [header, ["---"] * len(header), *([_plain(cell) for cell in row] for row in rows)]
    return dagster.MetadataValue.md("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _plain(text: str) -> str:
    """Text of a publisher inside Markdown: no markup, no link, no line or column of its own."""
    plain = html.escape(" ".join(text.split()), quote=False)
    return "".join(f"\\{sign}" if sign in "\\|`*_[]()#!~" else sign for sign in plain)
