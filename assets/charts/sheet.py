"""A picture laid out by hand: texts, boxes, strokes and marks on one grid of pixels, read from the top."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assets.charts.theme import INK, NO_DATA, PALE, SMALL

Row = dict[str, Any]
Layer = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """A plot whose units are pixels; rows of a layer may carry a `tip`, the text shown under the pointer."""

    width: float
    height: float

    def across(self, field: str = "x") -> Layer:
        """A position from the left."""
        return _position(field, [0, self.width])

    def down(self, field: str = "y") -> Layer:
        """A position from the top."""
        return _position(field, [self.height, 0])

    def boxes(self, rows: Sequence[Row], **mark: Any) -> list[Layer]:
        """Rectangles from x, y to x2, y2 in the `colour` of their row."""
        return [
            _layer(own, {"type": "rect", "color": colour} | mark, self._ends())
            for (colour,), own in _grouped(rows, ("colour",))
        ]

    def strokes(self, rows: Sequence[Row], **mark: Any) -> list[Layer]:
        """Straight lines from x, y to x2, y2 in the `colour` of their row."""
        return [
            _layer(own, {"type": "rule", "color": colour} | mark, self._ends())
            for (colour,), own in _grouped(rows, ("colour",))
        ]

    def marks(self, rows: Sequence[Row], **mark: Any) -> list[Layer]:
        """Points at x, y: `shape`, filled with `fill`, rimmed with `colour`."""
        look = {"type": "point", "opacity": 1, "strokeWidth": 1.4, "size": 46}
        return [
            _layer(own, look | {"shape": shape, "fill": fill, "stroke": colour} | mark, self._at())
            for (shape, fill, colour), own in _grouped(rows, ("shape", "fill", "colour"))
        ]

    def words(self, rows: Sequence[Row]) -> list[Layer]:
        """Texts at x, y, each with its `align`, `size` and `colour`."""
        look = {"type": "text", "baseline": "middle", "lineBreak": "\n", "lineHeight": 12}
        at = self._at() | {"text": {"field": "label"}}
        return [
            _layer(own, look | {"align": align, "fontSize": size, "color": colour}, at)
            for (align, size, colour), own in _grouped(rows, ("align", "size", "colour"))
        ]

    def hatching(self, rows: Sequence[Row], gap: float = 7) -> list[Layer]:
        """Slanted lines over the rectangles from x, y to x2, y2, made where they are drawn, to save room."""
        if not rows:
            return []
        reach, height, width = f"datum.k * {gap}", "(datum.y2 - datum.y)", "(datum.x2 - datum.x)"
        steps = int(max(row["x2"] - row["x"] + row["y2"] - row["y"] for row in rows) / gap) + 1
        start, end = f"max(0, {reach} - {height})", f"min({width}, {reach})"
        lines = [
            {"calculate": f"sequence(1, {steps})", "as": "k"},
            {"flatten": ["k"]},
            {"filter": f"{reach} < {height} + {width}"},
            {"calculate": f"datum.x + {start}", "as": "left"},
            {"calculate": f"datum.y + {reach} - {start}", "as": "low"},
            {"calculate": f"datum.x + {end}", "as": "right"},
            {"calculate": f"datum.y + {reach} - {end}", "as": "high"},
        ]
        ends = {
            "x": self.across("left"), "x2": {"field": "right"},
            "y": self.down("low"), "y2": {"field": "high"},
        }  # fmt: skip
        rule = {"type": "rule", "color": PALE, "strokeWidth": 0.8}
        return [
            _layer(rows, {"type": "rect", "color": NO_DATA}, self._ends()),
            _layer(rows, rule, ends) | {"transform": lines},
        ]

    def _at(self) -> Layer:
        return {"x": self.across(), "y": self.down()}

    def _ends(self) -> Layer:
        return self._at() | {"x2": {"field": "x2"}, "y2": {"field": "y2"}}

    def drawn(self, layers: Sequence[Layer]) -> Layer:
        """The layers, from back to front, as one view."""
        return {"width": self.width, "height": self.height, "layer": list(layers)}


def words(x: float, y: float, label: str, align: str = "left", size: float = SMALL, colour: str = INK) -> Row:
    """One piece of text centred on y; its further lines grow downwards, so it starts higher."""
    up = 6 * label.count("\n")
    return {
        "x": round(x, 1), "y": round(y - up, 1), "label": label, "align": align, "size": size,
        "colour": colour,
    }  # fmt: skip


def _position(field: str, domain: list[float]) -> Layer:
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": domain, "nice": False, "zero": False},
        "axis": None,
    }


def _grouped(rows: Sequence[Row], looks: tuple[str, ...]) -> list[tuple[tuple[Any, ...], list[Row]]]:
    """Rows of one look together and without it: said once for a layer, it need not be in every row."""
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        key = tuple(row[look] for look in looks)
        found.setdefault(key, []).append({name: row[name] for name in row if name not in looks})
    return list(found.items())


def _layer(rows: Sequence[Row], mark: Mapping[str, Any], encoding: Mapping[str, Any]) -> Layer:
    tip = {"tooltip": {"field": "tip", "type": "nominal"}} if "tip" in rows[0] else {}
    return {"data": {"values": list(rows)}, "mark": dict(mark), "encoding": {**encoding, **tip}}
