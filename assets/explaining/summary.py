"""Inputs of many rows at once, counted instead of listed: for pages with a number on every line."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from assets.explaining.inputs import Inputs, Table, inputs_of, walk_query, walked
from assets.explaining.material import rows_of
from assets.models import read_model

SQL = Path(__file__).parents[2] / "sql"
# of a table whose keys say nothing about inputs
NOTHING = Inputs("", "select row_id, 'inputs' as part from asked where false")


def input_summary(
    connection: duckdb.DuckDBPyConnection, mart: str, row_ids: Sequence[str]
) -> Mapping[str, dict[str, Any]]:
    """What the asked rows of a mart (`marts/group_gap` or `marts.group_gap`) were made of, by row id.

    {"method": method id or None, "view": view id or None, "inputs": [{"indicator": id, "cells": number of
    printed figures, "vintages": [{"vintage": id, "published_from": day, "published_to": day, "sources":
    [source ids]}]}]}; days as ISO 8601, everything sorted by id. One walk for all rows: ask once for
    a mart, not once for a page. Row ids that lead to no row are left out; a row without known inputs has
    none. Works on the warehouse under construction as on the published one; needs no catalog.
    """
    room, name = mart.replace(".", "/").split("/")
    table = Table(room, name, read_model(SQL / room / f"{name}.sql").grain)
    columns = [
        column
        for (column,) in connection.execute(
            "select column_name from duckdb_columns() where schema_name = ? and table_name = ?",
            [room, name],
        ).fetchall()
    ]
    inputs = inputs_of(table, columns) or NOTHING
    method, view = (name if name in columns else "null" for name in ("method_id", "view_id"))
    with walked(connection, table, inputs, row_ids):
        rows = connection.execute(
            f"select row_id, {method}, {view} from temp.asked order by row_id"
        ).fetchall()
        found = rows_of(connection, walk_query("of_rows"))
    summaries: dict[str, dict[str, Any]] = {
        row_id: {"method": method_id, "view": view_id, "inputs": []} for row_id, method_id, view_id in rows
    }
    for line in found:
        listed = summaries[line["row_id"]]["inputs"]
        if not listed or listed[-1]["indicator"] != line["indicator_id"]:
            listed.append({"indicator": line["indicator_id"], "cells": 0, "vintages": []})
        listed[-1]["cells"] += line["cells"]
        listed[-1]["vintages"].append(
            {
                "vintage": line["vintage_id"],
                "published_from": line["published_from"].isoformat(),
                "published_to": line["published_to"].isoformat(),
                "sources": line["source_ids"],
            }
        )
    return summaries
