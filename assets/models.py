"""The SQL models: reading `sql/<room>/<table>.sql`, its TOML header, and the rules between rooms.

A model is one select. The header repeats what the query reads, on purpose: it is for readers, and the
comparison made here keeps it honest. Models written in Python are in `python_models.py`, building tables
from models is in `tables.py`.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import duckdb

# What each room may read. The order is the straight line; nothing looks forward.
ROOMS: dict[str, tuple[str, ...]] = {
    "reference": (),
    "ingest": (),
    "staging": ("ingest", "reference"),
    "core": ("staging", "reference", "core"),
    "metrics": ("core", "metrics"),
    "marts": ("metrics", "core"),
}
SQL_ROOMS = ("staging", "core", "metrics", "marts")
# Tables of SQL rooms that Python makes: the method cards come from the headers themselves.
MADE_BY_PYTHON = {"core/methods"}
REQUIRED_KEYS = {"description", "grain", "deps"}
HEADER = re.compile(r"\A/\*\n(?P<toml>.*?)\n\*/\n(?P<query>.*)\Z", re.DOTALL)


class ModelError(Exception):
    """A SQL model breaks a rule of the house; the message names file, what was found and the remedy."""


@dataclass(frozen=True)
class Model:
    """One file that makes a table of a room: what it reads and the key that identifies a row."""

    room: str
    name: str
    description: str
    grain: tuple[str, ...]
    deps: tuple[str, ...]
    method: str
    query: str
    path: Path
    # a table that holds nothing until a publisher has been asked
    may_be_empty: bool = False

    @property
    def key(self) -> str:
        """`room/name`, the model's one name everywhere."""
        return f"{self.room}/{self.name}"

    @property
    def method_id(self) -> str:
        """Name and version of the method: the table's name and a digest of its file."""
        return f"{self.key}@{self.digest[:8]}"

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that decide what the table holds."""
        return (self.path,)

    @property
    def digest(self) -> str:
        """Stable sha256 of header and query."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


def read_models(sql: Path, in_python: Sequence[Model] = ()) -> list[Model]:
    """All models below `sql` and those `in_python`, in an order in which they can be built.

    Raises ModelError for a bad header, a read the header does not declare, a backward read, a table
    that does not exist, or a circle.
    """
    models = [*(read_model(path) for path in sorted(sql.glob("*/*.sql"))), *in_python]
    by_key = {model.key: model for model in models}
    known = by_key.keys() | MADE_BY_PYTHON
    for model in models:
        for dep in model.deps:
            if dep.split("/")[0] in SQL_ROOMS and dep not in known:
                raise ModelError(f"{_place(model.path)}: reads {dep}, but there is no sql/{dep}.sql")
    graph = {model.key: [dep for dep in model.deps if dep in by_key] for model in models}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise ModelError(f"models read each other in a circle: {' -> '.join(error.args[1])}") from None
    return [by_key[key] for key in order]


def read_model(path: Path) -> Model:
    """One SQL file as a Model; raises ModelError when its header or its reads are wrong."""
    room = path.parent.name
    if room not in SQL_ROOMS:
        raise ModelError(f"{_place(path)}: no such room '{room}'; use one of {', '.join(SQL_ROOMS)}")
    parts = HEADER.match(path.read_text(encoding="utf-8"))
    if parts is None:
        raise ModelError(f"{_place(path)}: must open with /* TOML header */ followed by one select")
    try:
        header = tomllib.loads(parts["toml"])
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"{_place(path)}: header is not TOML: {error}") from None
    _check_header(path, room, header)
    model = Model(
        room=room,
        name=path.stem,
        description=header["description"],
        grain=tuple(header["grain"]),
        deps=tuple(header["deps"]),
        method=header.get("method", ""),
        query=parts["query"],
        path=path,
        may_be_empty=header.get("may_be_empty", False),
    )
    _check_reads(model)
    return model


def tables_read(query: str) -> tuple[set[str], set[str]]:
    """Tables a select reads: (schema-qualified as room/name, unqualified that are no CTE).

    Uses DuckDB's own parser. Raises ModelError when the text is not a single select.
    """
    row = _parser().execute("select json_serialize_sql(?)", [query]).fetchall()[0]
    tree = json.loads(row[0])
    if tree.get("error"):
        raise ModelError(tree.get("error_message", "not a select"))
    if len(tree["statements"]) != 1:
        raise ModelError(f"holds {len(tree['statements'])} statements; keep exactly one select")
    qualified: set[str] = set()
    loose: set[str] = set()
    ctes: set[str] = set()
    _walk(tree, qualified, loose, ctes)
    return qualified, loose - ctes


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """One empty database to parse with; opening one per file would take most of the time."""
    return duckdb.connect()


def _walk(node: object, qualified: set[str], loose: set[str], ctes: set[str]) -> None:
    """Collect base tables and CTE names from DuckDB's JSON syntax tree."""
    if isinstance(node, list):
        for item in node:
            _walk(item, qualified, loose, ctes)
        return
    if not isinstance(node, dict):
        return
    if node.get("type") == "BASE_TABLE":
        schema, table = node.get("schema_name"), node["table_name"]
        (qualified if schema else loose).add(f"{schema}/{table}" if schema else table)
    if "cte_map" in node:
        ctes.update(entry["key"] for entry in node["cte_map"]["map"])
    for child in node.values():
        _walk(child, qualified, loose, ctes)


def _check_header(path: Path, room: str, header: dict) -> None:
    missing = REQUIRED_KEYS - header.keys()
    if room == "metrics" and "method" not in header:
        missing = missing | {"method"}
    unknown = header.keys() - REQUIRED_KEYS - {"method", "may_be_empty"}
    if missing or unknown:
        raise ModelError(
            f"{_place(path)}: header lacks {sorted(missing) or 'nothing'}, has unknown {sorted(unknown)};"
            " it takes description, grain, deps, in metrics method, and may_be_empty where no row is fine"
        )


def _check_reads(model: Model) -> None:
    place = _place(model.path)
    try:
        reads, loose = tables_read(model.query)
    except ModelError as error:
        raise ModelError(f"{place}: {error}") from None
    if loose:
        raise ModelError(f"{place}: {sorted(loose)} name no CTE; write tables as room.table")
    if reads != set(model.deps):
        raise ModelError(
            f"{place}: header deps and query differ: only in header {sorted(set(model.deps) - reads)},"
            f" only in query {sorted(reads - set(model.deps))}; make them equal"
        )
    for read in sorted(reads):
        if read.split("/")[0] not in ROOMS[model.room]:
            raise ModelError(
                f"{place}: {model.room} may read {', '.join(ROOMS[model.room])}, not {read};"
                " move the model or read an earlier room"
            )


def _place(path: Path) -> str:
    return f"{'sql/' if path.suffix == '.sql' else ''}{path.parent.name}/{path.name}"
