"""How did each bloc move in output and in household income at once, relative to the nation?"""

from collections.abc import Mapping
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import figure, first_year, last_year
from assets.charts.income_and_output_marks import CHART_ID, SIZE, ends, guides
from assets.charts.reading import ChartError, column
from assets.charts.theme import BLOCS
from assets.charts.words import heading
from assets.wording.figures import Figure, Wording, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

OUTPUT, INCOME = "gdp_per_head", "disposable_income_per_capita_all"

# 2013: household surveys were merged and disposable income got the concept it has now.
QUERY = f"""
select *
from marts.group_gap
where view_id = 'latest'
    and membership = 'dated'
    and indicator_id in ('{OUTPUT}', '{INCOME}')
    and partition_id = 'nbs4'
    and reference_kind = 'nation'
    and period >= 2013
    and ratio is not null
order by group_id, indicator_id, period
"""

STEP = 0.1
# Free space below the lowest and above the highest point, where their labels stand.
ROOM = 0.05


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The bloc that moved farthest in output, with the course of both, and every bloc at both ends."""
    paired = paths(frame, language)
    first, last = first_year(frame), last_year(frame)
    moved = {bloc: abs(path[-1]["output"] - path[0]["output"]) for bloc, path in paired.items()}
    mover = max(moved, key=lambda bloc: (moved[bloc], bloc))
    told = [
        worded(CHART_ID, "bloc", language, {
            "name": path[0]["name"], "output": _course(frame, bloc, OUTPUT, path, language),
            "income": _course(frame, bloc, INCOME, path, language),
        })
        for bloc, path in paired.items()
    ]  # fmt: skip
    return {
        "first": first,
        "last": last,
        "mover": paired[mover][0]["name"],
        "output": _course(frame, mover, OUTPUT, paired[mover], language),
        "income": _course(frame, mover, INCOME, paired[mover], language),
        "all": joined(told, " " if language == "en" else "", language),
    }


def _course(
    frame: "pl.DataFrame", bloc: str, indicator: str, path: list[dict[str, Any]], language: str
) -> Wording:
    """From the first to the last ratio, with the word of its direction as far as it is written."""
    before, after = (
        figure(frame, "ratio", "percent", group_id=bloc, indicator_id=indicator, period=path[end]["period"])
        for end in (0, -1)
    )
    return worded(CHART_ID, _direction(before, after, language), language, {"before": before, "after": after})


def _direction(before: Figure, after: Figure, language: str) -> str:
    if before.written(language) == after.written(language):
        return "stays"
    return "rises" if after.value > before.value else "falls"


def paths(frame: "pl.DataFrame", language: str) -> dict[str, list[dict[str, Any]]]:
    """Years of each bloc in which both ratios are known, in order; `run` grows where a basis changes."""
    found: dict[str, list[dict[str, Any]]] = {}
    start = frame["period"].min()
    for bloc in BLOCS:
        rows = {(row["indicator_id"], row["period"]): row
                for row in frame.filter(group_id=bloc).iter_rows(named=True)}  # fmt: skip
        path: list[dict[str, Any]] = []
        run = 0
        for year in sorted({period for _, period in rows}):
            both = rows.get((OUTPUT, year)), rows.get((INCOME, year))
            output, income = both
            if output is None or income is None:
                run += 1
                continue
            run += year > start and (output["has_break"] or income["has_break"])
            path.append(
                {"bloc": bloc, "period": year, "run": run, "output": output["ratio"],
                 "income": income["ratio"], "name": output[column("group_short_name", language)]}
            )  # fmt: skip
        if not path:
            raise ChartError(f"{CHART_ID}: {bloc} has no year with both ratios; check marts/group_gap")
        found[bloc] = path
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A path a bloc through the years, first and last named, and the line where both are equal."""
    paired = paths(frame, language)
    rows = [row for path in paired.values() for row in path]
    both = [row[name] for row in rows for name in ("output", "income")]
    # one scale for both, so that the diagonal is at 45 degrees
    low = round(STEP * floor((min(both) - ROOM) / STEP), 2)
    high = round(STEP * ceil((max(both) + ROOM) / STEP), 2)
    place = {"domain": [low, high], "nice": False}
    encoding = {
        axis: {
            "field": name,
            "type": "quantitative",
            "scale": place,
            "axis": {"format": ".0%", "title": worded(CHART_ID, f"axis-{name}", language).text,
                     "tickCount": 7, "grid": True},
        }
        for axis, name in (("x", "output"), ("y", "income"))
    }  # fmt: skip
    colour = {
        "field": "bloc", "type": "nominal", "legend": None,
        "scale": {"domain": list(BLOCS), "range": list(BLOCS.values())},
    }  # fmt: skip
    return {
        "width": SIZE,
        "height": SIZE,
        "data": {"values": [row | {"output": round(row["output"], 4), "income": round(row["income"], 4)}
                            for row in rows]},
        "encoding": encoding,
        "layer": [
            *guides(low, high, language),
            {"mark": {"type": "line", "strokeWidth": 2.2, "strokeJoin": "round"},
             "encoding": {"order": {"field": "period", "type": "quantitative"}, "color": colour,
                          "detail": {"field": "run", "type": "nominal"}}},
            {"mark": {"type": "point", "filled": True, "size": 22, "opacity": 1},
             "encoding": {"color": colour, "tooltip": _tooltip(language)}},
            *ends(paired, low, high),
        ],
    }  # fmt: skip


def _tooltip(language: str) -> list[dict[str, Any]]:
    return [
        {"field": "name", "type": "nominal", "title": heading("group_short_name", language)},
        {"field": "period", "type": "quantitative", "format": "d",
         "title": heading("period", language)},
        *(
            {"field": name, "type": "quantitative", "format": ".1%",
             "title": worded(CHART_ID, name, language).text}
            for name in ("output", "income")
        ),
    ]  # fmt: skip


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/group_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("period", "group_short_name", "indicator_name", "value", "reference_value", "unit", "ratio"),
)
