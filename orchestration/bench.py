"""Benchmarks against what an analyst would write instead: the same measures with pandas, in one run.

Results are ratios, with the largest difference between the two answers; nothing is claimed from a time
that was not measured beside its alternative.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy
import pandas

from assets.models import read_model

MEASURES = ("coefficient_of_variation", "sd_log", "theil_t", "theil_l", "gini")
SIZES = ((31, 40), (3_000, 40), (30_000, 40))


def run_bench(sql: Path) -> None:
    """Print a line per size and measure: our SQL, pandas, how many times faster, largest difference."""
    print(
        f"{'regions x years':>16} {'measure':<26} {'SQL ms':>9} {'pandas ms':>10} {'ratio':>7} {'differ':>9}"
    )
    for regions, years in SIZES:
        with duckdb.connect() as connection:
            _compare(connection, sql, regions, years)


def _compare(connection: duckdb.DuckDBPyConnection, sql: Path, regions: int, years: int) -> None:
    """One size. Our side makes the weighted and the unweighted measure, pandas the weighted one only."""
    frame = _panel(connection, regions, years)
    size = f"{regions} x {years}"
    shares = _timed(lambda: _create(connection, sql, "core/weighted_members"))[1]
    print(f"{size:>16} {'(shares, once for all)':<26} {shares:9.1f}")
    for measure in MEASURES:
        by_hand = _PANDAS[measure]

        def create(name: str = measure) -> None:
            _create(connection, sql, f"metrics/{name}")

        def apply(function: Callable[..., float] = by_hand) -> pandas.Series:
            grouped = frame.groupby("period")[["value", "weight"]]
            return grouped.apply(lambda year: function(year["value"].to_numpy(), year["weight"].to_numpy()))

        ours = _timed(create)[1]
        answer, theirs = _timed(apply)
        found = connection.execute(
            f"select value from metrics.{measure} where weighting = 'weighted' order by period"
        ).fetchall()
        differ = float(numpy.max(numpy.abs(answer.to_numpy() - numpy.array(found)[:, 0])))
        print(f"{'':>16} {measure:<26} {ours:9.1f} {theirs:10.1f} {theirs / ours:7.2f} {differ:9.1e}")


def _panel(connection: duckdb.DuckDBPyConnection, regions: int, years: int) -> pandas.DataFrame:
    """A seeded panel as the table core.member_values, and the same as a frame."""
    connection.execute("create schema core; create schema metrics")
    connection.execute(
        "create table core.member_values as select 'latest' as view_id, 'dated' as membership,"
        " 'y' as indicator_id, 'all' as group_id, period, region_id,"
        " exp(hash(region_id) % 1000 / 1000 + hash(region_id, period) % 1000 / 5000) as value,"
        " 1 + hash(region_id, 'w') % 1000 / 10 as weight"
        f" from (select unnest(range({regions})) as region_id)"
        f" cross join (select unnest(range({years})) as period)"
    )
    return connection.sql("select period, value, weight from core.member_values").df()


def _create(connection: duckdb.DuckDBPyConnection, sql: Path, key: str) -> None:
    query = read_model(sql / f"{key}.sql").query
    connection.execute(f"create or replace table {key.replace('/', '.')} as {query}")


def _timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What `work` returns and the best of three times in milliseconds."""
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - started)
    return result, best * 1000


def _shares(weight: numpy.ndarray) -> numpy.ndarray:
    return weight / weight.sum()


def _cv(y: numpy.ndarray, weight: numpy.ndarray) -> float:
    p = _shares(weight)
    mean = (p * y).sum()
    return float(numpy.sqrt((p * (y - mean) ** 2).sum()) / mean)


def _sd_log(y: numpy.ndarray, weight: numpy.ndarray) -> float:
    p, logs = _shares(weight), numpy.log(y)
    return float(numpy.sqrt((p * (logs - (p * logs).sum()) ** 2).sum()))


def _theil_t(y: numpy.ndarray, weight: numpy.ndarray) -> float:
    p = _shares(weight)
    relative = y / (p * y).sum()
    return float((p * relative * numpy.log(relative)).sum())


def _theil_l(y: numpy.ndarray, weight: numpy.ndarray) -> float:
    p = _shares(weight)
    return float((p * numpy.log((p * y).sum() / y)).sum())


def _gini(y: numpy.ndarray, weight: numpy.ndarray) -> float:
    order = numpy.argsort(y)
    p, y = _shares(weight)[order], y[order]
    lorenz = numpy.cumsum(p * y) / (p * y).sum()
    return float(1 - (p * (lorenz + numpy.concatenate([[0], lorenz[:-1]]))).sum())


_PANDAS: dict[str, Callable[[numpy.ndarray, numpy.ndarray], float]] = {
    "coefficient_of_variation": _cv,
    "sd_log": _sd_log,
    "theil_t": _theil_t,
    "theil_l": _theil_l,
    "gini": _gini,
}
