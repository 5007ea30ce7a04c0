"""An explanation as a tree for a terminal: one line per member, files numbered and listed once."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from assets.explaining.explanation import Cell, Explanation
from assets.explaining.nodes import Comparison, Node

# words people look up elsewhere; a row repeats them in three languages
LABELS = ("_zh_hans", "_zh_hant", "_en")


def printed(explanation: Explanation, *, is_long: bool = False) -> str:
    """The whole text; `is_long` spells out every printed figure and every column of the row."""
    files = Files()
    lines = [explanation.address, f"  {explanation.description}", f"  release {explanation.release}"]
    lines += ["", *_headline(explanation), *_row(explanation, is_long)]
    if explanation.method:
        lines += ["", f"method {explanation.method.method_id}", f"  {explanation.method.formula}"]
    if explanation.made_of:
        lines += ["", "made of", *(f"  {address}" for address in explanation.made_of)]
    if explanation.inputs:
        lines += ["", f"inputs: {explanation.inputs}"]
    for part, nodes in explanation.parts.items():
        lines += ["", part, *_branches(nodes, files, is_long, "  ")]
    lines += ["", *_leaves(explanation), *files.listed()]
    return "\n".join(lines)


class Files:
    """Numbers of the files that leaves were printed in, given out in reading order."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._facts: dict[int, list[dict[str, Any]]] = {}

    def cell(self, figure: Node) -> str:
        """Where a figure stands, such as [2!D5]; a star for a table of weak attribution."""
        facts = figure.facts
        if facts["snapshot_id"] not in self._numbers:
            self._numbers[facts["snapshot_id"]] = len(self._numbers) + 1
        number = self._numbers[facts["snapshot_id"]]
        self._facts.setdefault(number, []).append(facts)
        return (
            f"[{number}!{facts['cell_address'].split('!')[-1]}{'*' if facts['is_weakly_attributed'] else ''}]"
        )

    def listed(self) -> Iterator[str]:
        """One paragraph per file: publisher, table, edition, place and sha256."""
        if self._facts:
            yield "files; * weakly attributed"
        for number, figures in self._facts.items():
            facts = figures[0]
            days = sorted({figure["published_on"].isoformat() for figure in figures})
            yield f"  [{number}] {facts['publisher']}: {facts['table_title']}"
            yield (
                f"      {facts['vintage_id']} ({facts['vintage_name'] or 'day of retrieval'}),"
                f" published {' to '.join(dict.fromkeys((days[0], days[-1])))}, in {facts['unit_printed']}"
            )
            yield f"      {facts['snapshot_id']} sha256 {facts['sha256']}"


def number(value: Any) -> str:
    """A value as a person reads it: ten digits that count, thousands apart, - for nothing."""
    if value is None:
        return "-"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value.isoformat() if isinstance(value, date) else str(value)
    return f"{value:,.10g}" if isinstance(value, float) else str(value)


def verdict(comparison: Comparison) -> str:
    """What the comparison of a stored number with its leaves came to."""
    if comparison.is_equal is None:
        return "withheld" if comparison.stored is None else "not worked out again here"
    word = "equal" if comparison.is_equal else "NOT EQUAL"
    return f"{word}: from the leaves {number(comparison.recomputed)}, difference {comparison.difference:.3g}"


def columns_shown(explanation: Explanation, *, is_long: bool = False) -> list[Cell]:
    """Columns worth a line: those with a value that are no labels, unless asked for all."""
    return [
        cell
        for cell in explanation.row
        if is_long or (cell.value is not None and not cell.name.endswith(LABELS))
    ]


def _headline(explanation: Explanation) -> list[str]:
    if not explanation.column:
        return []
    cell = explanation.cell(explanation.column)
    lines = [f"{cell.name} = {_with_unit(cell)}", f"  {cell.meaning}", f"  {cell.meaning_zh}"]
    if cell.name in explanation.figures:
        lines.append(f"  {verdict(explanation.figures[cell.name])}")
    elif isinstance(cell.value, float):
        lines.append("  not worked out again here; the method says how it is made")
    return [*lines, ""]


def _with_unit(cell: Cell) -> str:
    return number(cell.value) + (f" [{cell.unit}]" if cell.unit else "")


def _row(explanation: Explanation, is_long: bool) -> list[str]:
    shown = columns_shown(explanation, is_long=is_long)
    width = max(len(cell.name) for cell in shown)
    lines = ["row"]
    for cell in shown:
        lines.append(f"  {cell.name:<{width}}  {_with_unit(cell)}")
        if cell.name in explanation.figures and explanation.figures[cell.name].is_equal is not None:
            lines[-1] += f"  ({verdict(explanation.figures[cell.name])})"
        if is_long:
            lines += [f"  {'':<{width}}  {meaning}" for meaning in (cell.meaning, cell.meaning_zh) if meaning]
    return lines


def _branches(nodes: tuple[Node, ...], files: Files, is_long: bool, indent: str) -> Iterator[str]:
    for place, node in enumerate(nodes):
        is_last = place == len(nodes) - 1
        yield f"{indent}{'└' if is_last else '├'} {_line(node, files)}"
        below = indent + ("   " if is_last else "│  ")
        if node.kind == "group" or is_long:
            # the line of a figure ends with its address
            if node.address and node.kind != "figure":
                yield f"{below}{node.address}"
            yield from _branches(node.children, files, is_long, below)


def _line(node: Node, files: Files) -> str:
    value = node.recomputed if node.value is None else node.value
    text = f"{node.label} {number(value)} {node.unit}".rstrip()
    if node.kind == "group":
        facts = node.facts
        text += f" = {node.how} ({facts['n_present']} of {facts['n_members']} have a figure)"
        if facts["null_reason"]:
            text += f"; withheld: {facts['null_reason']}"
    elif node.kind == "region":
        text += f" = {_sides(node, files)}" if node.children else " no figure"
    elif node.kind == "figure":
        text = f"{node.label}: '{node.facts['value_text']}' {node.unit} {files.cell(node)} {node.address}"
    return text + ("" if node.comparison.is_equal is not False else f" ({verdict(node.comparison)})")


def _sides(region: Node, files: Files) -> str:
    """The printed figures of a region in one expression."""
    roles = {side.facts["role"]: side for side in region.children}
    if "numerator" in roles:
        scale = "" if region.how.startswith("1 x") else region.how.split(" x ")[0] + " x "
        return f"{scale}{_figures(roles['numerator'], files)} / {_figures(roles['denominator'], files)}"
    text = _figures(roles["value"], files)
    return text + (f", weight {_figures(roles['weight'], files)}" if "weight" in roles else "")


def _figures(side: Node, files: Files) -> str:
    texts = [
        f"{figure.facts['value_text']} {files.cell(figure)}{_conversion(figure)}" for figure in side.children
    ]
    return texts[0] if len(texts) == 1 else f"mean({', '.join(texts)})"


def _conversion(figure: Node) -> str:
    factor = figure.facts["unit_factor"]
    text = "" if factor in (None, 1) else f" x {factor:g}"
    return text + "".join(f" x {number(rate.value)} ({rate.label})" for rate in figure.children)


def _leaves(explanation: Explanation) -> Iterator[str]:
    if not explanation.leaves:
        yield "leaves: no inputs are known for this table; its method and description say how it is made"
        return
    total = sum(line["cells"] for line in explanation.leaves)
    weak = sum(line["weakly_attributed"] for line in explanation.leaves)
    yield f"leaves: {total} printed figures, {weak} weakly attributed"
    for line in explanation.leaves:
        years = (
            f"{line['period_start']}-{line['period_end']}"
            if line["period_end"] > line["period_start"]
            else line["period_start"]
        )
        yield (
            f"  {line['cells']:>5} {line['indicator_id']} {years}, {line['vintage_id']}, published"
            f" {line['published_from']} to {line['published_to']}, {line['publisher'] or line['source_id']}"
        )
