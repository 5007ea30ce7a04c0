"""The Python models: measures that are not natural in SQL, each a module of `assets/statistics/models/`.

`<table>.py` makes `metrics.<table>` behind the header a SQL model has, as constants: DESCRIPTION, GRAIN,
DEPS, METHOD and COLUMNS. Its function `rows(inputs)` yields the rows in the order of COLUMNS. Headers are
read without importing the module, so that naming the steps does not load the statistics.
"""

import ast
import importlib
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from assets.models import ROOMS, Model, ModelError, tables_read
from assets.steps import digest_files
from assets.tables import ColumnDefinition, create_from_rows

FOLDER = Path("assets") / "statistics" / "models"
HEADER = {"DESCRIPTION", "GRAIN", "DEPS", "METHOD", "COLUMNS"}


@dataclass(frozen=True)
class PythonModel(Model):
    """A module that makes a table of `metrics`; `columns` are the table's, in order."""

    columns: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The module and what it uses of the statistics, and the way rows become a table."""
        return (*_modules_used(self.path), Path(__file__))

    @property
    def digest(self) -> str:
        """Stable sha256 of the module and of the statistics it uses."""
        return digest_files(_modules_used(self.path))


class Inputs:
    """The tables a Python model reads: only those it declares, and in the end all of them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, model: PythonModel) -> None:
        self._connection = connection
        self._model = model
        self._read: set[str] = set()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Rows of one select over declared tables; ModelError when it reads another."""
        reads, loose = tables_read(query)
        unknown = (reads - set(self._model.deps)) | loose
        if unknown:
            raise ModelError(
                f"{self._model.path.name}: a query reads {sorted(unknown)}, DEPS has not; declare them there"
            )
        self._read |= reads
        return self._connection.execute(query).fetchall()

    def check_all_read(self) -> None:
        """Raise ModelError when a declared table was never read."""
        unread = sorted(set(self._model.deps) - self._read)
        if unread:
            raise ModelError(f"{self._model.path.name}: DEPS has {unread}, no query reads them; remove them")


def read_python_models(root: Path) -> list[PythonModel]:
    """All Python models of the checkout at `root`.

    Raises ModelError for a header that breaks a rule, and for a table that SQL makes too.
    """
    paths = [path for path in sorted((root / FOLDER).glob("*.py")) if path.stem != "__init__"]
    for path in paths:
        if (root / "sql" / "metrics" / f"{path.stem}.sql").exists():
            raise ModelError(
                f"{path.name}: sql/metrics/{path.stem}.sql makes this table too; keep one of them"
            )
    return [read_python_model(path) for path in paths]


def read_python_model(path: Path) -> PythonModel:
    """One module as a model; raises ModelError when its header or its reads are wrong."""
    header = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name in HEADER:
                header[name] = _constant(path, name, node.value)
    if header.keys() != HEADER:
        raise ModelError(
            f"{path.name}: header lacks {sorted(HEADER - header.keys())}; a Python model states"
            " DESCRIPTION, GRAIN, DEPS, METHOD and COLUMNS"
        )
    model = PythonModel(
        room="metrics",
        name=path.stem,
        description=header["DESCRIPTION"],
        grain=tuple(header["GRAIN"]),
        deps=tuple(header["DEPS"]),
        method=header["METHOD"],
        query="",
        path=path,
        columns=tuple(header["COLUMNS"]),
    )
    for read in model.deps:
        if read.split("/")[0] not in ROOMS[model.room]:
            raise ModelError(
                f"{path.name}: {model.room} may read {', '.join(ROOMS[model.room])}, not {read};"
                " read a table of those rooms"
            )
    return model


def create_from_model(
    connection: duckdb.DuckDBPyConnection, model: PythonModel, definitions: dict[str, ColumnDefinition]
) -> None:
    """Create or replace the model's table, typed as columns.csv says.

    Raises ModelError for a number that is none (nan, inf): a measure refuses, it does not guess.
    """
    module = importlib.import_module(f"assets.statistics.models.{model.name}")
    inputs = Inputs(connection, model)
    rows = [[_text(model, cell) for cell in row] for row in module.rows(inputs)]
    inputs.check_all_read()
    create_from_rows(connection, model.key, model.columns, rows, definitions)


def _text(model: PythonModel, cell: object) -> str | None:
    if cell is None:
        return None
    if isinstance(cell, float) and not math.isfinite(cell):
        raise ModelError(f"{model.path.name}: a row holds {cell}; give None and a null_reason instead")
    return str(cell)


def _constant(path: Path, name: str, value: ast.expr) -> Any:
    try:
        return ast.literal_eval(value)
    except ValueError:
        raise ModelError(f"{path.name}: {name} is computed; write it out, it is read, not run") from None


def _modules_used(path: Path) -> tuple[Path, ...]:
    """The module and the modules of `assets.statistics` it imports, directly or through others."""
    root = path.parents[len(FOLDER.parts)]
    found: set[Path] = set()
    waiting = [path]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            names = _statistics_imported(module.read_text(encoding="utf-8"))
            waiting.extend(root / f"{name.replace('.', '/')}.py" for name in names)
    return tuple(sorted(found))


@cache
def _statistics_imported(text: str) -> tuple[str, ...]:
    """Modules of the statistics a module's text imports; kept, as many models share their imports."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) and node.module]
    return tuple(str(node.module) for node in nodes if str(node.module).startswith("assets.statistics."))
