"""Every indicator can be added up as its line says, and its plausible values are a real range."""

from __future__ import annotations

from collections.abc import Iterator

from assets.catalogue.columns import number
from assets.catalogue.membership_checks import by_id
from assets.catalogue.pack import Pack, Problem, Row, Table, quoted

# What each way of adding up regions needs; any other of these columns stays empty.
NEEDS: dict[str, tuple[str, ...]] = {
    "sum": (),
    "weighted_mean": ("weight_indicator_id",),
    "ratio": ("numerator_indicator_id", "denominator_indicator_id", "ratio_rule", "scale"),
    "period_average": ("numerator_indicator_id",),
    "chain_index": ("weight_indicator_id",),
    "none": (),
}
_PARTS = tuple(dict.fromkeys(column for columns in NEEDS.values() for column in columns))
_INPUTS = tuple(column for column in _PARTS if column.endswith("_indicator_id"))
ADDITIVE = ("sum", "period_average")


def aggregation_parts(pack: Pack) -> Iterator[Problem]:
    """An indicator names what its aggregation needs, and nothing it would ignore."""
    table = pack.tables["indicators"]
    for line, row in table.numbered():
        needs = NEEDS.get(row["aggregation"])
        if needs is None:
            continue
        for column in _PARTS:
            if column in needs and not row[column]:
                remedy = f"fill it in: {row['aggregation']} needs {' and '.join(needs)}"
                yield table.problem(line, column, "an empty cell", remedy)
            elif column not in needs and row[column]:
                remedy = f"leave it empty: {row['aggregation']} does not use it"
                yield table.problem(line, column, quoted(row[column]), remedy)
        if row["aggregation"] != "none" and not row["min_coverage"]:
            remedy = "write the share of weight a group value needs, above 0 and up to 1"
            yield table.problem(line, "min_coverage", "an empty cell", remedy)
        if row["aggregation"] in ADDITIVE and row["is_compared"] == "true":
            found = f"'true' with aggregation {row['aggregation']}"
            remedy = "use false: gaps between sums only say which region is large"
            yield table.problem(line, "is_compared", found, remedy)


def aggregation_inputs(pack: Pack) -> Iterator[Problem]:
    """What is summed or weighs must itself add up over regions."""
    table, indicators = pack.tables["indicators"], by_id(pack, "indicators", "indicator_id")
    for line, row in table.numbered():
        for column in _INPUTS:
            used = indicators.get(row[column])
            if used is not None and _is_count_of_a_sample(row, used):
                continue
            if used is not None and used["aggregation"] not in (*ADDITIVE, ""):
                found = f"{quoted(row[column])}, whose aggregation is {used['aggregation']}"
                remedy = f"name an indicator whose aggregation is {' or '.join(ADDITIVE)}"
                yield table.problem(line, column, found, remedy)
        source = indicators.get(row["numerator_indicator_id"])
        if row["aggregation"] == "period_average" and source is not None:
            yield from _period_average(table, line, row, source)


def _is_count_of_a_sample(row: Row, used: Row) -> bool:
    """A count too small a part of the whole to be added up may still be a side of a ratio."""
    return row["aggregation"] == "ratio" and used["aggregation"] == "none" and used["kind"] != "rate"


def _period_average(table: Table, line: int, row: Row, source: Row) -> Iterator[Problem]:
    """A mean of two year-ends has the unit of the year-ends, which are a stock."""
    if row["unit_id"] != source["unit_id"]:
        found = f"{quoted(row['unit_id'])}, averaged from {source['unit_id']}"
        yield table.problem(line, "unit_id", found, f"use {source['unit_id']}")
    if source["kind"] != "stock":
        found = f"{quoted(source['indicator_id'])}, whose kind is {source['kind']}"
        remedy = "name a stock: only that has a year-end"
        yield table.problem(line, "numerator_indicator_id", found, remedy)


def aggregation_loops(pack: Pack) -> Iterator[Problem]:
    """No indicator is made from itself, at whatever remove."""
    table, indicators = pack.tables["indicators"], by_id(pack, "indicators", "indicator_id")
    for line, row in table.numbered():
        path = _path_back(row["indicator_id"], indicators)
        if path:
            found = f"the loop {' > '.join(path)}"
            remedy = "make it from indicators that do not need it"
            yield table.problem(line, "indicator_id", found, remedy)


def _path_back(start: str, indicators: dict[str, Row]) -> list[str]:
    """Find a way from an indicator through its inputs back to it; empty if there is none."""
    seen: set[str] = set()
    paths = [[start]]
    while paths:
        path = paths.pop()
        for column in _INPUTS:
            used = indicators[path[-1]][column]
            if used == start:
                return [*path, start]
            if used in indicators and used not in seen:
                seen.add(used)
                paths.append([*path, used])
    return []


def number_ranges(pack: Pack) -> Iterator[Problem]:
    """Plausible ranges run from low to high, coverage lies above 0 and up to 1, factors are positive."""
    table = pack.tables["indicators"]
    for line, row in table.numbered():
        low, high = number(row["plausible_min"]), number(row["plausible_max"])
        if low is not None and high is not None and low >= high:
            found = f"{quoted(row['plausible_max'])}, not above plausible_min {low:g}"
            yield table.problem(line, "plausible_max", found, "write the larger bound here")
        coverage = number(row["min_coverage"])
        if coverage is not None and not 0 < coverage <= 1:
            remedy = "write a share above 0 and up to 1"
            yield table.problem(line, "min_coverage", quoted(row["min_coverage"]), remedy)
    for name, column in (
        ("indicators", "scale"),
        ("indicators", "max_yearly_jump"),
        ("series", "unit_factor"),
        ("claims", "scale"),
    ):
        for line, row in pack.tables[name].numbered():
            value = number(row[column])
            if value is not None and value <= 0:
                remedy = "write a number above 0"
                yield pack.tables[name].problem(line, column, quoted(row[column]), remedy)
