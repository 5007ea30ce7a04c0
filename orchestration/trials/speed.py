"""How fast the measures are, each beside its alternative, in one run and on the same arrays.

    qipan bench measures

Nothing is claimed from a time that was not measured beside its alternative: a line has both times, the
ratio, the largest difference of the two answers, and the target where there is one. Floors (a bare
group-by, a bare sort) have no answer to compare. A peer that is not installed is named as such.
All parties have one thread of linear algebra; DuckDB has its own, as many as it takes.
"""

from collections.abc import Callable, Iterator

from orchestration.trials.speed_comparisons import COMPARISONS
from orchestration.trials.speed_lines import Line, compare
from orchestration.trials.speed_memory import memory_lines
from orchestration.trials.speed_panel import SIZES, speed_panel
from orchestration.trials.speed_sql import sql_lines
from orchestration.trials.speed_start import start_lines

HEADER = (
    f"{'regions':>8} {'measure':<40} {'ours ms':>10} {'alternative':<44} {'its ms':>10}"
    f" {'ratio':>8} {'differ':>8} {'target':>8} met"
)


def run_speed(report: Callable[[str], None], sizes: tuple[int, ...] = SIZES) -> list[Line]:
    """All lines, each reported as it is measured, then the peaks of memory."""
    lines: list[Line] = []
    report(HEADER)
    for line in _lines(sizes):
        report(str(line))
        lines.append(line)
    for text in memory_lines(sizes):
        report(text)
    return lines


def _lines(sizes: tuple[int, ...]) -> Iterator[Line]:
    yield from start_lines()
    for regions in sizes:
        panel = speed_panel(regions)
        yield from sql_lines(panel)
        for comparison in COMPARISONS:
            yield compare(comparison, panel)
