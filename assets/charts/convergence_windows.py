"""In which spans of years did provinces with less output per head grow faster, for every start and end?"""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.reading import Texts, cell
from assets.charts.theme import DIVERGING, GREY, INK, SMALL
from assets.charts.words import COLUMNS, thousandths

if TYPE_CHECKING:
    import polars as pl

# One basis only: a window across a change of basis compares two kinds of figures.
QUERY = """
select *
from marts.convergence_windows
where view_id = 'census5'
    and indicator_id = 'gdp_per_head'
    and group_id = 'national31'
    and not has_break
    and beta is not null
order by period_start, period_end
"""

LEVEL = 0.05
# The base year of official comparisons, at which the verdicts on convergence split the years too.
BASE_YEAR = 2012
# Symmetric about zero, log points per year for each log point of the start value.
STEPS = (-0.04, -0.02, -0.005, 0.005, 0.02, 0.04)
COLOURS = DIVERGING[::-1]
WIDTH, ROW = 558, 20

COLUMNS.update(
    period_end={"zh-Hans": "终止年份", "zh-Hant": "終止年份", "en": "End year"},
    beta={"zh-Hans": "β", "zh-Hant": "β", "en": "Beta"},
    standard_error={"zh-Hans": "标准误", "zh-Hant": "標準誤", "en": "Standard error"},
    p_value={"zh-Hans": "p值", "zh-Hant": "p值", "en": "p"},
)

LEGEND = {
    "zh-Hans": {
        "head": "β（×100，每年）",
        "dot": "圆点：p < {}",
        "axes": "行：起始年份；列：终止年份",
        "span": "{} 至 {}",
    },
    "zh-Hant": {
        "head": "β（×100，每年）",
        "dot": "圓點：p < {}",
        "axes": "行：起始年份；列：終止年份",
        "span": "{} 至 {}",
    },
    "en": {
        "head": "Beta × 100, per year",
        "dot": "Dot: p < {}",
        "axes": "Row: start year. Column: end year.",
        "span": "{} to {}",
    },
}

TEXTS = {
    "zh-Hans": Texts(
        title="β显著为负的时段：{base}年前起始的{early}个中有{early_marked}个，{base}年起的{late}个中有{late_marked}个",
        subtitle="31省份人均地区生产总值年均增速对期初水平对数的回归系数β，每个起止年份一格，{first}—{last}年；"
        "负值（绿色）表示期初较低的省份增长较快，圆点表示p < {level}",
        alt="热力图：31省份人均地区生产总值的β系数，每个起止年份一格，{first}至{last}年，显著者加圆点。",
        description="{windows}个时段中，β为负的有{negative}个，其中p < {level}的有{marked}个；"
        "β为正且p < {level}的有{positive_marked}个。全部时段（{first}—{last}年）的β为{whole}。",
        note="不是趋同与否的结论：负的β可能是向均值回归；时段重叠，未作多重检验校正；计数随数据版本与分界年份而变。",
    ),
    "zh-Hant": Texts(
        title="β顯著為負的時段：{base}年前起始的{early}個中有{early_marked}個，{base}年起的{late}個中有{late_marked}個",
        subtitle="31省份人均地區生產總值年均增速對期初水平對數的迴歸係數β，每個起止年份一格，{first}—{last}年；"
        "負值（綠色）表示期初較低的省份增長較快，圓點表示p < {level}",
        alt="熱力圖：31省份人均地區生產總值的β係數，每個起止年份一格，{first}至{last}年，顯著者加圓點。",
        description="{windows}個時段中，β為負的有{negative}個，其中p < {level}的有{marked}個；"
        "β為正且p < {level}的有{positive_marked}個。全部時段（{first}—{last}年）的β為{whole}。",
        note="不是趨同與否的結論：負的β可能是向均值迴歸；時段重疊，未作多重檢驗校正；計數隨數據版本與分界年份而變。",
    ),
    "en": Texts(
        title="Beta is significantly below zero in {early_marked} of {early} windows that start before"
        " {base} and in {late_marked} of {late} from then on",
        subtitle="Slope of yearly growth on the log of the start value of gross regional product per head,"
        " 31 provinces, one cell a window, {first}–{last}. Below zero (green): provinces with less at"
        " the start grew faster. Dot: p < {level}",
        alt="Heat map of beta of output per head across 31 provinces, one cell for every start and end"
        " year, {first} to {last}; a dot marks the significant ones.",
        description="Of {windows} windows {negative} have a beta below zero, {marked} of them with p <"
        " {level}; {positive_marked} have one above zero with p < {level}. Over the whole span"
        " ({first}–{last}) beta is {whole}.",
        note="No verdict on convergence: beta below zero may be regression to the mean. Windows overlap, none"
        " is corrected for their number; the counts depend on the edition and on the year of the split.",
    ),
}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, str]:
    """How many windows there are, below zero and significantly so, before and from the base year."""
    first, last = frame["period_start"].min(), frame["period_end"].max()
    significant = frame.filter(frame["p_value"] < LEVEL)
    marked = significant.filter(significant["beta"] < 0)
    early, early_marked = (int((part["period_start"] < BASE_YEAR).sum()) for part in (frame, marked))
    found = {
        "windows": len(frame), "negative": int((frame["beta"] < 0).sum()), "marked": len(marked),
        "positive_marked": len(significant) - len(marked), "early": early, "early_marked": early_marked,
        "late": len(frame) - early, "late_marked": len(marked) - early_marked,
        "first": first, "last": last, "base": BASE_YEAR, "level": LEVEL,
        "whole": thousandths(cell(frame, "beta", period_start=first, period_end=last)).replace("-", "−"),
    }  # fmt: skip
    return {name: str(value) for name, value in found.items()}


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A triangle of cells, each with its number, so that the sign needs no colour; dots for p."""
    import altair as alt

    rows = [_row(row) for row in frame.iter_rows(named=True)]
    starts = sorted({row["start"] for row in rows})
    ends = sorted({row["end"] for row in rows})
    half, height = WIDTH / len(ends) / 2, ROW * len(starts)
    x = alt.X("end:O", scale=alt.Scale(domain=ends), axis=None)
    y = alt.Y("start:O", scale=alt.Scale(domain=starts), axis=None)
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=x, y=y)
    ink = alt.Color("ink:N", scale=None)
    threshold = alt.Scale(type="threshold", domain=list(STEPS), range=list(COLOURS))
    firsts = [{"start": start, "end": min(row["end"] for row in rows if row["start"] == start)}
              for start in starts]  # fmt: skip
    head = {"fontSize": SMALL, "color": GREY}
    return alt.layer(
        base.mark_rect(stroke="white", strokeWidth=1).encode(
            color=alt.Color("beta:Q", scale=threshold, legend=None)
        ),
        base.mark_text(fontSize=SMALL, dx=-2).encode(text="label:N", color=ink),
        base.transform_filter("datum.marked")
        .mark_point(size=9, filled=True, opacity=1, xOffset=half - 4.5, yOffset=4.5 - ROW / 2)
        .encode(color=ink),
        alt.Chart(alt.InlineData(values=[{"end": end} for end in ends]))
        .mark_text(**head).encode(x=x, y=alt.value(-9), text="end:O"),
        alt.Chart(alt.InlineData(values=firsts))
        .mark_text(align="right", dx=-half - 5, **head).encode(x=x, y=y, text="start:O"),
        *_legend(language, height),
    ).resolve_scale(color="independent", y="independent").properties(width=WIDTH, height=height)  # fmt: skip


def _row(row: dict) -> dict:
    """One window: where it lies, its slope as number and text, and whether it is marked."""
    beta, p = row["beta"], row["p_value"]
    return {
        "start": row["period_start"], "end": row["period_end"], "beta": beta, "label": _hundredths(beta),
        "marked": p is not None and p < LEVEL,
        "ink": "white" if beta < STEPS[0] or beta >= STEPS[-1] else INK,
    }  # fmt: skip


def _hundredths(beta: float) -> str:
    """-0.0476 -> −4.8; a slope that rounds to zero has no sign."""
    text = f"{100 * beta:.1f}"
    return "0.0" if text == "-0.0" else text.replace("-", "−")


def _legend(language: str, height: int) -> list[Any]:
    """Classes of colour, the dot and the axes, in the corner that holds no window."""
    import altair as alt

    words = LEGEND[language]
    limits = [_hundredths(step) for step in STEPS]
    spans = [words["span"].format(*pair) for pair in pairwise(limits)]
    classes = zip([f"< {limits[0]}", *spans, f"≥ {limits[-1]}"], COLOURS, strict=True)
    lines = [
        {"label": words["head"], "colour": "white"},
        *({"label": label, "colour": colour} for label, colour in classes),
        {"label": words["dot"].format(LEVEL), "colour": "white"},
        {"label": words["axes"], "colour": "white"},
    ]
    rows = [line | {"y": height - 15 * (len(lines) - place) + 8} for place, line in enumerate(lines)]
    # Pixels from the top, on a scale of its own beside that of the years.
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=y)
    swatches, plain = (base.transform_filter(f"datum.colour {sign} 'white'") for sign in ("!=", "=="))
    text = {"align": "left", "fontSize": SMALL, "color": GREY}
    return [
        swatches.mark_square(size=144, opacity=1, stroke="#b7bdc4", strokeWidth=0.5).encode(
            x=alt.value(6), fill=alt.Color("colour:N", scale=None)
        ),
        swatches.mark_text(**text).encode(x=alt.value(20), text="label:N"),
        plain.mark_text(**text).encode(x=alt.value(0), text="label:N"),
    ]


CHART = Chart(
    chart_id="convergence_windows",
    mart="marts/convergence_windows",
    query=QUERY,
    texts=TEXTS,
    facts=facts,
    body=body,
    table=("period_start", "period_end", "beta", "standard_error", "p_value", "n_members"),
)
