"""What the rows of a table were made of: the files below `inputs/`, and the walk from them to the leaves."""

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from assets.models import HEADER

FOLDER = Path(__file__).parent
REQUESTS = """
    create or replace temp table requests (
        row_id varchar, part varchar, scope varchar, view_id varchar, membership varchar,
        indicator_id varchar, subject_id varchar, period bigint, vintage_id varchar, factor double default 1
    )
"""
# Columns that tell whose figures a row speaks of; sets of groups and spatial rows speak of the nation.
SUBJECTS = {"group_id", "set_id"}
BY_KEYS = "inputs-by-keys"
WALK = ("cells", "sides", "leaves")
TABLES = ("asked", "requests", *WALK)


class InputsError(Exception):
    """A file of inputs cannot be used; the message names it and says what to do."""


@dataclass(frozen=True)
class Table:
    """A table whose rows have addresses: room.name and the columns of its key, in order."""

    room: str
    name: str
    grain: tuple[str, ...]

    @property
    def address(self) -> str:
        """As written in addresses, such as marts.group_gap."""
        return f"{self.room}.{self.name}"

    @property
    def row_id(self) -> str:
        """SQL for the address of a row, equal to assets.wording.figures.row_id."""
        keys = ", ".join(f"cast({name} as varchar)" for name in self.grain)
        return f"concat_ws('/', '{self.address}', {keys})"


@dataclass(frozen=True)
class Inputs:
    """Requests of a table's rows, and the arithmetic that makes its columns from them.

    message        name of the message that says what the inputs are: inputs-marts-group-gap
    query          select over `asked`, the rows with their row_id, that gives columns of `requests`
    figures        column to SQL over the parts: `part`, `part_numerator`, `part_denominator` (sums over the
                   subjects of the part), `part_members` (region_id, value, weight), text and whole numbers
                   of the row, and figures named before; an expression, or a select from `terms`
    compared_with  column to SQL for the size a difference between two numbers is small against
    made_of        tables of metrics whose rows the row was put together from; empty: that of its method
    optional_parts parts a figure names that some rows do not have
    in_unit_of_indicator   columns whose unit is the one the row names
    is_listed      whether members are worth listing one by one; without a file they are only counted
    """

    message: str
    query: str
    figures: dict[str, str] = field(default_factory=dict)
    compared_with: dict[str, str] = field(default_factory=dict)
    made_of: tuple[str, ...] = ()
    optional_parts: tuple[str, ...] = ()
    in_unit_of_indicator: tuple[str, ...] = ()
    is_listed: bool = False


def inputs_of(table: Table, columns: Sequence[str]) -> Inputs | None:
    """What is known about the table: its file, else what its keys say; None where they say nothing.

    A file whose header is only `same_as = "room/name"` takes everything from the file of that table.
    """
    found = _from_file(table.room, table.name)
    if found:
        return found
    query = _by_keys(set(columns))
    return Inputs(BY_KEYS, query) if query else None


@cache
def _from_file(room: str, name: str) -> Inputs | None:
    path = FOLDER / "inputs" / room / f"{name}.sql"
    if not path.is_file():
        return None
    header, query = parsed(path)
    if "same_as" in header:
        return _from_file(*header["same_as"].split("/"))
    return Inputs(
        message=f"inputs-{room}-{name}".replace("_", "-"),
        query=query,
        figures=header.get("figures", {}),
        compared_with=header.get("compared_with", {}),
        made_of=tuple(header.get("made_of", ())),
        optional_parts=tuple(header.get("optional_parts", ())),
        in_unit_of_indicator=tuple(header.get("in_unit_of_indicator", ())),
        is_listed=True,
    )


def parsed(path: Path) -> tuple[dict, str]:
    """Header and query of one of our files; raises InputsError."""
    parts = HEADER.match(path.read_text(encoding="utf-8"))
    if parts is None:
        raise InputsError(f"{path.name}: must open with /* TOML header */ followed by one select")
    try:
        return tomllib.loads(parts["toml"]), parts["query"]
    except tomllib.TOMLDecodeError as error:
        raise InputsError(f"{path.name}: header is not TOML: {error}") from None


def _by_keys(columns: set[str]) -> str:
    """Requests for all figures of the group or region of a row, in all years it speaks of."""
    if not {"view_id", "indicator_id"} <= columns or not columns & SUBJECTS:
        return ""
    first, last = "held.first_period", "held.last_period"
    if "origin_period" in columns:
        last = "asked.origin_period"
    elif {"period_start", "period_end"} <= columns:
        first, last = f"coalesce(asked.period_start, {first})", f"coalesce(asked.period_end, {last})"
    elif "period" in columns:
        first = last = "asked.period"
    group = "nullif(asked.group_id, 'all')" if "group_id" in columns else "null"
    membership = "asked.membership" if "membership" in columns else "null"
    return f"""
        with memberships as (
            select group_id, max(membership) as newest
            from core.group_members
            group by group_id
        ), held as (
            select indicator_id, view_id, min(period) as first_period, max(period) as last_period
            from core.region_values
            group by indicator_id, view_id
        )
        select
            asked.row_id, 'inputs' as part, 'group' as scope, asked.view_id,
            case when groups.group_kind = 'nation' then 'dated'
                else coalesce({membership}, memberships.newest) end as membership,
            asked.indicator_id, groups.group_id as subject_id,
            unnest(range({first}, {last} + 1)) as period,
        from asked
        inner join held using (indicator_id, view_id)
        inner join core.groups
            on groups.group_id = {group} or ({group} is null and groups.group_kind = 'nation')
        inner join memberships on groups.group_id = memberships.group_id
    """


@contextmanager
def walked(
    connection: duckdb.DuckDBPyConnection, table: Table, inputs: Inputs, row_ids: Sequence[str]
) -> Iterator[None]:
    """Within this block the temporary tables asked, requests, cells, sides and leaves belong to the rows."""
    try:
        condition, values = _addressed(table, row_ids)
        connection.execute(
            f"create or replace temp table asked as select {table.row_id} as row_id, *"
            f" from {table.address} where {condition}",
            values,
        )
        connection.execute(REQUESTS)
        connection.execute(f"insert into temp.requests by name {inputs.query}")
        for name in WALK:
            connection.execute(f"create or replace temp table {name} as {parsed(_walk(name))[1]}")
        yield
    finally:
        for name in TABLES:
            connection.execute(f"drop table if exists temp.{name}")


def _addressed(table: Table, row_ids: Sequence[str]) -> tuple[str, list[Any]]:
    """SQL condition and its values for rows by their addresses; one row is found by its keys."""
    if len(row_ids) != 1:
        return "row_id in (select unnest(?))", [list(row_ids)]
    keys = row_ids[0].removeprefix(f"{table.address}/").split("/", len(table.grain) - 1)
    if len(keys) != len(table.grain):
        return "false", []
    return " and ".join(f"cast({name} as varchar) = ?" for name in table.grain), keys


def walk_query(name: str) -> str:
    """One of the queries over the temporary tables of `walked`."""
    return parsed(_walk(name))[1]


def _walk(name: str) -> Path:
    return FOLDER / "walk" / f"{name}.sql"
