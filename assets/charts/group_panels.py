"""Panels of the small multiples of groups: own line in colour, the others of its family behind it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import Spec, arranged
from assets.charts.hatching import hatched
from assets.charts.theme import ACCENT, BLOCS, GREY, INK, NO_DATA, PALE, RULE, SMALL, ZONES, label_colour
from assets.charts.words import heading, percent
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

WIDTH, HEIGHT, COLUMNS = 134, 86, 4
SPACING = (16, 12)
# Programmes have the colour of the bloc they are for.
COLOURS = BLOCS | ZONES | {
    "policy_east_lead": BLOCS["bloc_east"],
    "policy_ne_revival": BLOCS["bloc_northeast"],
    "policy_central_rise": BLOCS["bloc_central"],
    "policy_west_dev": BLOCS["bloc_west"],
}  # fmt: skip


@dataclass(frozen=True)
class Family:
    """Groups of one kind: the name of their data, and how their rows are known."""

    name: str
    group_kind: str
    is_partition: bool = False


# Families under one heading, by the message that is the heading.
BLOCKS = {
    "heading-blocs": (Family("blocs", "bloc", True),),
    "heading-programmes": (Family("programmes", "bloc"),),
    "heading-strategies": (Family("strategies", "major_strategy"), Family("corridors", "corridor")),
}


@dataclass(frozen=True)
class Panels:
    """What all panels share: years, one scale of values, names by id and the language."""

    years: tuple[int, int]
    values: tuple[float, float]
    names: dict[str, str]
    language: str
    chart_id: str

    def word(self, message: str) -> str:
        """A label of the chart in its language."""
        return worded(self.chart_id, message, self.language).text


def comparable(frame: "pl.DataFrame") -> "pl.DataFrame":
    """Rows with a ratio on the basis of the other groups; a mixed basis cannot share their scale."""
    return frame.filter(frame["ratio"].is_not_null() & ~frame["is_mixed_basis"])


def drawn(heading: str, runs: "pl.DataFrame", shared: Panels) -> Spec:
    """The panels under one heading."""
    parts = [
        (family, group, _of(family, runs))
        for family in BLOCKS[heading]
        for group in _order(family, runs, shared)
    ]
    panels = [
        _panel(part, group, family.name, place % COLUMNS == 0, shared)
        for place, (family, group, part) in enumerate(parts)
    ]
    data = {family.name: _rows(part) for family, _, part in parts}
    title = {"text": shared.word(heading), "fontSize": 13, "color": INK, "offset": 12, "frame": "bounds"}
    return arranged(panels, columns=COLUMNS, spacing=SPACING) | {"title": title, "datasets": data}


def _of(family: Family, runs: "pl.DataFrame") -> "pl.DataFrame":
    is_partition = runs["partition_id"].is_not_null() == family.is_partition
    return runs.filter((runs["group_kind"] == family.group_kind) & is_partition)


def _order(family: Family, runs: "pl.DataFrame", shared: Panels) -> list[str]:
    """The highest in the last year first; groups without a comparable figure last."""
    part = _of(family, runs)
    newest = part.filter(part["period"] == shared.years[1])
    order = newest.sort("is_mixed_basis", "ratio", descending=[False, True], nulls_last=True)
    return list(order["group_id"])


def _rows(part: "pl.DataFrame") -> list[dict[str, Any]]:
    """Groups stand as their number in the order of ids: an id in every row would double the data."""
    numbers = {group: number for number, group in enumerate(part["group_id"].unique().sort())}
    return [
        {"g": numbers[row["group_id"]], "t": row["period"], "r": round(row["ratio"], 3), "s": row["segment"]}
        for row in comparable(part).iter_rows(named=True)
    ]


def _panel(part: "pl.DataFrame", group: str, family: str, is_first: bool, shared: Panels) -> Spec:
    """One group: its name and last figure above, lines within runs of one basis, the year it began."""
    own = part.filter(group_id=group)
    began, number = own["began"][0], sorted(set(part["group_id"])).index(group)
    known = comparable(own).sort("period")
    head, ink, side = shared.names[group], GREY, "top"
    if len(known):
        colour = COLOURS.get(group, ACCENT)
        values = {"name": head, "ratio": percent(known["ratio"][-1])}
        head, ink = worded(shared.chart_id, "head", shared.language, values).text, label_colour(colour)
        layers = _figures(known, number, colour, shared)
        near = known.filter(known["period"] >= (began or 0))["ratio"][0]
        side = "bottom" if near > sum(shared.values) / 2 else "top"
    else:
        layers = _withheld("other-basis" if own["ratio"].is_not_null().any() else "withheld", shared)
    if began is not None and began > shared.years[0]:
        start = _start(began, side, shared)
        layers = [*layers, *start] if len(known) else [*layers[:1], *start, *layers[1:]]
    text = {"type": "text", "text": head, "align": "left", "color": ink,
            "fontSize": SMALL + 0.5}  # fmt: skip
    corner = {"x": {"value": 0}, "y": {"value": -9}}
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"name": family},
        "encoding": _positions(is_first, shared),
        "layer": [*layers, {"data": {"values": [{}]}, "mark": text, "encoding": corner}],
    }


def _positions(is_first: bool, shared: Panels) -> Spec:
    """Years and ratios on the one scale; only the first panel of a row writes the values."""
    labels = {"labels": is_first, "format": ".0%", "title": None, "tickCount": 4}
    years = {"format": "d", "values": list(shared.years), "labelFlush": True, "title": None}
    return {
        "x": {"field": "t", "type": "quantitative", "axis": years | {"labelFontSize": SMALL},
              "scale": {"domain": list(shared.years), "nice": False}},
        "y": {"field": "r", "type": "quantitative", "axis": labels | {"labelFontSize": SMALL},
              "scale": {"domain": list(shared.values), "nice": False}},
    }  # fmt: skip


def _figures(known: "pl.DataFrame", number: int, colour: str, shared: Panels) -> list[Spec]:
    """Level of the nation, the rest of the family in grey, the group's own line on top."""
    runs = {"detail": [{"field": "g"}, {"field": "s"}]}
    line = {"type": "line", "strokeJoin": "round"}
    tooltip = [
        {"field": "t", "type": "quantitative", "format": "d", "title": heading("period", shared.language)},
        {"field": "r", "type": "quantitative", "format": ".1%",
         "title": f"{shared.names[known['group_id'][0]]} (n = {known['n_present'][-1]})"},
    ]  # fmt: skip
    return [
        {"mark": {"type": "rule", "color": RULE, "strokeWidth": 0.8},
         "encoding": {"y": {"datum": 1, "type": "quantitative"}, "x": {"value": 0}, "x2": {"value": WIDTH}}},
        {"mark": line | {"color": PALE, "strokeWidth": 0.6},
         "transform": [{"filter": f"datum.g != {number}"}], "encoding": runs},
        {"mark": line | {"color": colour, "strokeWidth": 2.4},
         "transform": [{"filter": f"datum.g == {number}"}], "encoding": runs | {"tooltip": tooltip}},
    ]  # fmt: skip


def _withheld(message: str, shared: Panels) -> list[Spec]:
    """A hatched panel with the reason instead of a line."""
    (first, last), (low, high) = shared.years, shared.values
    across, up = (last - first) / WIDTH, (high - low) / HEIGHT
    lines = [
        {"t": first + line["x"] * across, "t2": first + line["x2"] * across,
         "r": high - line["y"] * up, "r2": high - line["y2"] * up}
        for line in hatched((0, 0, WIDTH, HEIGHT))
    ]  # fmt: skip
    reason = [{"t": (first + last) / 2, "r": (low + high) / 2, "label": shared.word(message)}]
    text = {"type": "text", "fontSize": SMALL, "lineBreak": "|", "lineHeight": 13}
    label = {"text": {"field": "label", "type": "nominal"}}
    # unseen, as wide as the lines of the other panels, so that this one stands below them
    edge = {"type": "rule", "strokeWidth": 2.4, "color": "transparent"}
    return [
        {"data": {"values": lines}, "mark": {"type": "rule", "color": PALE, "strokeWidth": 0.8},
         "encoding": {"x2": {"field": "t2"}, "y2": {"field": "r2"}}},
        {"data": {"values": reason}, "encoding": label,
         "mark": text | {"stroke": "white", "strokeWidth": 6, "strokeJoin": "round", "color": NO_DATA}},
        {"data": {"values": reason}, "encoding": label, "mark": text | {"color": INK}},
        {"data": {"values": [{}]}, "mark": edge,
         "encoding": {"x": {"value": 0}, "y": {"value": 0}, "y2": {"value": HEIGHT}}},
    ]  # fmt: skip


def _start(began: int, side: str, shared: Panels) -> list[Spec]:
    """The year in which the group came into force, written where its own line leaves room."""
    late = began > sum(shared.years) / 2
    data = {"values": [{"t": began, "label": str(began)}]}
    text = {"type": "text", "align": "right" if late else "left", "dx": -3 if late else 3,
            "baseline": side, "fontSize": SMALL - 1}  # fmt: skip
    at = {"value": 2 if side == "top" else HEIGHT - 2}
    label = {"text": {"field": "label", "type": "nominal"}, "y": at}
    return [
        {"data": data, "encoding": {"y": {"value": 0}, "y2": {"value": HEIGHT}},
         "mark": {"type": "rule", "color": PALE, "strokeWidth": 1, "strokeDash": [3, 3]}},
        {"data": data, "encoding": label, "mark": text | {"stroke": "white", "strokeWidth": 3}},
        {"data": data, "encoding": label, "mark": text | {"color": GREY}},
    ]  # fmt: skip
