"""Python models on given tables: every table they read must be given, every given table be read."""

import importlib
from collections.abc import Sequence

import duckdb

from assets.python_models import FOLDER, Inputs, read_python_model
from tests.sql.given import ROOT, Given, Row, create_table, rows

GROUPS = rows(
    """
    group_id  group_kind
    nation    nation
    bloc      bloc
    """
)


def rows_of(name: str, given: Given) -> list[Row]:
    """Rows of a Python model as a table would hold them, in the order it yields them."""
    model = read_python_model(ROOT / FOLDER / f"{name}.py")
    module = importlib.import_module(f"assets.statistics.models.{name}")
    with duckdb.connect(config={"enable_external_access": False, "threads": 1}) as connection:
        for key, content in given.items():
            create_table(connection, key, rows(content) if isinstance(content, str) else content)
        inputs = Inputs(connection, model)
        found = [dict(zip(model.columns, row, strict=True)) for row in module.rows(inputs)]
        inputs.check_all_read()
    assert set(given) == set(model.deps), "given and declared tables differ"
    keys = [tuple(row[name] for name in model.grain) for row in found]
    assert len(set(keys)) == len(keys), "a key of the grain stands twice"
    assert all(None not in key for key in keys), "a key of the grain is unknown"
    return found


def panel(
    paths: dict[str, Sequence[float]],
    first: int = 2001,
    group: str = "nation",
    weights: dict[str, float] | None = None,
    breaks: Sequence[int] = (),
    **same: str,
) -> list[Row]:
    """Rows of core/panel_values: a path of values for each region; `breaks` are years that begin anew."""
    return [
        {"view_id": "latest", "indicator_id": "gdp_per_head", "group_id": group}
        | same
        | {
            "period": first + place,
            "region_id": region,
            "membership": "dated",
            "value": float(value),
            "weight": None if weights is None else float(weights[region]),
            "n_breaks": sum(first < year <= first + place for year in breaks),
        }
        for region, path in paths.items()
        for place, value in enumerate(path)
    ]


def gaps(
    path: Sequence[float],
    first: int = 2001,
    group: str = "bloc",
    breaks: Sequence[int] = (),
    membership: str = "dated",
) -> list[Row]:
    """Rows of metrics/gap_to_nation: a path of log gaps of one group."""
    return [
        {
            "view_id": "latest",
            "indicator_id": "gdp_per_head",
            "group_id": group,
            "membership": membership,
            "period": first + place,
            "log_gap": float(gap),
            "has_break": first + place in breaks,
        }
        for place, gap in enumerate(path)
    ]
