"""The columns of a row worked out from its parts, by the figures its file of inputs gives."""

import re
from collections.abc import Mapping, Sequence
from math import fsum
from typing import Any

import duckdb

from assets.explaining.inputs import Inputs, InputsError
from assets.explaining.nodes import Comparison, Node, compared

MEMBERS = "struct(region_id varchar, value double, weight double)[]"
WORD = re.compile(r"\w+")
Terms = dict[str, tuple[str, Any]]


def worked_out(
    connection: duckdb.DuckDBPyConnection,
    inputs: Inputs,
    row: Mapping[str, Any],
    parts: Mapping[str, Sequence[Node]],
) -> dict[str, Comparison]:
    """Every figure of the row beside the same one made from the leaves; stored numbers take no part.

    A figure the row withholds, or one whose part has no leaves, stays without comparison. Raises
    InputsError when a figure cannot be evaluated.
    """
    terms = _terms(row, {name: () for name in inputs.optional_parts} | dict(parts))
    found: dict[str, Comparison] = {}
    for column, formula in inputs.figures.items():
        stored = row.get(column)
        if stored is None:
            found[column] = compared(None, None)
            continue
        recomputed = _evaluated(connection, formula, terms)
        size_formula = inputs.compared_with.get(column)
        size = _evaluated(connection, size_formula, terms) if size_formula else None
        found[column] = compared(stored, recomputed, size or 0.0)
        terms[column] = ("double", recomputed)
    return found


def _terms(row: Mapping[str, Any], parts: Mapping[str, Sequence[Node]]) -> Terms:
    """What a figure may name, with types: words and whole numbers of the row, sums and members of parts."""
    terms: Terms = {}
    for name, value in row.items():
        if isinstance(value, str | int):
            terms[name] = ("varchar" if isinstance(value, str) else "bigint", value)
    for part, nodes in parts.items():
        for term, side in (
            (part, "recomputed"),
            (f"{part}_numerator", "numerator"),
            (f"{part}_denominator", "denominator"),
        ):
            values = [getattr(node, side) for node in nodes]
            is_whole = bool(values) and None not in values
            total = (
                fsum(value * node.factor for value, node in zip(values, nodes, strict=True))
                if is_whole
                else None
            )
            terms[term] = ("double", total)
        terms[f"{part}_members"] = (MEMBERS, [member for node in nodes for member in _members(node)])
    return terms


def _members(node: Node) -> list[dict[str, Any]]:
    return [
        {"region_id": child.facts["region_id"], "value": child.recomputed, "weight": child.denominator}
        for child in node.children
        if child.kind == "region" and child.recomputed is not None
    ]


def _evaluated(connection: duckdb.DuckDBPyConnection, formula: str, terms: Terms) -> float | None:
    words = set(WORD.findall(formula))
    used = {name: term for name, term in terms.items() if name in words} or {"nothing": ("double", None)}
    named = ", ".join(f'cast(? as {kind}) as "{name}"' for name, (kind, _) in used.items())
    values = [value for _, value in used.values()]
    query = formula if formula.lstrip().startswith("select") else f"select {formula} from terms"
    try:
        rows = connection.execute(f"with terms as (select {named}) {query}", values).fetchall()
    except duckdb.Error as error:
        raise InputsError(f"the figure '{formula}' cannot be worked out: {error}") from error
    result = rows[0][0]
    return None if result is None else float(result)
