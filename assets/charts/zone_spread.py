"""How far apart are the richest and the poorest province inside each major strategy?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.reading import Texts, cell, column
from assets.charts.theme import GREY, INK, LABEL, ZONES, label_colour
from assets.charts.words import grouped, times

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.zone_gap
where view_id = 'census5'
    and membership = 'fixed'
    and indicator_id = 'gdp_per_head'
    and group_kind = 'major_strategy'
    and highest_to_lowest_ratio is not null
    and period = (
        select max(period) from marts.zone_gap
        where view_id = 'census5' and indicator_id = 'gdp_per_head'
    )
order by value desc
"""

TEXTS = {
    "zh-Hans": Texts(
        title="长江经济带内，最高省份人均产出是最低省份的{yreb}倍（{last}年）",
        subtitle="各重大战略区域内最高省份、最低省份和区域整体的人均地区生产总值，{unit}，{last}年",
        alt="区间图：{last}年各重大战略区域人均地区生产总值的最高省份、最低省份与区域整体。",
        description="{last}年最高与最低省份之比：京津冀{jjj}倍，长三角{yrd}倍，长江经济带{yreb}倍，"
        "黄河流域{yellow_river}倍。竖线为除该区域以外其余省份的水平。",
        note="圆点为区域整体，短竖线为全国其余省份。粤港澳大湾区以城市数据计算，口径不同，未列入。",
    ),
    "zh-Hant": Texts(
        title="長江經濟帶內，最高省份人均產出是最低省份的{yreb}倍（{last}年）",
        subtitle="各重大戰略區域內最高省份、最低省份和區域整體的人均地區生產總值，{unit}，{last}年",
        alt="區間圖：{last}年各重大戰略區域人均地區生產總值的最高省份、最低省份與區域整體。",
        description="{last}年最高與最低省份之比：京津冀{jjj}倍，長三角{yrd}倍，長江經濟帶{yreb}倍，"
        "黃河流域{yellow_river}倍。豎線為除該區域以外其餘省份的水平。",
        note="圓點為區域整體，短豎線為全國其餘省份。粵港澳大灣區以城市資料計算，口徑不同，未列入。",
    ),
    "en": Texts(
        title="In the Yangtze Belt the richest province produces {yreb} times the poorest's output per head",
        subtitle="Gross regional product per head of the highest and lowest province and of the whole"
        " zone, {unit}, {last}",
        alt="Range chart: highest province, lowest province and whole of each major strategy, output"
        " per head, {last}.",
        description="Highest over lowest province in {last}: Jing-Jin-Ji {jjj}, Yangtze Delta {yrd},"
        " Yangtze Belt {yreb}, Yellow River {yellow_river}. The tick is the level of all provinces"
        " outside the zone.",
        note="Dot: whole zone. Tick: all other provinces. The Greater Bay Area is computed from city"
        " figures on another basis and is left out.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """The year, the unit and each zone's ratio of highest to lowest."""
    found = {"last": str(frame["period"].max()), "unit": frame[column("unit", language)][0]}
    for zone in frame["group_id"].unique():
        found[zone] = times(cell(frame, "highest_to_lowest_ratio", group_id=zone))
    return found


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A bar from lowest to highest in each zone's colour, the zone as a dot, the rest as a tick."""
    import altair as alt

    rows = [_row(row, language) for row in frame.iter_rows(named=True)]
    order = alt.Y("zone:N", sort=[row["zone"] for row in rows], title=None).axis(
        labelFontSize=13, labelColor=INK, labelPadding=10
    )
    limits = [0, max(row["highest"] for row in rows) * 1.02]
    axis = alt.Axis(
        format=",.0f",
        title=None,
        grid=True,
        domain=False,
        ticks=False,
        tickCount=5,
        labelFlush=False,
    )
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=order)
    colour = alt.Color("colour:N", scale=None)

    def x(field: str) -> alt.X:
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=limits, nice=False), axis=axis)

    def label(field: str, text: str, align: str, dx: int, dy: int = 0, tint: str = GREY) -> alt.Chart:
        mark = base.mark_text(align=align, dx=dx, dy=dy, fontSize=LABEL, color=tint)
        return mark.encode(x=x(field), text=f"{text}:N")

    return alt.layer(
        base.mark_bar(height=9, cornerRadius=4.5, opacity=0.38).encode(
            x=x("lowest"), x2="highest:Q", color=colour
        ),
        base.mark_tick(thickness=2, size=24, color=INK).encode(x=x("rest")),
        base.mark_point(size=130, filled=True, opacity=1).encode(x=x("value"), color=colour),
        label("lowest", "lowest_name", "right", -6),
        label("highest", "highest_name", "left", 6),
        label("value", "value_text", "center", 0, -17, INK),
    ).properties(width=460, height=62 * len(rows))


def _row(row: dict, language: str) -> dict:
    """What one zone shows, named in this language."""
    colour = ZONES[row["group_id"]]
    return {
        "zone": row[column("group_short_name", language)],
        "lowest": row["lowest_value"],
        "highest": row["highest_value"],
        "value": row["value"],
        "rest": row["rest_value"],
        "value_text": grouped(row["value"]),
        **{
            f"{end}_name": f"{row[column(f'{end}_region_name', language)]} {grouped(row[f'{end}_value'])}"
            for end in ("lowest", "highest")
        },
        "colour": label_colour(colour),
    }


CHART = Chart(
    chart_id="zone_spread",
    mart="marts/zone_gap",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=(
        "group_short_name",
        "period",
        "value",
        "rest_value",
        "highest_region_name",
        "highest_value",
        "lowest_region_name",
        "lowest_value",
        "highest_to_lowest_ratio",
        "unit",
    ),
)
