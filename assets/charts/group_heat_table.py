"""Where does each bloc and zone stand on many indicators at once, in its newest figures?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.heads import folded, heads
from assets.charts.reading import Texts, column, names
from assets.charts.theme import DIVERGING, GREY, INK, SMALL, wrapped
from assets.charts.words import percent

if TYPE_CHECKING:
    import polars as pl

GROUPS = (
    "bloc_east", "bloc_central", "bloc_west", "bloc_northeast", "jjj", "yrd", "yreb", "yellow_river",
)  # fmt: skip
INDICATORS = (
    "gdp_per_head",
    "disposable_income_per_capita_all",
    "fiscal_revenue_per_head",
    "fiscal_self_sufficiency",
    "rd_intensity",
    "invention_patents_valid_per_10k",
    "tech_market_turnover_per_gdp",
    "expressway_length_per_10k",
    "railway_length_per_10k",
    "doctors_per_1000",
    "higher_education_students_per_100k",
    "fiscal_education_per_head",
    "so2_per_gdp",
    "energy_per_gdp",
)

QUERY = f"""
select *
from marts.group_profile
where group_id in {GROUPS}
    and indicator_id in {INDICATORS}
    and ratio_to_nation is not null
order by indicator_id, group_id
"""

# Limits of the classes, symmetric in proportion; the same as on the map.
STEPS = (0.6, 0.75, 0.9, 1 / 0.9, 1 / 0.75, 1 / 0.6)

COLUMN = 49

TEXTS = {
    "zh-Hans": Texts(
        title="{best}在{indicators}项指标中有{best_count}项优于全国，{worst}有{worst_count}项",
        subtitle="各地区相当于全国的百分比，取各指标最新年份；绿色优于全国，棕色劣于全国，越深差距越大",
        alt="热力表：{groups}个地区在{indicators}项指标上与全国之比，绿色优于全国，棕色劣于全国。",
        description="四大板块中，优于全国的指标数：{counts}。各指标年份标在名称后；"
        "标↓的指标越低越好，颜色已按方向调换。",
        note="↓ 越低越好。左四列为四大板块，互不重叠；"
        "右四列为重大战略区域（按省份），与板块及彼此重叠，不可相加。",
    ),
    "zh-Hant": Texts(
        title="{best}在{indicators}項指標中有{best_count}項優於全國，{worst}有{worst_count}項",
        subtitle="各地區相當於全國的百分比，取各指標最新年份；綠色優於全國，棕色劣於全國，越深差距越大",
        alt="熱力表：{groups}個地區在{indicators}項指標上與全國之比，綠色優於全國，棕色劣於全國。",
        description="四大板塊中，優於全國的指標數：{counts}。各指標年份標在名稱後；"
        "標↓的指標越低越好，顏色已按方向調換。",
        note="↓ 越低越好。左四列為四大板塊，互不重疊；"
        "右四列為重大戰略區域（按省份），與板塊及彼此重疊，不可相加。",
    ),
    "en": Texts(
        title="{best}: better than the nation on {best_count} of {indicators} indicators;"
        " {worst}: on {worst_count}",
        subtitle="Percentage of the nation in each indicator's newest year; green is better than the"
        " nation, brown worse, and the darker the further away",
        alt="Heat table of {groups} groups by {indicators} indicators relative to the nation: green"
        " better, brown worse.",
        description="Indicators on which each of the four blocs stands better than the nation:"
        " {counts}. The year follows each name; where lower is better (↓) the colours are turned round.",
        note="↓ Lower is better. The four columns at the left are blocs and do not overlap; the four at"
        " the right are major strategies, which overlap with them and each other.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """How many indicators each bloc stands better on, and which blocs have most and fewest."""
    name = column("group_short_name", language)
    better = {
        frame.filter(group_id=bloc)[name][0]: len(frame.filter(group_id=bloc, standing="better"))
        for bloc in GROUPS[:4]
    }
    best, worst = max(better, key=better.__getitem__), min(better, key=better.__getitem__)
    joint = ", " if language == "en" else "、"
    return {
        "best": best, "best_count": str(better[best]),
        "worst": worst, "worst_count": str(better[worst]),
        "groups": str(frame["group_id"].n_unique()),
        "indicators": str(frame["indicator_id"].n_unique()),
        "counts": joint.join(f"{bloc} {count}" for bloc, count in better.items()),
    }  # fmt: skip


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A coloured cell with its number; two layers, because good is low for some indicators."""
    import altair as alt

    labels = _indicator_labels(frame, language)
    rows = [_row(row) for row in frame.iter_rows(named=True)]
    groups = [group for group in GROUPS if group in set(frame["group_id"])]
    x = alt.X("group:N", scale=alt.Scale(domain=groups), axis=None)
    y = alt.Y("indicator:N", scale=alt.Scale(domain=list(labels)), axis=None)
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=x, y=y)
    cells = [
        base.transform_filter(f"datum.lower == {flag}")
        .mark_rect(stroke="white", strokeWidth=1.5)
        .encode(color=alt.Color("ratio:Q", legend=None).scale(
            type="threshold", domain=list(STEPS), range=list(colours)))
        for flag, colours in (("false", DIVERGING), ("true", DIVERGING[::-1]))
    ]  # fmt: skip
    text = base.mark_text(fontSize=SMALL).encode(text="label:N", color=alt.Color("ink:N", scale=None))
    shown = names(frame, "group_id", "group_short_name", language)
    titles = {group: folded(shown[group], COLUMN) for group in groups}
    width = COLUMN * len(groups)
    # A rule between the blocs and the strategies that overlap with them.
    rule = alt.Chart(alt.InlineData(values=[{}])).mark_rule(color=GREY, strokeWidth=1)
    return (
        alt.layer(
            *cells, text,
            rule.encode(x=alt.value(COLUMN * sum(group.startswith("bloc_") for group in groups))),
            *heads("group", titles, x, {"y": alt.value(-8)}, align="center", rise=13),
            *heads("indicator", labels, y, {"x": alt.value(-8)}, align="right", rise=6),
        )
        .resolve_scale(color="independent")
        .properties(width=width, height=25 * len(labels))
    )  # fmt: skip


def _indicator_labels(frame: "pl.DataFrame", language: str) -> dict[str, str]:
    """Each indicator's name, the year or years of its figures and an arrow where low is good."""
    labels = {}
    for indicator in INDICATORS:
        part = frame.filter(indicator_id=indicator)
        if part.is_empty():
            continue
        years = sorted({part["period"].min(), part["period"].max()})
        arrow = " ↓" if part["polarity"][0] == "lower" else ""
        text = f"{part[column('indicator_name', language)][0]} {'–'.join(map(str, years))}{arrow}"
        labels[indicator] = "\n".join(wrapped(text, SMALL, 235))
    return labels


def _row(row: dict) -> dict:
    """One cell: where it stands, what it says, and whether low is good."""
    ratio = row["ratio_to_nation"]
    return {
        "group": row["group_id"],
        "indicator": row["indicator_id"],
        "ratio": ratio,
        "label": percent(ratio),
        "lower": row["polarity"] == "lower",
        "ink": "white" if ratio < STEPS[0] or ratio >= STEPS[-1] else INK,
    }


CHART = Chart(
    chart_id="group_heat_table",
    mart="marts/group_profile",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=(
        "group_short_name",
        "indicator_name",
        "period",
        "value",
        "nation_value",
        "unit",
        "ratio_to_nation",
    ),
)
