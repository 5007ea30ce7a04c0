"""What `qipan measure` does: a panel in, every measure that applies out, one line each."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from textwrap import fill
from types import ModuleType

from assets.statistics.headline import headline
from assets.statistics.input_errors import InputShapeError
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.measuring_summary import outcome
from assets.statistics.measuring_tables import Tables, measure_tables
from assets.statistics.measuring_words import counted
from assets.statistics.method_cards import function_of, measured_modules, name_of
from assets.statistics.panel import Panel
from assets.statistics.reading import read_panel

HEADER = ("metric", "key", "value", "weighting", "method", "reason")
WIDTH = 110
# .pop and .sample divide by n and n-1, both unweighted
WEIGHTING = {"u": "unweighted", "pop": "unweighted", "sample": "unweighted", "w": "population"}


def _unwatched(_: str) -> None:
    pass


def families() -> tuple[ModuleType, ...]:
    """Modules of `measured/` that measure a panel, by name."""
    return tuple(module for module in measured_modules() if hasattr(module, "measure"))


def measure_panel(panel: Panel, at: Callable[[str], None] = _unwatched) -> list[Measured | Refused]:
    """Every row of every family, numbers and refusals, in the families' order.

    at  told what comes next, such as "clubs, 3 of 15"
    """
    rows: list[Measured | Refused] = []
    size = f"{counted(len(panel.regions), 'region')} by {counted(len(panel.years), 'year')}"
    for number, family in enumerate(families(), start=1):
        name = family.__name__.rpartition(".")[2].replace("_", " ")
        at(f"{size}: {name}, {number} of {len(families())} families")
        rows += family.measure(panel)
    return rows


def without_names(panel: Panel) -> tuple[Panel, list[str]]:
    """The panel without partitions that have a group for each region, and a line on each of them."""
    names = [name for name, labels in panel.partitions.items() if len(set(labels)) == len(panel.regions) > 1]
    kept = {name: labels for name, labels in panel.partitions.items() if name not in names}
    lines = [
        f"caution: column {name} is left out: it has a text of its own for every region, and groups none"
        for name in names
    ]
    return replace(panel, partitions=kept), lines


def run_measure(
    panel_file: Path | None,
    groups_file: Path | None,
    neighbours_file: Path | None,
    out_file: Path,
    tables: Tables | None = None,
    at: Callable[[str], None] = _unwatched,
) -> str:
    """Measure a panel file, other tables, or both, and write a line per number or refusal.

    Returns a summary to print: what the panel says first, then what was written and what was refused.

    Columns: metric, key, value (as many digits as tell it apart, blank where refused), weighting, method (the
    function whose docstring is the method card) and reason (why there is no number).
    `at` is told what is measured next, for whoever waits.
    Raises a MeasureInputError where a file cannot be used; nothing is written then.
    """
    if panel_file is None and (groups_file or neighbours_file):
        raise InputShapeError(
            f"{groups_file or neighbours_file}: groups and neighbours are those of a panel; give it first"
        )
    inputs = [panel_file, groups_file, neighbours_file, *(tables.files if tables else ())]
    _check_out(out_file, [file for file in inputs if file])
    rows: list[Measured | Refused] = []
    lines: list[str] = []
    if panel_file:
        panel, cautions = without_names(read_panel(panel_file, groups_file, neighbours_file))
        rows += measure_panel(panel, at)
        first, *others = headline(panel)
        lines += [first, *cautions, *others]
    rows += measure_tables(tables) if tables else []
    _write(out_file, rows)
    lines += outcome(rows, out_file)
    return "\n".join(fill(line, WIDTH, subsequent_indent=" " * 8, break_on_hyphens=False) for line in lines)


def _check_out(out_file: Path, inputs: list[Path]) -> None:
    if out_file.is_dir():
        raise InputShapeError(f"{out_file}: found a folder; give --out the name of a file in it")
    if not out_file.parent.is_dir():
        raise InputShapeError(f"{out_file}: found no folder {out_file.parent}; make it, or write elsewhere")
    if out_file.resolve() in [file.resolve() for file in inputs]:
        raise InputShapeError(f"{out_file}: found one of the files to measure there; give --out another name")


def _write(out_file: Path, rows: list[Measured | Refused]) -> None:
    try:
        with out_file.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADER)
            writer.writerows(_lines(rows))
    except OSError as error:
        raise InputShapeError(
            f"{out_file}: cannot be written ({error.strerror}); give --out another name"
        ) from None


def _lines(rows: list[Measured | Refused]) -> Iterable[tuple[str, ...]]:
    for row in rows:
        weighting, method = _marks(row.metric)
        if isinstance(row, Refused):
            yield row.metric, row.key, "", weighting, method, row.reason
        else:
            yield row.metric, row.key, repr(float(row.value)), weighting, method, ""


@cache
def _marks(metric: str) -> tuple[str, str]:
    """Weighting and method of a metric."""
    function = function_of(metric)
    marks = [part for part in metric.split(".") if part in WEIGHTING]
    return WEIGHTING[marks[-1]] if marks else "", name_of(function) if function else ""
