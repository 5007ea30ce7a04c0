"""Definitions of readings: `readings/<name>.sql`, one select from one mart under a TOML header.

The header says whom the sentence is about, which message words it and which cells of the selected rows
fill it. Rows of one subject are told apart by the column `role`; a variable names the role it is taken from.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assets.models import HEADER, ModelError, tables_read
from assets.wording.figures import KINDS

FOLDER = Path(__file__).parent / "readings"
SUBJECTS = ("group", "region", "indicator", "release")
REQUIRED = {"description", "subject", "mart", "message", "place"}
FILLINGS = ("figures", "names", "words", "lists")
ONLY = "only"
"""Role of the rows of a reading that needs none."""


class ReadingError(Exception):
    """A reading cannot be made; the message names its file, what was found and what to do."""


@dataclass(frozen=True)
class Variable:
    """One variable of a message: the role of its row, its column, and for figures kind and decimals.

    `value` names the selected column that holds a number worked out from `column`. `digits_column` takes
    the decimals from the row; `is_counted` counts the rows of the role (`any` for
    all of them); `may_be_missing` leaves the variable out when the cell is empty.
    """

    column: str = ""
    role: str = ONLY
    kind: str = ""
    value: str = ""
    digits: int = -1
    digits_column: str = ""
    is_counted: bool = False
    may_be_missing: bool = False


@dataclass(frozen=True)
class Filling:
    """What fills one message: figures, names in the language of the sentence, and words that choose."""

    figures: Mapping[str, Variable] = field(default_factory=dict)
    names: Mapping[str, Variable] = field(default_factory=dict)
    words: Mapping[str, Variable] = field(default_factory=dict)


@dataclass(frozen=True)
class ListVariable:
    """A variable that holds several rows of one role, each worded by its own message."""

    role: str
    message: str
    filling: Filling


@dataclass(frozen=True)
class Reading:
    """One sentence about every subject of a kind."""

    name: str
    subject: str
    mart: str
    message: str
    place: int
    filling: Filling
    lists: Mapping[str, ListVariable]
    query: str


def read_definitions(folder: Path = FOLDER) -> list[Reading]:
    """All readings of a folder in the order of their sentences; ReadingError for a wrong file."""
    found = [read_definition(path) for path in sorted(folder.glob("*.sql"))]
    return sorted(found, key=lambda reading: (SUBJECTS.index(reading.subject), reading.place, reading.name))


def read_definition(path: Path) -> Reading:
    """One file as a Reading; raises ReadingError when its header or its select is wrong."""
    parts = HEADER.match(path.read_text(encoding="utf-8"))
    if parts is None:
        raise ReadingError(f"readings/{path.name}: must open with /* TOML header */ followed by one select")
    try:
        header = tomllib.loads(parts["toml"])
    except tomllib.TOMLDecodeError as error:
        raise ReadingError(f"readings/{path.name}: header is not TOML: {error}") from None
    _check_header(path, header)
    _check_select(path, header["mart"], parts["query"])
    lists = {name: _list(path, name, table) for name, table in header.get("lists", {}).items()}
    return Reading(
        path.stem, header["subject"], header["mart"], header["message"], header["place"],
        _filling(path, header), lists, parts["query"],
    )  # fmt: skip


def _check_header(path: Path, header: Mapping[str, Any]) -> None:
    missing, unknown = REQUIRED - header.keys(), header.keys() - REQUIRED - set(FILLINGS)
    if missing or unknown:
        raise ReadingError(
            f"readings/{path.name}: header lacks {sorted(missing) or 'nothing'}, has unknown"
            f" {sorted(unknown)}; it takes {', '.join(sorted(REQUIRED))} and tables {', '.join(FILLINGS)}"
        )
    if header["subject"] not in SUBJECTS:
        raise ReadingError(
            f"readings/{path.name}: subject '{header['subject']}'; use one of {', '.join(SUBJECTS)}"
        )


def _check_select(path: Path, mart: str, query: str) -> None:
    """Rows of several marts have no address in one of them."""
    try:
        reads, loose = tables_read(query)
    except ModelError as error:
        raise ReadingError(f"readings/{path.name}: {error}") from None
    if reads != {mart} or loose:
        raise ReadingError(
            f"readings/{path.name}: reads {', '.join(sorted(reads | loose)) or 'nothing'}; select from"
            f" {mart.replace('/', '.')}, the mart of the header, and nothing else"
        )


def _list(path: Path, name: str, table: Mapping[str, Any]) -> ListVariable:
    if "role" not in table or "message" not in table:
        raise ReadingError(f"readings/{path.name}: list '{name}' needs role and message")
    return ListVariable(table["role"], table["message"], _filling(path, table, table["role"]))


def _filling(path: Path, table: Mapping[str, Any], role: str = ONLY) -> Filling:
    return Filling(
        *(
            {name: _variable(path, name, entry, role) for name, entry in table.get(sort, {}).items()}
            for sort in ("figures", "names", "words")
        )
    )


def _variable(path: Path, name: str, entry: Mapping[str, Any], role: str) -> Variable:
    try:
        variable = Variable(**{"role": role, **entry})
    except TypeError:
        raise ReadingError(
            f"readings/{path.name}: variable '{name}' has {', '.join(entry)}; it takes"
            f" {', '.join(Variable.__dataclass_fields__)}"
        ) from None
    if variable.kind and variable.kind not in KINDS:
        raise ReadingError(f"readings/{path.name}: variable '{name}': '{variable.kind}' is no kind of figure")
    if not variable.column and not variable.is_counted:
        raise ReadingError(f"readings/{path.name}: variable '{name}' names no column")
    return variable
