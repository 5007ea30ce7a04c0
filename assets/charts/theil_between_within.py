"""How much of the inequality between provinces lies between the four blocs, how much inside them?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.axes import Axes
from assets.charts.chart import Chart
from assets.charts.reading import Texts, cell
from assets.charts.theme import LABEL, label_colour
from assets.charts.words import COLUMNS, percent, thousandths

if TYPE_CHECKING:
    import polars as pl

# One basis only: the mart does not say where the basis changes, so `latest` could not be marked.
QUERY = """
select *
from marts.inequality_accounting
where view_id = 'census5'
    and membership = 'dated'
    and indicator_id = 'gdp_per_head'
    and set_id = 'nbs4'
    and group_id = 'all'
    and index_id = 'theil_t'
    and weighting = 'weighted'
    and value is not null
order by period
"""

# Bottom of the stack first.
PARTS = {"within_groups": "#c9ced4", "between_groups": "#12436d"}

TEXTS = {
    "zh-Hans": Texts(
        title="省际差距中，四大板块之间的部分：{first}年占{share_first}，{last}年占{share_last}",
        subtitle="31省份人均地区生产总值的泰尔指数（人口加权）及其分解，{first}—{last}年",
        alt="堆积柱状图：泰尔指数分解为四大板块之间与板块内部两部分，{first}至{last}年。",
        description="泰尔指数由{first}年的{total_first}变为{last}年的{total_last}；其中板块之间的部分由{between_first}"
        "变为{between_last}，板块内部由{within_first}变为{within_last}。两部分之和等于总指数。",
    ),
    "zh-Hant": Texts(
        title="省際差距中，四大板塊之間的部分：{first}年占{share_first}，{last}年占{share_last}",
        subtitle="31省份人均地區生產總值的泰爾指數（人口加權）及其分解，{first}—{last}年",
        alt="堆積柱狀圖：泰爾指數分解為四大板塊之間與板塊內部兩部分，{first}至{last}年。",
        description="泰爾指數由{first}年的{total_first}變為{last}年的{total_last}；其中板塊之間的部分由{between_first}"
        "變為{between_last}，板塊內部由{within_first}變為{within_last}。兩部分之和等於總指數。",
    ),
    "en": Texts(
        title="Gaps between the four blocs made {share_first} of provincial inequality in {first},"
        " {share_last} in {last}",
        subtitle="Theil index of gross regional product per head across the 31 provinces, weighted by"
        " people, and its two parts, {first}–{last}",
        alt="Stacked columns: Theil index split into a part between and a part within the four blocs,"
        " {first} to {last}.",
        description="The Theil index went from {total_first} in {first} to {total_last} in {last}: the"
        " part between the blocs from {between_first} to {between_last}, the part inside them from"
        " {within_first} to {within_last}. The two parts add up to the whole.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """Both ends of the index, of its parts and of the share between blocs."""
    ends = {"first": frame["period"].min(), "last": frame["period"].max()}
    found = {end: str(year) for end, year in ends.items()}
    for end, year in ends.items():
        found[f"share_{end}"] = percent(cell(frame, "between_share", period=year))
        for name, field in (
            ("total", "value"),
            ("between", "between_groups"),
            ("within", "within_groups"),
        ):
            found[f"{name}_{end}"] = thousandths(cell(frame, field, period=year))
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One column a year, the part inside the blocs at the bottom."""
    import altair as alt

    first, last = frame["period"].min(), frame["period"].max()
    axes = Axes(490, 310, (first - 0.5, last + 0.5), (0, frame["value"].max() * 1.04), ".2f")
    rows = [
        {"period": row["period"], "part": part, "place": place, "size": row[part]}
        for row in frame.iter_rows(named=True)
        for place, part in enumerate(PARTS)
    ]
    scale = alt.Scale(domain=list(PARTS), range=list(PARTS.values()))
    columns = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(size=0.8 * axes.width / (last - first + 1))
        .encode(
            x=axes.x(),
            y=axes.y("size").stack("zero"),
            color=alt.Color("part:N", scale=scale, legend=None),
            order="place:Q",
        )
    )
    return alt.layer(columns, _labels(frame, axes, language)).properties(width=axes.width, height=axes.height)


def _labels(frame: "pl.DataFrame", axes: Axes, language: str) -> Any:
    """What the two parts are and their share of the last column."""
    import altair as alt

    row = frame.sort("period").row(-1, named=True)
    shares = {"between_groups": row["between_share"], "within_groups": 1 - row["between_share"]}
    middle = {
        "within_groups": row["within_groups"] / 2,
        "between_groups": row["within_groups"] + row["between_groups"] / 2,
    }
    rows = [
        {
            "period": row["period"] + 0.5,
            "at": middle[part],
            "label": f"{COLUMNS[part][language]}\n{percent(shares[part])}",
            "colour": "#59636e" if part == "within_groups" else label_colour(PARTS[part]),
        }
        for part in PARTS
    ]
    text = alt.Chart(alt.InlineData(values=rows)).mark_text(
        align="left", dx=6, fontSize=LABEL, lineBreak="\n", lineHeight=15
    )
    return text.encode(x=axes.x(), y=axes.y("at"), text="label:N", color=alt.Color("colour:N", scale=None))


CHART = Chart(
    chart_id="theil_between_within",
    mart="marts/inequality_accounting",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=("period", "value", "between_groups", "within_groups", "between_share", "n_members"),
)
