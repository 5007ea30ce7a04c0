"""How does output per head in each province compare with the nation, on the map?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.chart import Chart
from assets.charts.facts import counted, figure, last_year
from assets.charts.outlines import feature_data, label_points
from assets.charts.reading import column
from assets.charts.theme import DIVERGING, GREY, INK, LABEL, NO_DATA, SMALL
from assets.charts.tooltips import AMOUNT, tips, unit_of
from assets.charts.words import JOINT, NO_VALUE, percent
from assets.wording.figures import joined

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.province_gap
where view_id = 'census5'
    and indicator_id = 'gdp_per_head'
    and ratio is not null
    and period = (
        select max(period) from marts.province_gap
        where view_id = 'census5' and indicator_id = 'gdp_per_head'
    )
order by ratio desc
"""

# Symmetric in proportion round the nation: 0.9 and 1/0.9, 0.75 and 1/0.75, 0.6 and 1/0.6.
STEPS = (0.6, 0.75, 0.9, 1 / 0.9, 1 / 0.75, 1 / 0.6)
N_NAMED = 4
# Municipalities would be hidden by their names: align, and pixels to the right and down, of those.
BESIDE = {"110000": ("center", 0, -14), "120000": ("left", 10, 4), "310000": ("left", 10, 2)}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The year, both ends of the ranking and how many provinces lie on each side of the nation."""
    name = column("region_short_name", language)
    ranked = frame.sort("ratio", descending=True)
    ratios = [figure(ranked, "ratio", "percent", region_id=region) for region in ranked["region_id"]]
    listed = [
        joined([f"{who} ", ratio], "", language) for who, ratio in zip(ranked[name], ratios, strict=True)
    ]
    joint = JOINT[language]
    return {
        "year": last_year(frame),
        "highest": ranked[name][0],
        "highest_ratio": ratios[0],
        "lowest": ranked[name][-1],
        "lowest_ratio": ratios[-1],
        "above": counted(ranked.filter(ranked["ratio"] > 1)),
        "below": counted(ranked.filter(ranked["ratio"] < 1)),
        "top": joined(listed[:N_NAMED], joint, language),
        "bottom": joined(listed[-N_NAMED:], joint, language),
    }


def body(frame: "pl.DataFrame", language: str, outlines: dict) -> Any:
    """Grey outlines for all regions, colour over those with a value, names at both extremes."""
    import altair as alt

    name = column("region_short_name", language)
    values = frame.select("region_id", "ratio", name, "period", "value", "value_rank")
    fields = ((name, "region_short_name", ""), ("period", "period", "d"), ("ratio", "ratio_to_nation", ".1%"),
              ("value", "value", AMOUNT), ("value_rank", "value_rank", "d"))  # fmt: skip
    shapes = alt.Chart(feature_data())
    base = shapes.mark_geoshape(fill=NO_DATA, stroke="white", strokeWidth=0.8)
    scale = alt.Scale(type="threshold", domain=list(STEPS), range=list(DIVERGING))
    coloured = (
        shapes.mark_geoshape(stroke="white", strokeWidth=0.8)
        .transform_lookup(
            lookup="id", from_=alt.LookupData(values, "region_id", [field for field, *_ in fields])
        )
        .transform_filter("isValid(datum.ratio)")
        .encode(
            color=alt.Color("ratio:Q", scale=scale, legend=None),
            tooltip=tips(fields, language, unit_of(frame, language)),
        )
    )
    china = (
        alt.layer(base, coloured, *_named(frame, language, outlines))
        .project(type="conicEqualArea", parallels=[25, 47], rotate=[-105, 0])
        .properties(width=620, height=440)
    )
    return arranged([china, _legend(language)], columns=1, spacing=(6, 0))


def _named(frame: "pl.DataFrame", language: str, outlines: dict) -> list[Any]:
    """Names and ratios of the highest and lowest few, on a white rim that keeps them readable."""
    import altair as alt
    import polars as pl

    points = label_points(outlines)
    name = column("region_short_name", language)
    ranked = frame.sort("ratio", descending=True)
    found: dict[tuple[str, int, int], list[dict[str, Any]]] = {}
    for row in pl.concat([ranked.head(N_NAMED), ranked.tail(N_NAMED)]).iter_rows(named=True):
        label = {"label": f"{row[name]} {percent(row['ratio'])}"}
        point = dict(zip(("longitude", "latitude"), points[row["region_id"]], strict=True))
        found.setdefault(BESIDE.get(row["region_id"], ("center", 0, 0)), []).append(point | label)
    layers = []
    for (align, right, down), rows in found.items():
        base = alt.Chart(alt.InlineData(values=rows)).encode(
            longitude="longitude:Q", latitude="latitude:Q", text="label:N"
        )
        text = {"align": align, "dx": right, "dy": down, "fontSize": LABEL}
        layers += [
            base.mark_text(**text, stroke="white", strokeWidth=3.5, strokeJoin="round"),
            base.mark_text(**text, color=INK),
        ]
    return layers


def _legend(language: str) -> Any:
    """The seven classes with their limits between them, and what grey means."""
    import altair as alt

    box = 40
    colours = [*DIVERGING, NO_DATA]
    lefts = [box * place for place in range(len(DIVERGING))] + [box * (len(DIVERGING) + 1)]
    boxes = [{"x": x, "end": x + box, "colour": tint} for x, tint in zip(lefts, colours, strict=True)]
    limits = [{"x": box * (place + 1), "label": percent(step)} for place, step in enumerate(STEPS)]
    scale = alt.Scale(domain=[0, 620])
    place = alt.X("x:Q", scale=scale, axis=None)
    squares = alt.Chart(alt.InlineData(values=boxes)).mark_rect(height=10)
    text = alt.Chart(alt.InlineData(values=limits)).mark_text(fontSize=SMALL, color=GREY, baseline="top")
    none = alt.Chart(alt.InlineData(values=[{"x": lefts[-1] + box, "label": NO_VALUE[language]}]))
    return alt.layer(
        squares.encode(x=place, x2="end:Q", y=alt.value(6), color=alt.Color("colour:N", scale=None)),
        text.encode(x=place, y=alt.value(14), text="label:N"),
        none.mark_text(fontSize=SMALL, color=GREY, align="left", dx=6).encode(
            x=place, y=alt.value(6), text="label:N"
        ),
    ).properties(width=620, height=26)


CHART = Chart(
    chart_id="province_map",
    mart="marts/province_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "region_short_name",
        "period",
        "value",
        "reference_value",
        "unit",
        "ratio",
        "value_rank",
    ),
    needs_outlines=True,
)
