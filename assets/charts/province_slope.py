"""Which provinces moved up or down in output per head between two years, and how did the range change?"""

from collections.abc import Mapping
from math import log
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import computed, first_year, last_year
from assets.charts.lines import spread
from assets.charts.province_moves import (
    DASHES,
    FALLEN,
    OTHER,
    RISEN,
    STROKES,
    TEXTS,
    Move,
    direction,
    moves,
    rows_of_moves,
)
from assets.charts.theme import GREY, PALE, RULE, SMALL
from assets.charts.words import JOINT, NATION_LINE, percent
from assets.wording.figures import Figure, Wording, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "province_slope"

# Both years on one basis, so that a move is no revision.
QUERY = """
select *
from marts.province_gap
where view_id = 'census5'
    and indicator_id = 'gdp_per_head'
    and ratio is not null
    and value_rank is not null
    and period in (
        select unnest([min(period), max(period)]) from marts.province_gap
        where view_id = 'census5' and indicator_id = 'gdp_per_head' and ratio is not null
    )
order by period, value_rank, region_id
"""

LEAST = 3
WIDTH, HEIGHT = 600, 640
FIRST, LAST = 162, 438
LINE_GAP = 12.5
ELBOW = 26


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How many rose and fell by the least number of places, who, and the range at both ends."""
    found = moves(frame, language)
    first, last = first_year(frame), last_year(frame)
    named = {kind: [move for move in found if direction(move, LEAST) == kind] for kind in (RISEN, FALLEN)}
    movers = rows_of_moves(frame, [*named[RISEN], *named[FALLEN]])
    ranges = [_range(frame.filter(period=year.value)) for year in (first, last)]
    word = "narrows" if ranges[1].value < ranges[0].value else "widens"
    if len({each.written(language) for each in ranges}) == 1:
        word = "stays"
    return {
        "first": first,
        "last": last,
        "least": computed(LEAST, "count", movers, "value_rank"),
        "risen": computed(len(named[RISEN]), "count", rows_of_moves(frame, named[RISEN]), "value_rank"),
        "fallen": computed(len(named[FALLEN]), "count", rows_of_moves(frame, named[FALLEN]), "value_rank"),
        "range": worded(CHART_ID, word, language, {"before": ranges[0], "after": ranges[1]}),
        "risers": _listed(frame, named[RISEN], language),
        "fallers": _listed(frame, named[FALLEN], language),
    }


def _range(part: "pl.DataFrame") -> Figure:
    """The highest ratio of a year over its lowest."""
    ends = part.sort("ratio")[[0, -1]]
    return computed(ends["ratio"][-1] / ends["ratio"][0], "ratio", ends, "ratio", 1)


def _listed(frame: "pl.DataFrame", found: list[Move], language: str) -> Wording:
    """Provinces with both ranks, the farthest move first; a word for nobody."""
    if not found:
        return worded(CHART_ID, "nobody", language)
    far = sorted(found, key=lambda move: (-abs(move.places), move.rank_after))
    parts = []
    for move in far:
        rows = rows_of_moves(frame, [move])
        ranks = [
            computed(rank, "count", rows.filter(period=year), "value_rank")
            for rank, year in (
                (move.rank_before, rows["period"].min()), (move.rank_after, rows["period"].max())
            )
        ]  # fmt: skip
        parts.append(joined([f"{move.name} ", joined(ranks, " → ", language)], "", language))
    return joined(parts, JOINT[language], language)


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A line a province between two years on a log scale, movers named and in colour."""
    import altair as alt

    found = sorted(moves(frame, language), key=lambda move: direction(move, LEAST) != OTHER)
    # a log scale: equal distances are equal proportions above and below the nation
    values = [value for move in found for value in (move.before, move.after)]
    bottom, top = log(min(values)) - 0.03, log(max(values)) + 0.03
    place = {value: HEIGHT * (top - log(value)) / (top - bottom) for value in (*values, 1.0)}
    y = alt.Y("y:Q", scale=alt.Scale(domain=[HEIGHT, 0], nice=False), axis=None)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    layers = _labels(_named(found), place, x, y)
    for kind in (OTHER, FALLEN, RISEN):
        rows = [_line(move, place) for move in found if direction(move, LEAST) == kind]
        if not rows:
            continue
        base = alt.Chart(alt.InlineData(values=rows)).encode(
            x=x, x2="x2:Q", y=y, y2="y2:Q", tooltip=alt.Tooltip("tip:N")
        )
        thick = 1.1 if kind == OTHER else 2.2
        layers.append(base.mark_rule(color=STROKES[kind], strokeWidth=thick, strokeDash=DASHES[kind]))
    layers += _frame(frame, place[1.0], language, x, y)
    return alt.layer(*layers).properties(width=WIDTH, height=HEIGHT)


def _named(found: list[Move]) -> list[Move]:
    """Movers, and who stands first or last at either end."""
    last = max(max(move.rank_before, move.rank_after) for move in found)
    ends = (1, last)
    return [
        move
        for move in found
        if direction(move, LEAST) != OTHER or move.rank_before in ends or move.rank_after in ends
    ]


def _line(move: Move, place: Mapping[float, float]) -> dict[str, Any]:
    tip = f"{move.name}: {percent(move.before, 1)} ({move.rank_before}) → {percent(move.after, 1)}"
    return {"x": FIRST, "x2": LAST, "y": place[move.before], "y2": place[move.after],
            "tip": f"{tip} ({move.rank_after})"}  # fmt: skip


def _frame(frame: "pl.DataFrame", nation: float, language: str, x: Any, y: Any) -> list[Any]:
    """The two years, the national level between them and what the numbers at the ends are."""
    import altair as alt

    marks = [
        {"x": at, "y": -14, "label": str(year)}
        for at, year in ((FIRST, frame["period"].min()), (LAST, frame["period"].max()))
    ]
    level = [{"x": FIRST, "x2": LAST, "y": nation, "label": NATION_LINE[language]}]
    posts = alt.Chart(alt.InlineData(values=[{"x": mark["x"], "y": 0, "y2": HEIGHT} for mark in marks]))
    rule = alt.Chart(alt.InlineData(values=level)).encode(x=x, y=y)
    name = {"align": "left", "baseline": "top", "dx": 6, "dy": 4, "fontSize": SMALL}
    years = alt.Chart(alt.InlineData(values=marks)).mark_text(color=GREY, clip=False)
    return [
        posts.mark_rule(color=PALE, strokeWidth=0.8).encode(x=x, y=y, y2="y2:Q"),
        rule.mark_rule(color=RULE).encode(x2="x2:Q"),
        rule.mark_text(**name, stroke="white", strokeWidth=3).encode(text="label:N"),
        rule.mark_text(**name, color=GREY).encode(text="label:N"),
        years.encode(x=x, y=y, text="label:N"),
    ]


def _labels(found: list[Move], place: Mapping[float, float], x: Any, y: Any) -> list[Any]:
    """Name, ratio and rank at both ends, pushed apart, with a thin line to the point."""
    import altair as alt

    layers: list[Any] = []
    for side, at, align, out in (("before", FIRST, "right", -1), ("after", LAST, "left", 1)):
        points = [place[getattr(move, side)] for move in found]
        rows = [
            {
                "x": at, "to": at + ELBOW * out, "text_at": at + (ELBOW + 3) * out, "y": point, "y2": height,
                "label": f"{getattr(move, f'rank_{side}')}  {move.name} {percent(getattr(move, side))}",
                "colour": TEXTS[direction(move, LEAST)],
            }
            for move, point, height in zip(found, points, spread(points, LINE_GAP), strict=True)
        ]  # fmt: skip
        base = alt.Chart(alt.InlineData(values=rows))
        layers += [
            base.mark_rule(color=PALE, strokeWidth=0.6).encode(x=x, x2="to:Q", y=y, y2="y2:Q"),
            base.mark_text(align=align, baseline="middle", fontSize=SMALL).encode(
                x=alt.X("text_at:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None),
                y=alt.Y("y2:Q", scale=alt.Scale(domain=[HEIGHT, 0], nice=False), axis=None),
                text="label:N",
                color=alt.Color("colour:N", scale=None),
            ),
        ]
    return layers


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/province_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("region_short_name", "period", "value", "reference_value", "unit", "ratio", "value_rank"),
)
