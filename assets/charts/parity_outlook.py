"""How long would the gap of each bloc to the nation last at the recent trend, and did past outlooks hold?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import arranged
from assets.charts.axes import Axes, rounded_domain
from assets.charts.chart import Chart
from assets.charts.facts import computed, counted, first_year, last_year
from assets.charts.lines import reference_line
from assets.charts.parity_words import VERDICTS, outlook, said
from assets.charts.reading import column
from assets.charts.theme import BLOCS, GREY, LABEL, SMALL, label_colour
from assets.charts.tooltips import tips
from assets.charts.words import COLUMNS, NATION_LINE, percent
from assets.wording.figures import joined

if TYPE_CHECKING:
    import polars as pl

# The gap is ln(nation / group), turned round for a group above the nation; drawn is group / nation.
QUERY = """
select
    *,
    case when is_above_nation then 1 else -1 end as side,
    exp(side * log_gap) as newest_ratio,
    exp(side * gap_low) as low_ratio,
    exp(side * gap_lower_quartile) as lower_quartile_ratio,
    exp(side * gap_median) as median_ratio,
    exp(side * gap_upper_quartile) as upper_quartile_ratio,
    exp(side * gap_high) as high_ratio,
    exp(side * observed_gap) as observed_ratio
from marts.parity_outlook
where view_id = 'census5'
    and indicator_id = 'gdp_per_head'
    and group_kind = 'bloc'
    and partition_id = 'nbs4'
order by group_id, origin_period, period
"""

COLUMNS.update(
    low_ratio={"zh-Hans": "八成范围下限", "zh-Hant": "八成範圍下限", "en": "80% range from"},
    high_ratio={"zh-Hans": "八成范围上限", "zh-Hant": "八成範圍上限", "en": "80% range to"},
    origin_period={"zh-Hans": "展望年份", "zh-Hant": "展望年份", "en": "Year of outlook"},
    gap_low={"zh-Hans": "差距下限", "zh-Hant": "差距下限", "en": "Log gap, low"},
    gap_median={"zh-Hans": "差距中位数", "zh-Hant": "差距中位數", "en": "Log gap, median"},
    gap_high={"zh-Hans": "差距上限", "zh-Hant": "差距上限", "en": "Log gap, high"},
    observed_gap={"zh-Hans": "实际差距", "zh-Hant": "實際差距", "en": "Log gap, observed"},
    years_to_parity={"zh-Hans": "持平所需年数", "zh-Hant": "持平所需年數", "en": "Years to parity"},
    never_share={"zh-Hans": "永不持平的比例", "zh-Hant": "永不持平的比例", "en": "Share of never"},
)


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """What each bloc's verdict says, and how many observed values past fans held."""
    import polars as pl

    seen = frame.filter(pl.col("observed_gap").is_not_null())
    inside = seen.filter(pl.col("observed_gap").is_between("gap_low", "gap_high"))
    rows = frame.unique("group_id", maintain_order=True).sort("years_to_parity", nulls_last=True)
    outlooks = [outlook(rows[place], language) for place in range(len(rows))]
    joint = ", " if language == "en" else "，"
    return {
        "outlooks": joined(outlooks, joint, language),
        "changes": computed(frame["n_changes"].max(), "count", frame.head(1), "n_changes"),
        "past": last_year(seen, "origin_period"),
        "issued": last_year(frame, "origin_period"),
        "seen": first_year(seen),
        "until": last_year(frame),
        "checked": counted(seen),
        "inside": counted(inside),
    }


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A panel a bloc on one scale, in the order of the blocs."""
    import polars as pl

    # a low gap is a high ratio for a group below the nation
    ends = ("low_ratio", "high_ratio")
    frame = frame.with_columns(low_ratio=pl.min_horizontal(*ends), high_ratio=pl.max_horizontal(*ends))
    values = pl.concat([frame["low_ratio"], frame["high_ratio"], frame["observed_ratio"]]).drop_nulls()
    years = frame["period"].min(), frame["period"].max()
    axes = Axes(244, 150, years, rounded_domain(values, 0.2), ".0%", 5, ticks=5)
    groups = [group for group in BLOCS if group in set(frame["group_id"])]
    return arranged(
        [_panel(frame.filter(group_id=group), not place, axes, language)
         for place, group in enumerate(groups)],
        columns=2, spacing=(18, 26),
    )  # fmt: skip


def _panel(part: "pl.DataFrame", is_first: bool, axes: Axes, language: str) -> Any:
    """One bloc: the past fan, what came, the fan ahead, and what the trend says above them."""
    import altair as alt

    row = part.row(0, named=True)
    colour = BLOCS[row["group_id"]]
    heads = [
        said(part, language, "head", "head_never").text,
        said(part, language, "span", "span_never").text,
    ]
    return alt.layer(
        *reference_line(1, NATION_LINE[language] if is_first else "", axes, place="end"),
        *_past(part, axes, language, is_first),
        *_ahead(part, colour, axes, language),
    ).properties(
        width=axes.width,
        height=axes.height,
        title=alt.TitleParams(
            row[column("group_short_name", language)], subtitle=heads, fontSize=13, offset=6, frame="group",
            subtitleFontSize=LABEL, subtitleLineHeight=15, subtitlePadding=3, color=label_colour(colour),
        ),
    )  # fmt: skip


def _fields(drawn: str) -> tuple[tuple[str, str, str], ...]:
    """Year, the ratio drawn and the range of the fan round it."""
    ends = [(name, name, ".1%") for name in ("low_ratio", "high_ratio")]
    return ("period", "period", "d"), (drawn, "ratio_to_nation", ".1%"), *ends


def _past(part: "pl.DataFrame", axes: Axes, language: str, is_first: bool) -> list[Any]:
    """The outer quantiles of the fan issued earlier, as a dashed outline, and the values that came."""
    import altair as alt

    from assets.wording.messages import worded

    seen = part.filter(part["observed_gap"].is_not_null())
    if seen.is_empty():
        return []
    shown = seen.select("origin_period", "period", "low_ratio", "high_ratio", "observed_ratio")
    outline = (
        alt.Chart(shown)
        .mark_area(color=GREY, fillOpacity=0.12, stroke=GREY, strokeWidth=1, strokeDash=[3, 2])
        .encode(x=axes.x(), y=axes.y("low_ratio"), y2="high_ratio:Q", detail="origin_period:N")
    )
    observed = (
        alt.Chart(shown)
        .mark_line(color=label_colour(BLOCS[part["group_id"][0]]), strokeWidth=2.4)
        .encode(x=axes.x(), y=axes.y("observed_ratio"), tooltip=tips(_fields("observed_ratio"), language))
    )
    label_words = worded("parity_outlook", "past", language, {"year": last_year(seen, "origin_period")})
    label = {
        "period": seen["period"].max(),
        "at": max(seen["low_ratio"].max(), seen["high_ratio"].max()),
        "label": label_words.text,
    }
    text = (
        alt.Chart(alt.InlineData(values=[label]))
        .mark_text(align="left", dx=5, fontSize=SMALL, color=GREY)
        .encode(x=axes.x(), y=axes.y("at"), text="label:N")
    )
    return [outline, observed, text] if is_first else [outline, observed]


def _ahead(part: "pl.DataFrame", colour: str, axes: Axes, language: str) -> list[Any]:
    """The fan of the newest year of issue, opening from the newest value."""
    import altair as alt
    import polars as pl

    issued = part["origin_period"].max()
    names = ["low_ratio", "lower_quartile_ratio", "median_ratio", "upper_quartile_ratio", "high_ratio"]
    ahead = part.filter(origin_period=issued).select("period", *names)
    start = {"period": issued} | dict.fromkeys(names, part["newest_ratio"][0])
    fan = alt.Chart(pl.concat([pl.DataFrame([start], schema=ahead.schema), ahead])).encode(
        x=axes.x(), tooltip=tips(_fields("median_ratio"), language)
    )
    bands = [
        fan.mark_area(color=colour, opacity=opacity).encode(y=axes.y(low), y2=f"{high}:Q")
        for low, high, opacity in (
            ("low_ratio", "high_ratio", 0.22), ("lower_quartile_ratio", "upper_quartile_ratio", 0.35)
        )
    ]  # fmt: skip
    median = fan.mark_line(color=label_colour(colour), strokeWidth=1.4, strokeDash=[6, 3]).encode(
        y=axes.y("median_ratio")
    )
    last = ahead.row(-1, named=True)
    end = {"period": last["period"], "at": last["median_ratio"], "label": percent(last["median_ratio"])}
    text = (
        alt.Chart(alt.InlineData(values=[end]))
        .mark_text(align="left", dx=5, fontSize=LABEL, color=label_colour(colour))
        .encode(x=axes.x(), y=axes.y("at"), text="label:N")
    )
    return [*bands, median, text]


CHART = Chart(
    chart_id="parity_outlook",
    mart="marts/parity_outlook",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "group_short_name", "origin_period", "period", "gap_low", "gap_median", "gap_high",
        "observed_gap", "verdict", "years_to_parity", "never_share",
    ),
    codes={"verdict": VERDICTS},
)  # fmt: skip
