"""Views, vintages, claims and the column dictionary: what a reader of figures is told must hold."""

from __future__ import annotations

from collections.abc import Iterator

from assets.catalogue.columns import Column
from assets.catalogue.pack import Pack, Problem, choice_of, quoted
from assets.catalogue.specs import TABLES

# Types that the shape of a reference column may be cast to; a period may be a plain year.
_TYPES: dict[str, tuple[str, ...]] = {
    "date": ("DATE",),
    "integer": ("INTEGER", "BIGINT"),
    "number": ("DOUBLE",),
    "period": ("VARCHAR", "INTEGER", "BIGINT"),
}
# A share is a share of something and a ratio has a second side.
_COMPARING = ("share", "share_combined", "ratio")
_OVER_TIME = ("change", "growth")


def views(pack: Pack) -> Iterator[Problem]:
    """A basis view names its bases; one view, and only one, is the latest."""
    table = pack.tables["views"]
    latest: list[int] = []
    for line, row in table.numbered():
        if row["kind"] == "latest":
            latest.append(line)
        if row["kind"] == "basis" and not row["basis_ids"]:
            remedy = "name the bases it takes figures from"
            yield table.problem(line, "basis_ids", "an empty cell", remedy)
        elif row["kind"] in ("latest", "first_print") and row["basis_ids"]:
            remedy = f"leave it empty: a view of kind {row['kind']} takes from all"
            yield table.problem(line, "basis_ids", quoted(row["basis_ids"]), remedy)
    if not latest:
        yield table.problem(0, "kind", "no view of kind latest", "add one")
    for line in latest[1:]:
        found = f"'latest' again, first on line {latest[0]}"
        yield table.problem(line, "kind", found, "keep one of the two")


def ranks(pack: Pack) -> Iterator[Problem]:
    """Two vintages of one rank would leave the latest figure to chance."""
    table = pack.tables["vintages"]
    first: dict[str, int] = {}
    for line, row in table.numbered():
        if row["rank"] in first:
            found = f"{quoted(row['rank'])} again, first on line {first[row['rank']]}"
            yield table.problem(line, "rank", found, "give every vintage its own rank")
        first.setdefault(row["rank"], line)


def periods_in_order(pack: Pack) -> Iterator[Problem]:
    """First periods do not come after last ones."""
    for name, start, end in (
        ("vintages", "first_print_from", "first_print_to"),
        ("claims", "period_start", "period_end"),
    ):
        table = pack.tables[name]
        for line, row in table.numbered():
            if row[start] and row[end] and row[start][:4] > row[end][:4]:
                found = f"{quoted(row[end])}, before {start} {quoted(row[start])}"
                yield table.problem(line, end, found, "write the later period here")


def claims(pack: Pack) -> Iterator[Problem]:
    """A claim carries what its measure and its tolerance are computed from."""
    table = pack.tables["claims"]
    for line, row in table.numbered():
        missing = []
        if row["measure"] in _COMPARING and not row["reference_id"]:
            missing.append(("reference_id", f"name what the {row['measure']} is taken of"))
        if row["measure"] in _OVER_TIME and not row["period_start"]:
            missing.append(("period_start", f"name the period the {row['measure']} starts from"))
        if row["tolerance_kind"] in ("absolute", "relative") and not row["tolerance"]:
            missing.append(("tolerance", f"write how far off is still right ({row['tolerance_kind']})"))
        for column, remedy in missing:
            yield table.problem(line, column, "an empty cell", remedy)


def column_dictionary(pack: Pack) -> Iterator[Problem]:
    """Each column of the reference tables is described, and typed as its cells are shaped."""
    table = pack.tables["columns"]
    described = {row["column_name"]: (line, row["type"]) for line, row in table.numbered()}
    for name, spec in TABLES.items():
        for column in spec.columns:
            if column.name not in described:
                found = f"no line for {column.name} of {name}.csv"
                yield table.problem(0, "column_name", found, "describe it")
                continue
            line, stated = described[column.name]
            allowed = _types(column)
            if stated in _ALL_TYPES and stated not in allowed:
                found = f"{quoted(stated)} for {column.name}, read from {name}.csv"
                yield table.problem(line, "type", found, choice_of(allowed))


def _types(column: Column) -> tuple[str, ...]:
    if column.choices == ("true", "false"):
        return ("BOOLEAN",)
    return _TYPES.get(column.kind, ("VARCHAR",))


_ALL_TYPES = next(c.choices for c in TABLES["columns"].columns if c.name == "type")
