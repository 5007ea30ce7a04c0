"""Peak memory of the measures, and what each further value costs, in processes of their own."""

import multiprocessing
import re
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from orchestration.trials.speed_panel import YEARS, SpeedPanel, speed_panel

STATUS = Path("/proc/self/status")


def memory_lines(sizes: tuple[int, ...]) -> Iterator[str]:
    """A line for each task: peak at each size beyond the same process with an empty hand, and its growth."""
    context = multiprocessing.get_context("spawn")
    for words, task in TASKS.items():
        peaks = []
        for regions in sizes:
            with context.Pool(1) as pool:
                before, peak = pool.apply(_peak, (task, regions))
            peaks.append((regions, before, peak))
        (first, _, low), (last, held, high) = peaks[0], peaks[-1]
        told = ", ".join(f"{peak:,.0f} MB at {regions:,}" for regions, _, peak in peaks)
        line = f"peak memory, {words}: {told}; imports and panel hold {held:,.0f} MB of the last"
        if last > first:
            growth = (high - low) * 1e6 / ((last - first) * YEARS)
            line += f"; grows by {growth:,.0f} bytes a value ({growth / 8:.0f} times the value itself)"
        yield line


def _peak(task: Callable[[SpeedPanel], object], regions: int) -> tuple[float, float]:
    """Megabytes at most before and after the task."""
    panel = speed_panel(regions)
    before = _megabytes()
    task(panel)
    return before, _megabytes()


def _megabytes() -> float:
    # what the machine counts for a process started by a large one can include the large one's past
    if STATUS.is_file() and (found := re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text())):
        return int(found[1]) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def _library(panel: SpeedPanel) -> None:
    from assets.statistics.beta_windows import beta_of_all_windows
    from assets.statistics.distribution import classes_by_year, transitions
    from assets.statistics.inequality import gini, theil_t

    for year in range(len(panel.years)):
        gini(panel.values[:, year], panel.weights)
        theil_t(panel.values[:, year], panel.weights)
    transitions(classes_by_year(panel.values, 5), 5)
    beta_of_all_windows(panel.values, panel.years)


def _warehouse(panel: SpeedPanel) -> None:
    from orchestration.trials.speed_sql import DISPERSION, load, make

    with duckdb.connect() as connection:
        load(connection, panel)
        make(connection, DISPERSION)


TASKS: dict[str, Callable[[SpeedPanel], object]] = {
    "library (Gini, Theil T, moves, 780 windows)": _library,
    "SQL (the five measures, in memory, with the table they read)": _warehouse,
}
