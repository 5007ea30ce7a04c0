"""What `qipan measure` does: a panel in, every measure that applies out, one line each."""

import csv
import inspect
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from numpy import isnan

from assets.statistics.csv_lines import InputShapeError
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.measuring_tables import Tables, measure_tables
from assets.statistics.panel import Panel
from assets.statistics.reading import read_panel

MEASURED = Path(__file__).parent / "measured"
HEADER = ("metric", "key", "value", "weighting", "method", "reason")
# a summary is read on a screen; the file has every reason
SHOWN_REASONS = 8
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")
# .pop and .sample divide by n and n-1, both unweighted
WEIGHTING = {"u": "unweighted", "pop": "unweighted", "sample": "unweighted", "w": "population"}


class UnknownMetricError(Exception):
    """No measure has this name; the message lists the nearest."""


@cache
def _modules() -> tuple[ModuleType, ...]:
    """Modules of `measured/`, by name."""
    names = sorted(path.stem for path in MEASURED.glob("*.py"))
    return tuple(import_module(f"assets.statistics.measured.{name}") for name in names)


def families() -> tuple[ModuleType, ...]:
    """Modules of `measured/` that measure a panel, by name."""
    return tuple(module for module in _modules() if hasattr(module, "measure"))


def measure_panel(panel: Panel) -> list[Measured | Refused]:
    """Every row of every family, numbers and refusals, in the families' order."""
    return [row for family in families() for row in family.measure(panel)]


def run_measure(
    panel_file: Path | None,
    groups_file: Path | None,
    neighbours_file: Path | None,
    out_file: Path,
    tables: Tables | None = None,
) -> str:
    """Measure a panel file, other tables, or both, and write a line per number or refusal.

    Returns a summary to print.

    Columns: metric, key, value (17 significant digits, blank where refused), weighting, method (the
    function whose docstring is the method card) and reason (why there is no number).
    Raises a MeasureInputError where a file cannot be used; nothing is written then.
    """
    if not out_file.parent.is_dir():
        raise InputShapeError(f"{out_file}: found no folder {out_file.parent}; make it, or write elsewhere")
    panel = read_panel(panel_file, groups_file, neighbours_file) if panel_file else None
    rows = measure_panel(panel) if panel else []
    rows += measure_tables(tables) if tables else []
    with out_file.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(_cells(row) for row in rows)
    return _summary(panel, rows, out_file)


def explain(metric: str) -> str:
    """The method card of a metric: its function and that function's docstring.

    Raises UnknownMetricError for a name no family explains.
    """
    function = _function(metric)
    if function is None:
        known = sorted(_explained())
        near = [name for name in known if metric.split(".")[0] in name] or known
        raise UnknownMetricError(f"no metric '{metric}'; there are {', '.join(near)}")
    return f"{metric}: {_name(function)}\n\n{inspect.getdoc(function)}"


@cache
def _explained() -> dict[str, object]:
    return {
        metric: function
        for module in _modules()
        for metric, function in getattr(module, "EXPLAINED", {}).items()
    }


@cache
def _function(metric: str) -> object | None:
    """The function of the longest explained name the metric opens with."""
    parts = metric.split(".")
    for count in range(len(parts), 0, -1):
        function = _explained().get(".".join(parts[:count]))
        if function:
            return function
    return None


def _name(function: object) -> str:
    # a property explains itself like the function it is made of
    function = getattr(function, "fget", getattr(function, "func", function))
    module, name = getattr(function, "__module__", ""), getattr(function, "__qualname__", "")
    return f"{module.removeprefix('assets.statistics.')}.{name}"


def _cells(row: Measured | Refused) -> tuple[str, ...]:
    function = _function(row.metric)
    method = _name(function) if function else ""
    marks = [part for part in row.metric.split(".") if part in WEIGHTING]
    weighting = WEIGHTING[marks[-1]] if marks else ""
    if isinstance(row, Refused):
        return row.metric, row.key, "", weighting, method, row.reason
    return row.metric, row.key, repr(float(row.value)), weighting, method, ""


def _about(panel: Panel) -> list[str]:
    weights = "population weights from pop" if panel.weights is not None else "no weights: no column pop"
    pairs = 0 if panel.neighbours is None else int(panel.neighbours.sum()) // 2
    return [
        f"{len(panel.regions)} regions, {len(panel.years)} years, {int(isnan(panel.values).sum())} missing"
        f" values; {weights}",
        f"{len(panel.partitions)} partitions, {len(panel.zones)} zones, {pairs} pairs of neighbours",
    ]


def _summary(panel: Panel | None, rows: list[Measured | Refused], out_file: Path) -> str:
    reasons: dict[str, list[str]] = {}
    examples: dict[str, str] = {}
    for row in rows:
        if isinstance(row, Refused):
            # one reason with many figures in it is one reason
            reason = NUMBER.sub("#", row.reason)
            reasons.setdefault(reason, []).append(row.metric)
            examples.setdefault(reason, f"{row.reason} ({row.key})" if row.key else row.reason)
    refused = sum(map(len, reasons.values()))
    parts = [
        *(_about(panel) if panel else ()),
        f"{len(rows) - refused} numbers of {len({row.metric for row in rows})} metrics, {refused} refused,"
        f" in {out_file.name}",
    ]
    for reason, metrics in list(reasons.items())[:SHOWN_REASONS]:
        names = sorted(set(metrics))
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        parts.append(f"refused {len(metrics)}: {', '.join(names[:3])}{more}: {examples[reason]}")
    if len(reasons) > SHOWN_REASONS:
        parts.append(f"{len(reasons) - SHOWN_REASONS} other reasons: see the column reason")
    return "\n".join(parts)
