"""An explanation as a tree for a terminal: one line per member, files numbered and listed once."""

from collections.abc import Iterator
from typing import Any

from assets.explaining.explanation import Cell, Explanation
from assets.explaining.nodes import Node
from assets.explaining.telling import Telling

# words people look up elsewhere; a row repeats them in three languages
LABELS = ("_zh_hans", "_zh_hant", "_en")


def printed(explanation: Explanation, telling: Telling, *, is_long: bool = False) -> str:
    """The whole text; `is_long` spells out every printed figure and every column of the row."""
    said, in_english = telling.said, telling.said("in-english")
    tree = _Tree(telling, is_long)
    lines = [explanation.address, f"  {explanation.description}{in_english}"]
    lines += [f"  {said('release', id=explanation.release)}", ""]
    lines += [*_headline(explanation, telling), *_row(explanation, telling, is_long)]
    if explanation.method:
        formula = f"  {explanation.method.formula}{in_english}"
        lines += ["", f"{said('method')} {explanation.method.method_id}", formula]
    if explanation.made_of:
        lines += ["", said("made-of"), *(f"  {address}" for address in explanation.made_of)]
    if explanation.inputs:
        lines += ["", said("inputs", text=said(explanation.inputs))]
    for part, nodes in explanation.parts.items():
        lines += ["", said(f"part-{part}"), *tree.branches(nodes, "  ")]
    lines += ["", *_leaves(explanation, telling), *tree.files.listed()]
    return "\n".join(lines)


class _Files:
    """Numbers of the files that leaves were printed in, given out in reading order."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
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
        telling = self._telling
        if self._facts:
            yield telling.said("files")
        for number, figures in self._facts.items():
            facts = figures[0]
            days = sorted(figure["published_on"] for figure in figures)
            yield f"  [{number}] {telling.name('source', facts['source_id'])}: {facts['table_title']}"
            yield "      " + telling.said(
                "file-edition",
                edition=telling.identified("vintage", facts["vintage_id"]),
                days=telling.days(days[0], days[-1]),
                unit=telling.unit(facts["unit_printed"] or "-"),
            )
            yield f"      {facts['snapshot_id']} sha256 {facts['sha256']}"


def columns_shown(explanation: Explanation, *, is_long: bool = False) -> list[Cell]:
    """Columns worth a line: those with a value that are no labels, unless asked for all."""
    return [
        cell
        for cell in explanation.row
        if is_long or (cell.value is not None and not cell.name.endswith(LABELS))
    ]


def _headline(explanation: Explanation, telling: Telling) -> list[str]:
    if not explanation.column:
        return []
    cell = explanation.cell(explanation.column)
    lines = [f"{cell.name} = {telling.cell(cell)}", f"  {telling.meaning(cell)}"]
    if cell.name in explanation.figures:
        lines.append(f"  {telling.verdict(explanation.figures[cell.name])}")
    elif isinstance(cell.value, float):
        lines.append(f"  {telling.said('method-says')}")
    return [*lines, ""]


def _row(explanation: Explanation, telling: Telling, is_long: bool) -> list[str]:
    shown = columns_shown(explanation, is_long=is_long)
    width = max(len(cell.name) for cell in shown)
    lines = [telling.said("row")]
    for cell in shown:
        lines.append(f"  {cell.name:<{width}}  {telling.cell(cell)}")
        if cell.name in explanation.figures and explanation.figures[cell.name].is_equal is not None:
            lines[-1] += f"  ({telling.verdict(explanation.figures[cell.name])})"
        if is_long and telling.meaning(cell):
            lines.append(f"  {'':<{width}}  {telling.meaning(cell)}")
    return lines


class _Tree:
    """The lines of a tree; figures are counted into `files` as they are written."""

    def __init__(self, telling: Telling, is_long: bool) -> None:
        self._telling = telling
        self._is_long = is_long
        self.files = _Files(telling)

    def branches(self, nodes: tuple[Node, ...], indent: str) -> Iterator[str]:
        """One line a node, below it what it was made of."""
        for place, node in enumerate(nodes):
            is_last = place == len(nodes) - 1
            yield f"{indent}{'└' if is_last else '├'} {self._line(node)}"
            below = indent + ("   " if is_last else "│  ")
            if node.kind == "group" or self._is_long:
                # the line of a figure ends with its address
                if node.address and node.kind != "figure":
                    yield f"{below}{node.address}"
                yield from self.branches(node.children, below)

    def _line(self, node: Node) -> str:
        telling = self._telling
        value = node.recomputed if node.value is None else node.value
        text = f"{telling.label(node)} {telling.number(value)} {telling.unit(node.unit)}".rstrip()
        if node.kind == "group":
            facts = node.facts
            present = telling.said("present", n=str(facts["n_present"]), of=str(facts["n_members"]))
            text += f" = {telling.how(node)} ({present})"
            if facts["null_reason"]:
                text += f"; {telling.said('withheld')}: {telling.value('null_reason', facts['null_reason'])}"
        elif node.kind == "region":
            text += f" = {self._sides(node)}" if node.children else f" {telling.said('no-figure')}"
        elif node.kind == "figure":
            text = f"{telling.label(node)}: '{node.facts['value_text']}' {telling.unit(node.unit)}"
            text += f" {self.files.cell(node)} {node.address}"
        if node.comparison.is_equal is False:
            text += f" ({telling.verdict(node.comparison)})"
        return text

    def _sides(self, region: Node) -> str:
        """The printed figures of a region in one expression."""
        roles = {side.facts["role"]: side for side in region.children}
        if "numerator" in roles:
            scale = "" if region.facts["scale"] in (None, 1) else f"{region.facts['scale']:,g} x "
            return f"{scale}{self._figures(roles['numerator'])} / {self._figures(roles['denominator'])}"
        text = self._figures(roles["value"])
        weight = f", {self._telling.said('role-weight')} "
        return text + (weight + self._figures(roles["weight"]) if "weight" in roles else "")

    def _figures(self, side: Node) -> str:
        texts = [
            f"{figure.facts['value_text']} {self.files.cell(figure)}{self._conversion(figure)}"
            for figure in side.children
        ]
        return texts[0] if len(texts) == 1 else f"{self._telling.said('mean')}({', '.join(texts)})"

    def _conversion(self, figure: Node) -> str:
        factor = figure.facts["unit_factor"]
        text = "" if factor in (None, 1) else f" x {factor:g}"
        rates = (
            f" x {self._telling.number(rate.value)} ({self._telling.label(rate)})" for rate in figure.children
        )
        return text + "".join(rates)


def _leaves(explanation: Explanation, telling: Telling) -> Iterator[str]:
    if not explanation.leaves:
        yield telling.said("leaves-unknown")
        return
    total = sum(line["cells"] for line in explanation.leaves)
    weak = sum(line["weakly_attributed"] for line in explanation.leaves)
    yield telling.said("leaves", n=str(total), weak=str(weak))
    for line in explanation.leaves:
        yield f"  {line['cells']:>5} " + telling.said(
            "leaf-line",
            indicator=telling.identified("indicator", line["indicator_id"]),
            years=years_of(line),
            edition=telling.identified("vintage", line["vintage_id"]),
            days=telling.days(line["published_from"], line["published_to"]),
            publisher=telling.name("source", line["source_id"]),
        )


def years_of(line: dict[str, Any]) -> str:
    """The year, or the first and the last, of a line of leaves."""
    first, last = line["period_start"], line["period_end"]
    return f"{first}–{last}" if last > first else str(first)
