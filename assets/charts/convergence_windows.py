"""In which spans of years did provinces with less output per head grow faster, for every start and end?"""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import counted, figure, first_year, last_year
from assets.charts.theme import DIVERGING, GREY, INK, SMALL
from assets.charts.tooltips import tips
from assets.charts.words import COLUMNS
from assets.wording.figures import Wording, joined

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
        "head": "β（×100，每年）", "dot": "圆点：p < {}", "axes": "左侧：起始年份；上方：终止年份",
        "span": "{} 至 {}",
    },
    "zh-Hant": {
        "head": "β（×100，每年）", "dot": "圓點：p < {}", "axes": "左側：起始年份；上方：終止年份",
        "span": "{} 至 {}",
    },
    "en": {
        "head": "Beta × 100, per year", "dot": "Dot: p < {}", "axes": "Row: start year. Column: end year.",
        "span": "{} to {}",
    },
}  # fmt: skip

TIPS = (
    ("start", "period_start", "d"), ("end", "period_end", "d"), ("beta", "beta", ".4f"),
    ("p", "p_value", ""), ("n", "n_members", "d"),
)  # fmt: skip


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How many windows there are, below zero and significantly so, and where those begin."""
    first, last = first_year(frame, "period_start"), last_year(frame, "period_end")
    significant = frame.filter(frame["p_value"] < LEVEL)
    marked = significant.filter(significant["beta"] < 0)
    span = {"period_start": first.value, "period_end": last.value}
    return {
        "windows": counted(frame),
        "negative": counted(frame.filter(frame["beta"] < 0)),
        "marked": counted(marked),
        "positive_marked": counted(significant.filter(significant["beta"] > 0)),
        "early": _early(frame, marked, language),
        "first": first,
        "last": last,
        "level": str(LEVEL),
        "whole": figure(frame, "beta", "index", **span),
    }


def _early(frame: "pl.DataFrame", marked: "pl.DataFrame", language: str) -> Wording:
    """The run of first start years of which every window is marked, and the rest: no year is chosen."""
    from assets.wording.messages import worded

    unmarked = frame.join(marked, on=["period_start", "period_end"], how="anti")["period_start"]
    limit = unmarked.min() or 0
    early = frame.filter(frame["period_start"] < limit)
    if early.is_empty():
        return Wording(())
    ends = [first_year(early, "period_start"), last_year(early, "period_start")]
    years = ends if ends[0].value < ends[1].value else ends[:1]
    values = {
        "years": joined(years, "–" if language == "en" else "—", language),
        "all": counted(early),
        "others": counted(frame.filter(frame["period_start"] >= limit)),
        "few": counted(marked.filter(marked["period_start"] >= limit)),
    }
    return worded("convergence_windows", "early", language, values)


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
            color=alt.Color("beta:Q", scale=threshold, legend=None), tooltip=tips(TIPS, language)
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
        "p": "–" if p is None else f"{p:.3f}" if p >= 0.001 else "< 0.001", "n": row["n_members"],
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
    facts=facts,
    body=body,
    table=("period_start", "period_end", "beta", "standard_error", "p_value", "n_members"),
)
