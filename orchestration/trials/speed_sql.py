"""The warehouse's dispersion measures beside the bare group-by of the same table, and beside pandas."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import duckdb
import numpy as np
from numpy import ndarray

from assets.models import read_model
from orchestration.trials.speed_lines import Line, difference, timed_in_turn
from orchestration.trials.speed_panel import SpeedPanel

SQL = Path(__file__).resolve().parents[2] / "sql"
SIGMA_AND_THEIL = (
    "core/member_moments",
    "metrics/coefficient_of_variation",
    "metrics/sd_log",
    "metrics/theil_t",
    "metrics/theil_l",
)
DISPERSION = (*SIGMA_AND_THEIL, "metrics/gini")
FLOOR = (
    "create or replace table floor as select view_id, membership, indicator_id, group_id, period,"
    " avg(value) as value from core.member_values group by all"
)
# a group-by of five columns of which one differs is what the measures cannot do without
ABOVE_FLOOR = 1 / 2.5


def sql_lines(panel: SpeedPanel) -> Iterator[Line]:
    """The family as one against the floor, then each measure against pandas."""
    with duckdb.connect() as connection:
        load(connection, panel)
        for words, keys, target in (
            ("SQL: CV, sd of logs, Theil T and L", SIGMA_AND_THEIL, ABOVE_FLOOR),
            ("SQL: the four and the Gini", DISPERSION, None),
        ):
            ours, _, floor, _ = timed_in_turn(
                partial(make, connection, keys), partial(connection.execute, FLOOR)
            )
            target = target if panel.regions >= 100_000 else None
            yield Line(panel.regions, words, ours, "DuckDB: group by with avg alone", floor, target=target)
        for measure, by_hand in PANDAS.items():
            yield _beside_pandas(connection, panel, measure, by_hand)


def _beside_pandas(
    connection: duckdb.DuckDBPyConnection,
    panel: SpeedPanel,
    measure: str,
    by_hand: Callable[[ndarray, ndarray], float],
) -> Line:
    """One measure, weighted and not, against pandas, weighted only."""

    def pandas_way() -> ndarray:
        grouped = panel.frame.groupby("year")[["y", "pop"]]
        return grouped.apply(lambda year: by_hand(year["y"].to_numpy(), year["pop"].to_numpy())).to_numpy()

    moments = () if measure == "gini" else ("core/member_moments",)
    keys = (*moments, f"metrics/{measure}")
    ours, _, theirs, answer = timed_in_turn(lambda: make(connection, keys), pandas_way)
    query = f"select value from metrics.{measure} where weighting = 'weighted' order by period"
    found = [value for (value,) in connection.execute(query).fetchall()]
    return Line(
        panel.regions, f"SQL: {measure}", ours, "pandas: groupby.apply", theirs, difference(found, answer)
    )


def make(connection: duckdb.DuckDBPyConnection, keys: tuple[str, ...]) -> None:
    """Make the tables of these models anew."""
    for key in keys:
        query = read_model(SQL / f"{key}.sql").query
        connection.execute(f"create or replace table {key.replace('/', '.')} as {query}")


def load(connection: duckdb.DuckDBPyConnection, panel: SpeedPanel) -> None:
    """The panel as the table core.member_values."""
    connection.execute("set enable_progress_bar = false; create schema core; create schema metrics")
    connection.register("panel", panel.frame)
    connection.execute(
        "create table core.member_values as select 'latest' as view_id, 'dated' as membership,"
        " 'y' as indicator_id, 'all' as group_id, year as period, region as region_id, y as value,"
        " pop as weight from panel"
    )


def _shares(weight: ndarray) -> ndarray:
    return weight / weight.sum()


def _cv(y: ndarray, weight: ndarray) -> float:
    p = _shares(weight)
    mean = (p * y).sum()
    return float(np.sqrt((p * (y - mean) ** 2).sum()) / mean)


def _sd_log(y: ndarray, weight: ndarray) -> float:
    p, logs = _shares(weight), np.log(y)
    return float(np.sqrt((p * (logs - (p * logs).sum()) ** 2).sum()))


def _theil_t(y: ndarray, weight: ndarray) -> float:
    p = _shares(weight)
    relative = y / (p * y).sum()
    return float((p * relative * np.log(relative)).sum())


def _theil_l(y: ndarray, weight: ndarray) -> float:
    p = _shares(weight)
    return float((p * np.log((p * y).sum() / y)).sum())


def _gini(y: ndarray, weight: ndarray) -> float:
    order = np.argsort(y)
    p, y = _shares(weight)[order], y[order]
    lorenz = np.cumsum(p * y) / (p * y).sum()
    return float(1 - (p * (lorenz + np.concatenate([[0], lorenz[:-1]]))).sum())


PANDAS: dict[str, Callable[[ndarray, ndarray], float]] = {
    "coefficient_of_variation": _cv,
    "sd_log": _sd_log,
    "theil_t": _theil_t,
    "theil_l": _theil_l,
    "gini": _gini,
}
