"""What a tree is built from, read in a handful of queries after the walk."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from assets.explaining.inputs import walk_query

Row = dict[str, Any]
Key = tuple[Any, ...]
REQUEST = ("scope", "view_id", "membership", "indicator_id", "subject_id", "period", "vintage_id")
CELL = ("view_id", "indicator_id", "region_id", "period", "vintage_id")
SIDE = ("region_id", "side_indicator_id", "side_period", "side_vintage_id")
REQUESTS = "select * from temp.requests order by rowid"
CELLS = """
    select
        cells.*, region_values.value, region_values.basis_text, region_values.has_break,
        regions.region_short_name_en as name_en, regions.region_short_name_zh_hans as name_zh
    from temp.cells
    left join core.region_values
        on cells.vintage_id is null and cells.view_id = region_values.view_id
        and cells.indicator_id = region_values.indicator_id
        and cells.region_id = region_values.region_id and cells.period = region_values.period
    left join core.regions on cells.region_id = regions.region_id
    order by regions.sort_order, cells.region_id
"""
SIDES = """
    select sides.*, viewed_values.value
    from temp.sides
    left join core.viewed_values
        on sides.view_id = viewed_values.view_id and sides.side_indicator_id = viewed_values.indicator_id
        and sides.region_id = viewed_values.region_id and sides.side_period = viewed_values.period
        and sides.side_vintage_id = viewed_values.vintage_id
    order by list_position(['value', 'numerator', 'denominator', 'weight'], sides.role)
"""
GROUPS = """
    select
        requests.scope, requests.membership, group_observations.*, groups.group_short_name_en as name_en,
        groups.group_short_name_zh_hans as name_zh
    from (
        select distinct scope, view_id, membership, indicator_id, subject_id, period
        from temp.requests
        where scope = 'group'
    ) as requests
    inner join core.group_observations
        on requests.view_id = group_observations.view_id
        and requests.membership = group_observations.membership
        and requests.indicator_id = group_observations.indicator_id
        and requests.subject_id = group_observations.group_id
        and requests.period = group_observations.period
    inner join core.groups on group_observations.group_id = groups.group_id
"""
INDICATORS = """
    select
        indicators.indicator_id, definitions.aggregation, definitions.scale, indicators.unit_en as unit,
        indicators.indicator_name_en as name_en, indicators.indicator_name_zh_hans as name_zh
    from core.indicators
    inner join reference.indicators as definitions on indicators.indicator_id = definitions.indicator_id
"""


@dataclass(frozen=True)
class Material:
    """Rows by what they belong to; cells and sides in reading order."""

    requests: list[Row]
    groups: dict[Key, Row]
    cells: dict[Key, list[Row]]
    sides: dict[Key, list[Row]]
    figures: dict[Key, list[Row]]
    indicators: dict[str, Row]


def material(connection: duckdb.DuckDBPyConnection) -> Material:
    """Everything about the rows of the walk that is under way on this connection."""
    return Material(
        requests=rows_of(connection, REQUESTS),
        groups={
            (
                "group",
                *(row[name] for name in ("view_id", "membership", "indicator_id", "group_id", "period")),
            ): row
            for row in rows_of(connection, GROUPS)
        },
        cells=_by(rows_of(connection, CELLS), REQUEST),
        sides=_by(rows_of(connection, SIDES), CELL),
        figures=_by(rows_of(connection, walk_query("figures")), SIDE),
        indicators={row["indicator_id"]: row for row in rows_of(connection, INDICATORS)},
    )


def key_of(row: Row, names: Sequence[str]) -> Key:
    """The values of some columns."""
    return tuple(row[name] for name in names)


def rows_of(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()) -> list[Row]:
    """The rows of a query by column name."""
    found = connection.execute(query, list(values))
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _by(rows: list[Row], names: Sequence[str]) -> dict[Key, list[Row]]:
    gathered: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        gathered[key_of(row, names)].append(row)
    return dict(gathered)
