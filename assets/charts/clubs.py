"""Which provinces share a convergence club in output per head, by the log t test?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.chart import Chart
from assets.charts.club_table import club_table, shade
from assets.charts.outlines import feature_data, label_points
from assets.charts.reading import Texts, column
from assets.charts.theme import INK, NO_DATA, PALE

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.clubs
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
    and club_number is not null
order by convention, merging, club_number, sort_order
"""

# Too small for a number at this size; the table names them.
SMALL_REGIONS = ("120000", "310000")
SHOWN = {"none": 0, "phillips_sul": 1}
MAPS = {
    "zh-Hans": ("合并前：{}个俱乐部", "合并后：{}个俱乐部"),
    "zh-Hant": ("合併前：{}個俱樂部", "合併後：{}個俱樂部"),
    "en": ("Before merging: {} clubs", "After merging: {} clubs"),
}
TEXTS = {
    "zh-Hans": Texts(
        title="对数t检验把31省份人均产出分为{clubs}个俱乐部，合并后为{merged}个（{years}）",
        subtitle="人均地区生产总值的收敛俱乐部，{years}；数字为俱乐部编号，同一编号内相对收敛的假设未被拒绝",
        alt="地图两幅与表：{years}各省份所属收敛俱乐部，合并前后。",
        description="合并前{clubs}个俱乐部，合并后{merged}个；{none}个省份不属任何俱乐部：{outside}。"
        "各种算法的俱乐部数：{ways}。",
        note="方法：菲利普斯和萨尔（2007、2009年）。白色不属任何俱乐部，灰色为表中无数据。斜率t值不高于−1.65者拒绝俱乐部内收敛，"
        "此处{rejected}个。结果随口径、年份和算法而变：{ways}。示意图，不作为划界依据；南海诸岛未在底图中绘出。"
        "底图：Apache ECharts。",
    ),
    "zh-Hant": Texts(
        title="對數t檢驗把31省份人均產出分為{clubs}個俱樂部，合併後為{merged}個（{years}）",
        subtitle="人均地區生產總值的收斂俱樂部，{years}；數字為俱樂部編號，同一編號內相對收斂的假設未被拒絕",
        alt="地圖兩幅與表：{years}各省份所屬收斂俱樂部，合併前後。",
        description="合併前{clubs}個俱樂部，合併後{merged}個；{none}個省份不屬任何俱樂部：{outside}。"
        "各種算法的俱樂部數：{ways}。",
        note="方法：菲利普斯和薩爾（2007、2009年）。白色不屬任何俱樂部，灰色為表中無資料。斜率t值不高於−1.65者拒絕俱樂部內收斂，"
        "此處{rejected}個。結果隨口徑、年份和算法而變：{ways}。示意圖，不作為劃界依據；南海諸島未在底圖中繪出。"
        "底圖：Apache ECharts。",
    ),
    "en": Texts(
        title="The log t test sorts the 31 provinces into {clubs} clubs of output per head, {merged} after"
        " merging",
        subtitle="Convergence clubs in gross regional product per head, {years}. Numbers are clubs: among"
        " provinces with the same number the test does not reject relative convergence",
        alt="Two maps and a table: the convergence club of each province, {years}, before and after merging.",
        description="{clubs} clubs before merging and {merged} after; {none} provinces are in no club:"
        " {outside}. Clubs by each way of clustering: {ways}.",
        note="After Phillips and Sul (2007, 2009). White: in no club; grey: no figure. A slope with t of"
        " −1.65 or less rejects convergence in the club: {rejected} here. Clubs vary with basis, years, way:"
        " {ways}. Schematic outlines, not a statement on boundaries; the South China Sea islands are not in"
        " the base file. Outlines: Apache ECharts.",
    ),
}
WAYS = {
    "zh-Hans": ("两种程序未合并{}和{}个", "菲利普斯—萨尔合并{}个", "冯林克—滕尼森合并{}个"),
    "zh-Hant": ("兩種程式未合併{}和{}個", "菲利普斯—薩爾合併{}個", "馮林克—滕尼森合併{}個"),
    "en": (
        "unmerged {} and {} (two programs)", "merged after Phillips and Sul {}",
        "merged after von Lyncker and Thoennessen {}",
    ),
}  # fmt: skip


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """Numbers of clubs by way of clustering, years, and who is in no club."""

    def clubs(merging: str, convention: str = "R") -> str:
        return str(frame.filter(convention=convention, merging=merging)["n_clubs"][0])

    unmerged = frame.filter(convention="R", merging="none")
    outside = unmerged.filter(club_number=0)[column("region_short_name", language)].to_list()
    first, last = unmerged["period_start"][0], unmerged["period_end"][0]
    shown = frame.filter(frame["merging"].is_in(list(SHOWN)), convention="R", is_rejected=True)
    two, merged, other = WAYS[language]
    joint = ", " if language == "en" else "、"
    return {
        "clubs": clubs("none"),
        "merged": clubs("phillips_sul"),
        "years": f"{first}–{last}" if language == "en" else f"{first}—{last}年",
        "none": str(len(outside)),
        "outside": joint.join(outside) or "–",
        "rejected": str(shown.select("merging", "club_number").n_unique()),
        "ways": joint.join([
            two.format(clubs("none"), clubs("none", "Stata")), merged.format(clubs("phillips_sul")),
            other.format(clubs("von_lyncker_thoennessen")),
        ]),
    }  # fmt: skip


def body(frame: "pl.DataFrame", language: str, outlines: dict) -> Any:
    """The clubs on two maps, before and after merging, and their members and tests in a table."""
    points = label_points(outlines)
    found = frame.filter(convention="R")
    maps = [
        _map(found.filter(merging=merging), MAPS[language][place], points) for merging, place in SHOWN.items()
    ]
    pair = arranged(maps, columns=2, spacing=(0, 16))
    return arranged([pair, club_table(found, language)], columns=1, spacing=(10, 0))


def _map(part: "pl.DataFrame", head: str, points: dict[str, tuple[float, float]]) -> Any:
    """Provinces in the shade of their club with its number on them."""
    import altair as alt

    rows = [
        {"id": row["region_id"], "number": row["club_number"], "shade": shade(row["club_number"])}
        | dict(zip(("longitude", "latitude"), points[row["region_id"]], strict=True))
        | {
            "label": "" if row["region_id"] in SMALL_REGIONS else str(row["club_number"] or ""),
            "ink": "white" if 0 < row["club_number"] <= 2 else INK,
        }
        for row in part.iter_rows(named=True)
    ]
    shapes = alt.Chart(feature_data())
    lookup = alt.LookupData(alt.InlineData(values=rows), "id", ["shade", "number"])
    numbers = alt.Chart(alt.InlineData(values=rows)).mark_text(fontSize=9)
    return (
        alt.layer(
            shapes.mark_geoshape(fill=NO_DATA, stroke=PALE, strokeWidth=0.4),
            shapes.mark_geoshape(stroke=PALE, strokeWidth=0.6)
            .transform_lookup(lookup="id", from_=lookup)
            .transform_filter("isValid(datum.shade)")
            .encode(fill=alt.Fill("shade:N", scale=None)),
            numbers.encode(longitude="longitude:Q", latitude="latitude:Q", text="label:N",
                           color=alt.Color("ink:N", scale=None)),
        )
        .project(type="conicEqualArea", parallels=[25, 47], rotate=[-105, 0])
        .properties(width=308, height=220, title=alt.TitleParams(
            head.format(part["n_clubs"][0]), fontSize=13, offset=6, frame="group"))
    )  # fmt: skip


CHART = Chart(
    chart_id="clubs",
    mart="marts/clubs",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=(
        "region_short_name", "convention", "merging", "club_number", "n_members", "log_t_slope",
        "t_statistic",
    ),
    needs_outlines=True,
)  # fmt: skip
