"""How did the order of the provinces by output per head change, year by year?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import computed, figure, first_year, last_year
from assets.charts.province_moves import (
    DASHES,
    FALLEN,
    OTHER,
    RISEN,
    STROKES,
    TEXTS,
    Move,
    direction,
    farthest,
    moves,
    rows_of_moves,
)
from assets.charts.theme import INK, SMALL
from assets.charts.words import JOINT, heading
from assets.wording.figures import Wording, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "province_ranks"

# One basis throughout: a revision would look like a move.
QUERY = """
select *
from marts.province_gap
where view_id = 'census5'
    and indicator_id = 'gdp_per_head'
    and ratio is not null
    and value_rank is not null
order by region_id, period
"""

N_SHOWN = 3
STEP = 16
WIDTH = 420
PICKED = "picked"


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The farthest move up and down with both ranks, and how many provinces kept their rank."""
    found = moves(frame, language)
    up, down = max(move.places for move in found), min(move.places for move in found)
    kept = [move for move in found if not move.places]
    return {
        "first": first_year(frame),
        "last": last_year(frame),
        "provinces": computed(len(found), "count", rows_of_moves(frame, found), "value_rank"),
        "kept": computed(len(kept), "count", rows_of_moves(frame, kept), "value_rank"),
        "up": _told(frame, [move for move in found if move.places == up > 0], "up", language),
        "down": _told(frame, [move for move in found if move.places == down < 0], "down", language),
        "risers": _told(frame, farthest(found, RISEN, N_SHOWN), "", language),
        "fallers": _told(frame, farthest(found, FALLEN, N_SHOWN), "", language),
    }


def _told(frame: "pl.DataFrame", found: list[Move], message: str, language: str) -> Wording:
    """Provinces with the rank they left and the rank they reached; several when they moved as far."""
    if not found:
        return worded(CHART_ID, f"{message}-nobody" if message else "nobody", language)
    parts = []
    for move in sorted(found, key=lambda move: (-abs(move.places), move.rank_after)):
        rows = rows_of_moves(frame, [move])
        ends = {
            name: figure(rows, "value_rank", "count", period=year)
            for name, year in (("before", rows["period"].min()), ("after", rows["period"].max()))
        }
        parts.append(worded(CHART_ID, "move", language, {"name": move.name, **ends}))
    listed = joined(parts, JOINT[language], language)
    return worded(CHART_ID, message, language, {"moves": listed}) if message else listed


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A line a province, names at both ends, the farthest moves in colour; one can be picked."""
    found = moves(frame, language)
    shown = {move.region_id for kind in (RISEN, FALLEN) for move in farthest(found, kind, N_SHOWN)}
    kinds = {move.region_id: direction(move, 1) if move.region_id in shown else OTHER for move in found}
    columns = frame.select("region_id", "period", "value_rank", frame["ratio"].round(4)).iter_rows()
    rows = [dict(zip(("id", "year", "rank", "ratio"), row, strict=True)) for row in columns]
    years = frame["period"].min(), frame["period"].max()
    encoding = {
        "x": {"field": "year", "type": "quantitative", "scale": {"domain": list(years), "nice": False},
              "axis": {"format": "d", "title": None, "orient": "top", "domain": False,
                       "values": [*range(years[0], years[1] - 1, 3), years[1]]}},
        "y": {"field": "rank", "type": "quantitative", "axis": None,
              "scale": {"domain": [max(frame["value_rank"]) + 0.6, 0.4], "nice": False}},
    }  # fmt: skip
    return {
        "width": WIDTH,
        "height": STEP * max(frame["value_rank"]),
        "data": {"values": rows},
        "transform": [_kinds_and_names(found, kinds)],
        "encoding": encoding,
        "layer": [
            *(_lines(kind) for kind in (OTHER, FALLEN, RISEN)),
            _pointer(found, language),
            _picked_line(),
            *_names(found, kinds, years),
        ],
    }


def _kinds_and_names(found: list[Move], kinds: Mapping[str, str]) -> dict[str, Any]:
    """Name and kind of each province, once and not in every row."""
    values = [{"id": move.region_id, "name": move.name, "kind": kinds[move.region_id]} for move in found]
    return {"lookup": "id", "from": {"data": {"values": values}, "key": "id", "fields": ["name", "kind"]}}


def _lines(kind: str) -> dict[str, Any]:
    thick = 1 if kind == OTHER else 2.6
    return {
        "transform": [{"filter": f"datum.kind == '{kind}'"}],
        "mark": {"type": "line", "color": STROKES[kind], "strokeWidth": thick, "strokeDash": DASHES[kind],
                 "interpolate": "monotone", "strokeJoin": "round"},
        "encoding": {"detail": {"field": "id", "type": "nominal"},
                     "opacity": {"condition": {"param": PICKED, "empty": True, "value": 1}, "value": 0.25}},
    }  # fmt: skip


def _pointer(found: list[Move], language: str) -> dict[str, Any]:
    """Unseen points that carry the tooltip and answer to the pointer; the list answers to keys."""
    options = sorted(found, key=lambda move: move.rank_after)
    label = heading("region_short_name", language)
    everyone = worded(CHART_ID, "everyone", language).text
    return {
        "params": [
            {
                "name": PICKED,
                "select": {"type": "point", "fields": ["id"], "on": "pointerover", "clear": "pointerout",
                           "toggle": False},
                "bind": {"id": {"input": "select", "name": f"{label} ",
                                "options": [None, *[move.region_id for move in options]],
                                "labels": [everyone, *[move.name for move in options]]}},
            }
        ],
        # wide enough to leave no gap; `nearest` would lose words in the tooltip
        "mark": {"type": "point", "shape": "square", "opacity": 0, "size": 256, "filled": True},
        "encoding": {
            "tooltip": [
                {"field": "name", "type": "nominal", "title": label},
                {"field": "year", "type": "quantitative", "format": "d",
                 "title": heading("period", language)},
                {"field": "rank", "type": "quantitative", "title": heading("value_rank", language)},
                {"field": "ratio", "type": "quantitative", "format": ".1%",
                 "title": heading("ratio_to_nation", language)},
            ]
        },
    }  # fmt: skip


def _picked_line() -> dict[str, Any]:
    """The picked province over all others; nothing is picked when the picture opens."""
    return {
        "transform": [{"filter": {"param": PICKED, "empty": False}}],
        "mark": {"type": "line", "color": INK, "strokeWidth": 3.4, "interpolate": "monotone"},
        "encoding": {"detail": {"field": "id", "type": "nominal"}},
    }


def _names(found: list[Move], kinds: Mapping[str, str], years: tuple[int, int]) -> list[dict[str, Any]]:
    """Rank and name at both ends; names of a shared rank stand side by side."""
    layers = []
    for side, year, align, out in (("before", years[0], "right", -8), ("after", years[1], "left", 8)):
        shared: dict[int, list[Move]] = {}
        for move in found:
            shared.setdefault(getattr(move, f"rank_{side}"), []).append(move)
        rows = [
            {"year": year, "rank": rank, "label": f"{rank}  {' / '.join(move.name for move in group)}",
             "colour": TEXTS[kinds[group[0].region_id]]}
            for rank, group in shared.items()
        ]  # fmt: skip
        layers.append(
            {
                "data": {"values": rows},
                "mark": {"type": "text", "align": align, "dx": out, "fontSize": SMALL + 0.5,
                         "baseline": "middle"},
                "encoding": {"text": {"field": "label", "type": "nominal"},
                             "color": {"field": "colour", "type": "nominal", "scale": None}},
            }
        )  # fmt: skip
    return layers


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/province_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("region_short_name", "period", "value", "unit", "ratio", "value_rank"),
)
