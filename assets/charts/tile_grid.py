"""Where is household income per person above the nation, with every province the same size?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import counted, figure, last_year
from assets.charts.hatching import hatch_layers
from assets.charts.reading import ChartError, column
from assets.charts.theme import DIVERGING, INK, LABEL, NO_DATA, SMALL, text_width
from assets.charts.tile_marks import CHART_ID, GAP, SIZE, STEPS, TALL, TILE, legend, place, text
from assets.charts.tile_places import PLACES
from assets.charts.words import JOINT, heading, percent
from assets.wording.figures import Wording, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

# The newest row of each region, so that one without a figure this year still has its name.
QUERY = """
select *
from marts.province_gap
where view_id = 'latest'
    and indicator_id = 'disposable_income_per_capita_all'
qualify row_number() over (partition by region_id order by period desc) = 1
order by region_id
"""


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The year, the ends of the ranking, how many lie above, and who has no figure."""
    known = current(frame)
    highest, lowest = known["ratio"].max(), known["ratio"].min()
    first = known.filter(ratio=highest)["region_id"][0]
    last = known.filter(ratio=lowest)["region_id"][0]
    absent = [
        _shown_name(frame, region, language) for region in sorted(set(PLACES) - set(known["region_id"]))
    ]
    return {
        "year": last_year(known),
        "provinces": counted(known),
        "above": counted(known.filter(known["ratio"] > 1)),
        "highest": _who(known, highest, language),
        "highest_ratio": figure(known, "ratio", "percent", region_id=first),
        "lowest": _who(known, lowest, language),
        "lowest_ratio": figure(known, "ratio", "percent", region_id=last),
        "absent": JOINT[language].join(absent) or worded(CHART_ID, "nobody", language).text,
        "all": _listed(known, language),
    }


def current(frame: "pl.DataFrame") -> "pl.DataFrame":
    """Rows with a ratio in the newest year that has one."""
    known = frame.filter(frame["ratio"].is_not_null())
    return known.filter(known["period"] == known["period"].max())


def _who(known: "pl.DataFrame", ratio: float, language: str) -> str:
    """The provinces with this ratio; more than one when they are level."""
    found = known.filter(ratio=ratio)[column("region_short_name", language)]
    return (" and " if language == "en" else "和").join(found)


def _listed(known: "pl.DataFrame", language: str) -> Wording:
    name = column("region_short_name", language)
    ranked = known.sort("ratio", descending=True)
    parts = [
        joined([f"{row[name]} ", figure(known, "ratio", "percent", region_id=row["region_id"])], "", language)
        for row in ranked.iter_rows(named=True)
    ]
    return joined(parts, JOINT[language], language)


def _shown_name(frame: "pl.DataFrame", region: str, language: str) -> str:
    """The mart's name, or for a region without any row of this indicator, the chart's own."""
    found = frame.filter(region_id=region)[column("region_short_name", language)]
    return found[0] if len(found) else worded(CHART_ID, f"region-{region}", language).text


def body(frame: "pl.DataFrame", language: str) -> Any:
    """Equal tiles with name and number, hatched without a figure, and the classes in the empty corner."""
    strangers = sorted(set(frame["region_id"]) - set(PLACES))
    if strangers:
        raise ChartError(f"{CHART_ID}: {', '.join(strangers)} has no tile; add it to tile_places.py")
    tiles = [_tile(frame, region, language) for region in PLACES]
    return {
        "width": SIZE[0],
        "height": SIZE[1],
        "layer": [
            *_coloured([tile for tile in tiles if "ratio" in tile], language),
            *hatch_layers([_corners(tile) for tile in tiles if "ratio" not in tile], SIZE),
            _texts([tile for tile in tiles if "ratio" not in tile], rim=True),
            _texts(tiles),
            *legend(language),
        ],
    }


def _tile(frame: "pl.DataFrame", region: str, language: str) -> dict[str, Any]:
    """Corner, name, and where there is one the figure of a region."""
    row, place = PLACES[region]
    tile = {"x": place * (TILE + GAP), "y": row * (TALL + GAP), "name": _shown_name(frame, region, language)}
    found = current(frame).filter(region_id=region)
    if found.is_empty():
        return tile | {"label": worded(CHART_ID, "no-figure", language).text, "ink": INK, "size": SMALL}
    ratio = found["ratio"][0]
    step = sum(ratio >= limit for limit in STEPS)
    ink = "white" if step in (0, len(STEPS)) else INK
    return tile | {
        "ratio": round(ratio, 4), "value": found["value"][0], "rank": found["value_rank"][0],
        "unit": found[column("unit", language)][0], "label": percent(ratio), "ink": ink, "size": 15,
        "colour": DIVERGING[step],
    }  # fmt: skip


def _corners(tile: Mapping[str, Any]) -> tuple[float, float, float, float]:
    return tile["x"], tile["y"], tile["x"] + TILE, tile["y"] + TALL


def _coloured(tiles: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    rows = [
        {key: tile[key] for key in ("name", "ratio", "value", "rank", "unit", "colour")}
        | dict(zip(("x", "y", "x2", "y2"), _corners(tile), strict=True))
        | {"rim": 2 if tile["ratio"] > 1 else 0.4}
        for tile in tiles
    ]
    shown = (
        ("name", "region_short_name", ""),
        ("ratio", "ratio_to_nation", ".1%"),
        ("value", "value", ",.0f"),
        ("unit", "unit", ""),
        ("rank", "value_rank", "d"),
    )
    tooltip = [
        {"field": field, "title": heading(name, language)}
        | ({"type": "quantitative", "format": written} if written else {"type": "nominal"})
        for field, name, written in shown
    ]
    return [
        {
            "data": {"values": rows},
            # framed as well as coloured, so that above and below stay apart in greyscale
            "mark": {"type": "rect", "stroke": INK},
            "encoding": {
                "x": place("x", "x"), "x2": {"field": "x2"}, "y": place("y", "y"), "y2": {"field": "y2"},
                "fill": {"field": "colour", "type": "nominal", "scale": None},
                "strokeWidth": {"field": "rim", "type": "quantitative", "scale": None}, "tooltip": tooltip,
            },
        }
    ]  # fmt: skip


def _texts(tiles: list[dict[str, Any]], rim: bool = False) -> dict[str, Any]:
    """Name above, number below it, both in the middle of the tile; a rim keeps them off the hatching."""
    rows = [
        {"x": tile["x"] + TILE / 2, "y": tile["y"] + TALL * at, "label": tile[field], "ink": tile["ink"],
         "size": min(size or tile["size"], (TILE - 6) / text_width(tile[field], 1))}
        for tile in tiles
        for field, at, size in (("name", 0.3, LABEL), ("label", 0.68, 0))
    ]  # fmt: skip
    return text(rows, "center", {"stroke": NO_DATA, "strokeWidth": 5, "strokeJoin": "round"} if rim else {})


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/province_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("region_short_name", "period", "value", "reference_value", "unit", "ratio", "value_rank"),
)
