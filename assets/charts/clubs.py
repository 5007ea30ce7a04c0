"""Which provinces share a convergence club in output per head, by the log t test?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.chart import Chart
from assets.charts.club_table import club_table, shade
from assets.charts.facts import computed, counted, figure, first_year, last_year
from assets.charts.outlines import feature_data, label_points
from assets.charts.reading import column
from assets.charts.theme import INK, NO_DATA, PALE
from assets.charts.tooltips import tips
from assets.charts.words import JOINT
from assets.wording.figures import Figure

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
# The centre of Hebei lies at the rim of Beijing, whose number it would seem.
HEBEI = {"130000": (115.4, 38.2)}
SHOWN = {"none": 0, "phillips_sul": 1}
MAPS = {
    "zh-Hans": ("合并前：{}个俱乐部", "合并后：{}个俱乐部"),
    "zh-Hant": ("合併前：{}個俱樂部", "合併後：{}個俱樂部"),
    "en": ("Before merging: {} clubs", "After merging: {} clubs"),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Numbers of clubs by way of clustering, years, and who is in no club."""
    from assets.wording.messages import worded

    def clubs(merging: str, convention: str = "R") -> Figure:
        part = frame.filter(convention=convention, merging=merging)
        return figure(part.head(1), "n_clubs", "count")

    unmerged = frame.filter(convention="R", merging="none")
    outside = unmerged.filter(club_number=0)
    shown = frame.filter(frame["merging"].is_in(list(SHOWN)), convention="R", is_rejected=True)
    rejected = shown.select("merging", "club_number").n_unique()
    joint = JOINT[language]
    numbers = {
        "clubs": clubs("none"),
        "clubs_stata": clubs("none", "Stata"),
        "merged": clubs("phillips_sul"),
        "merged_otherwise": clubs("von_lyncker_thoennessen"),
        "first": first_year(unmerged, "period_start"),
        "last": last_year(unmerged, "period_end"),
    }
    return numbers | {
        "none": counted(outside),
        "outside": joint.join(outside[column("region_short_name", language)]) or "–",
        "rejected": computed(rejected, "count", shown, "club_number"),
        "ways": worded("clubs", "ways", language, numbers),
    }


def body(frame: "pl.DataFrame", language: str, outlines: dict) -> Any:
    """The clubs on two maps, before and after merging, and their members and tests in a table."""
    points = label_points(outlines) | HEBEI
    found = frame.filter(convention="R")
    maps = [
        _map(found.filter(merging=merging), MAPS[language][place], points, language)
        for merging, place in SHOWN.items()
    ]
    pair = arranged(maps, columns=2, spacing=(0, 16))
    return arranged([pair, club_table(found, language)], columns=1, spacing=(10, 0))


def _map(part: "pl.DataFrame", head: str, points: dict[str, tuple[float, float]], language: str) -> Any:
    """Provinces in the shade of their club with its number on them."""
    import altair as alt

    rows = [
        {"id": row["region_id"], "shade": shade(row["club_number"])}
        | dict(zip(("longitude", "latitude"), points[row["region_id"]], strict=True))
        | {
            "name": row[column("region_short_name", language)],
            "n": row["n_members"],
            "told": str(row["club_number"] or "–"),
            "label": "" if row["region_id"] in SMALL_REGIONS else str(row["club_number"] or ""),
            "ink": "white" if 0 < row["club_number"] <= 2 else INK,
        }
        for row in part.iter_rows(named=True)
    ]
    shapes = alt.Chart(feature_data())
    lookup = alt.LookupData(alt.InlineData(values=rows), "id", ["shade", "told", "name", "n"])
    fields = (("name", "region_short_name", ""), ("told", "club_number", ""), ("n", "n_members", "d"))
    numbers = alt.Chart(alt.InlineData(values=rows)).mark_text(fontSize=9)
    return (
        alt.layer(
            shapes.mark_geoshape(fill=NO_DATA, stroke=PALE, strokeWidth=0.4),
            shapes.mark_geoshape(stroke=PALE, strokeWidth=0.6)
            .transform_lookup(lookup="id", from_=lookup)
            .transform_filter("isValid(datum.shade)")
            .encode(fill=alt.Fill("shade:N", scale=None), tooltip=tips(fields, language)),
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
    facts=facts,
    body=body,
    table=(
        "region_short_name", "convention", "merging", "club_number", "n_members", "log_t_slope",
        "t_statistic",
    ),
    needs_outlines=True,
)  # fmt: skip
