"""How much of the provinces' Gini comes from the means of the four blocs, from inside them, from overlap?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.lines import spread
from assets.charts.reading import Texts, cell
from assets.charts.theme import LABEL
from assets.charts.words import COLUMNS, percent, thousandths

if TYPE_CHECKING:
    import polars as pl

# Dagum's three parts, because theil_between_within shows the two of Theil already. One basis only: the
# mart does not say where the basis changes, so `latest` could not be marked.
QUERY = """
select
    *,
    within_groups / nullif(value, 0) as within_share,
    overlap_of_groups / nullif(value, 0) as overlap_share
from marts.inequality_decomposition
where view_id = 'census5'
    and membership = 'dated'
    and indicator_id = 'gdp_per_head'
    and set_id = 'nbs4'
    and group_id = 'all'
    and index_id = 'gini'
    and weighting = 'weighted'
    and value is not null
order by period
"""

# Bottom of the stack first: colour of the area, and of the words beside it.
PARTS = {
    "within_groups": ("#c9ced4", "#59636e"),
    "overlap_of_groups": ("#7fa8c9", "#3f6f96"),
    "between_groups": ("#12436d", "#12436d"),
}
SHARES = {
    "within_groups": "within_share",
    "overlap_of_groups": "overlap_share",
    "between_groups": "between_share",
}

COLUMNS.update(
    overlap_of_groups={"zh-Hans": "板块交叠", "zh-Hant": "板塊交疊", "en": "Overlap of blocs"},
)

TEXTS = {
    "zh-Hans": Texts(
        title="板块间占省际基尼系数：{first}年{between_share_first}，{last}年{between_share_last}；"
        "板块交叠：{overlap_share_first}、{overlap_share_last}",
        subtitle="31省份人均地区生产总值的基尼系数（人口加权）按达古姆方法分为三部分，{first}—{last}年",
        alt="堆积面积图：基尼系数分为四大板块之间、板块内部与板块交叠三部分，{first}至{last}年。",
        description="基尼系数由{first}年的{total_first}变为{last}年的{total_last}；其中板块之间由{between_first}变为"
        "{between_last}，板块内部由{within_first}变为{within_last}，交叠由{overlap_first}变为{overlap_last}。"
        "三部分之和等于基尼系数。",
        note="板块之间：各板块均值之差；交叠：均值较低板块中的省份高于均值较高板块中的省份所带来的部分。",
    ),
    "zh-Hant": Texts(
        title="板塊間占省際基尼係數：{first}年{between_share_first}，{last}年{between_share_last}；"
        "板塊交疊：{overlap_share_first}、{overlap_share_last}",
        subtitle="31省份人均地區生產總值的基尼係數（人口加權）按達古姆方法分為三部分，{first}—{last}年",
        alt="堆積面積圖：基尼係數分為四大板塊之間、板塊內部與板塊交疊三部分，{first}至{last}年。",
        description="基尼係數由{first}年的{total_first}變為{last}年的{total_last}；其中板塊之間由{between_first}變為"
        "{between_last}，板塊內部由{within_first}變為{within_last}，交疊由{overlap_first}變為{overlap_last}。"
        "三部分之和等於基尼係數。",
        note="板塊之間：各板塊均值之差；交疊：均值較低板塊中的省份高於均值較高板塊中的省份所帶來的部分。",
    ),
    "en": Texts(
        title="Between the four blocs: {between_share_first} of the provincial Gini in {first},"
        " {between_share_last} in {last}; overlap of blocs: {overlap_share_first} and {overlap_share_last}",
        subtitle="Gini of gross regional product per head across the 31 provinces, weighted by people, in"
        " Dagum's three parts, {first}–{last}",
        alt="Stacked areas: Gini split into a part between the four blocs, a part within them and a part"
        " from their overlap, {first} to {last}.",
        description="The Gini went from {total_first} in {first} to {total_last} in {last}: the part"
        " between the blocs from {between_first} to {between_last}, inside them from {within_first} to"
        " {within_last}, from overlap {overlap_first} to {overlap_last}. The three parts add up to it.",
        note="Between: differences of the blocs' means. Overlap: provinces of a bloc with a lower mean that"
        " stand above provinces of one with a higher mean.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """Both ends of the Gini, of its parts and of the shares of the parts."""
    ends = {"first": frame["period"].min(), "last": frame["period"].max()}
    found = {end: str(year) for end, year in ends.items()}
    for end, year in ends.items():
        found[f"total_{end}"] = thousandths(cell(frame, "value", period=year))
        for part, share in SHARES.items():
            found[f"{part.split('_')[0]}_{end}"] = thousandths(cell(frame, part, period=year))
            found[f"{share}_{end}"] = percent(cell(frame, share, period=year))
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """Three areas on one another, as high as the Gini, named at their right end."""
    import altair as alt

    years = frame["period"].min(), frame["period"].max()
    axes = Axes(490, 310, years, (0, frame["value"].max() * 1.04), ".2f")
    rows = [
        {"period": row["period"], "part": part, "place": place, "size": row[part]}
        for row in frame.iter_rows(named=True)
        for place, part in enumerate(PARTS)
    ]
    scale = alt.Scale(domain=list(PARTS), range=[area for area, _ in PARTS.values()])
    areas = (
        alt.Chart(alt.InlineData(values=rows))
        # A white edge keeps the parts apart in greyscale.
        .mark_area(opacity=1, stroke="white", strokeWidth=1.5)
        .encode(
            x=axes.x(),
            y=axes.y("size").stack("zero"),
            color=alt.Color("part:N", scale=scale, legend=None),
            order="place:Q",
        )
    )
    return alt.layer(areas, _labels(frame, axes, language)).properties(width=axes.width, height=axes.height)


def _labels(frame: "pl.DataFrame", axes: Axes, language: str) -> Any:
    """What the parts are and their share in the last year, at the height of their area."""
    import altair as alt

    row = frame.sort("period").row(-1, named=True)
    below, middles = 0.0, []
    for part in PARTS:
        middles.append(below + row[part] / 2)
        below += row[part]
    rows = [
        {
            "period": row["period"],
            "at": at,
            "label": f"{COLUMNS[part][language]}\n{percent(row[SHARES[part]])}",
            "colour": PARTS[part][1],
        }
        for part, at in zip(PARTS, spread(middles, 34 * axes.values[1] / axes.height), strict=True)
    ]
    text = alt.Chart(alt.InlineData(values=rows)).mark_text(
        align="left", dx=8, dy=-7, baseline="middle", fontSize=LABEL, lineBreak="\n", lineHeight=15
    )
    return text.encode(x=axes.x(), y=axes.y("at"), text="label:N", color=alt.Color("colour:N", scale=None))


CHART = Chart(
    chart_id="inequality_decomposition",
    mart="marts/inequality_decomposition",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=(
        "period", "value", "between_groups", "within_groups", "overlap_of_groups", "between_share",
        "n_members",
    ),
)  # fmt: skip
