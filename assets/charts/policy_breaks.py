"""Does the gap of a zone to the nation change course at its policy dates more than at other dates?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import counted, first_year, last_year
from assets.charts.policy_break_words import PLACEBO, WORDS
from assets.charts.reading import column
from assets.charts.theme import ACCENT, GREY, GRID, INK, PALE, SMALL, text_width, wrapped
from assets.charts.tooltips import tips
from assets.charts.words import COLUMNS, times
from assets.wording.figures import joined

if TYPE_CHECKING:
    import polars as pl

# The basis with the longest run of years without a break: a test needs years on both sides of its date.
QUERY = """
select *
from marts.policy_breaks
where view_id = 'census4'
    and indicator_id = 'gdp_per_head'
order by event_date, group_id, event_id, is_event desc, period
"""

# Shape and fill tell the verdicts apart, colour only helps.
MARKS = {
    "coincides with a change": ("diamond", ACCENT, ACCENT),
    "larger change at another date": ("square", "white", INK),
    "no change found": ("circle", INK, INK),
}
NAMES, GROUPS, PLOT, ROW = 236, 104, 170, 30

COLUMNS.update(
    event_name={"zh-Hans": "事件", "zh-Hant": "事件", "en": "Event"},
    event_date={"zh-Hans": "日期", "zh-Hant": "日期", "en": "Date"},
    statistic={"zh-Hans": "统计量F", "zh-Hant": "統計量F", "en": "F"},
    p_value={"zh-Hans": "p值", "zh-Hant": "p值", "en": "p"},
    placebo_p={"zh-Hans": "安慰剂p值", "zh-Hant": "安慰劑p值", "en": "Placebo p"},
)

TIPS = (("group", "group_short_name", ""), ("period", "period", "d"), ("statistic", "statistic", ".2f"))
EVENT_TIPS = (
    ("name", "event_name", ""), ("date", "event_date", ""), *TIPS, ("p", "p_value", ""),
    ("placebo_p", "placebo_p", ""),
)  # fmt: skip


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How many events are testable, what their verdicts are, how many lie within the placebo dates."""
    from assets.wording.messages import worded

    events = frame.filter(frame["is_event"])
    tested = events.filter(events["statistic"].is_not_null())
    coinciding = tested.filter(verdict="coincides with a change")
    # With no larger placebo the share of dates is the event's own, one of them all.
    exceeded = tested.filter(tested["placebo_p"] * (tested["n_placebos"] + 1) > 1.5)
    numbers = {
        "tested": counted(tested),
        "coinciding": counted(coinciding),
        "untestable": counted(events.filter(events["statistic"].is_null())),
    }
    words = {word: events.filter(verdict=word) for word in WORDS[language] if " " in word}
    counts = [
        worded("policy_breaks", "count", language, {"word": WORDS[language][word], "n": counted(part)})
        for word, part in words.items()
        if len(part)
    ]
    return numbers | {
        "finding": worded("policy_breaks", "none" if coinciding.is_empty() else "some", language, numbers),
        "exceeded": counted(exceeded),
        "first": first_year(tested, "period_start"),
        "last": last_year(tested, "period_end"),
        "verdicts": joined(counts, ", " if language == "en" else "，", language),
    }


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A row an event: its own statistic among those of the other dates, with both p at the right."""
    import altair as alt

    tested = frame.filter(frame["statistic"].is_not_null())
    own = tested.filter(tested["is_event"]).iter_rows(named=True)
    events = [_event(row, place, language) for place, row in enumerate(own)]
    places = {event["key"]: event["place"] for event in events}
    placebos = [
        {"statistic": row["statistic"], "place": places[_key(row)], "period": row["period"],
         "group": row[column("group_short_name", language)]}
        for row in tested.filter(~tested["is_event"]).iter_rows(named=True)
    ]  # fmt: skip
    height = ROW * len(events)
    limit = tested["statistic"].max() * 1.05
    x = alt.X("statistic:Q", scale=alt.Scale(domain=[0, limit], nice=False)).axis(
        title="F", titleAnchor="end", tickCount=4, grid=False, labelFlush=False
    )
    y = alt.Y("place:Q", scale=alt.Scale(domain=[len(events) - 0.5, -0.5], nice=False), axis=None)
    base = alt.Chart(alt.InlineData(values=events)).encode(y=y)
    dots = {"size": 60, "opacity": 1, "strokeWidth": 1.6}
    return alt.layer(
        base.mark_rule(color=GRID).encode(x=alt.value(0), x2=alt.value(PLOT)),
        alt.Chart(alt.InlineData(values=placebos))
        .mark_point(size=30, filled=False, stroke=PALE, strokeWidth=1.1, opacity=1)
        .encode(x=x, y=y, tooltip=tips(TIPS, language)),
        base.mark_point(**dots).encode(
            x=x, shape=alt.Shape("shape:N", scale=None), fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None), tooltip=tips(EVENT_TIPS, language),
        ),
        *_columns(base, events, language),
        *_legend(events, language),
    ).properties(width=PLOT, height=height)  # fmt: skip


def _key(row: dict) -> str:
    return f"{row['group_id']} {row['event_id']}"


def _event(row: dict, place: int, language: str) -> dict:
    """One event as a row: its name in at most two lines, its group, its mark and its numbers."""
    shape, fill, stroke = MARKS[row["verdict"]]
    name = WORDS[language]["event"].format(date=row["event_date"], name=row[column("event_name", language)])
    return {
        "key": _key(row), "place": place, "verdict": row["verdict"], "statistic": row["statistic"],
        "shape": shape, "fill": fill, "stroke": stroke,
        "lines": wrapped(name, SMALL, NAMES), "period": row["period"],
        "name": row[column("event_name", language)], "date": str(row["event_date"]),
        "group": row[column("group_short_name", language)],
        "p": times(row["p_value"]), "placebo_p": times(row["placebo_p"]),
    }  # fmt: skip


def _columns(base: Any, events: list[dict], language: str) -> list[Any]:
    """Names and groups at the left, both p at the right, each under its head where it has one."""
    import altair as alt

    left = -NAMES - GROUPS - 16
    text = {"fontSize": SMALL, "align": "left"}
    layers = [
        base.transform_filter(f"datum.lines.length == {lines}")
        .mark_text(color=INK, lineHeight=12.5, dy=-6.25 * (lines - 1), **text)
        .encode(x=alt.value(left), text="lines:N")
        for lines in sorted({len(event["lines"]) for event in events})
    ]
    layers.append(base.mark_text(color=GREY, **text).encode(x=alt.value(-GROUPS - 6), text="group:N"))
    for place, field in ((30, "p"), (86, "placebo_p")):
        mark = {"fontSize": SMALL, "align": "right", "color": GREY}
        head = alt.Chart(alt.InlineData(values=[{"label": WORDS[language][field]}]))
        at = alt.value(PLOT + place)
        layers.append(base.mark_text(**mark).encode(x=at, text=f"{field}:N"))
        layers.append(head.mark_text(**mark).encode(x=at, y=alt.value(-15), text="label:N"))
    return layers


def _legend(events: list[dict], language: str) -> list[Any]:
    """The marks that occur and what they mean, in a line above the rows."""
    import altair as alt

    marks = {verdict: mark for verdict, mark in MARKS.items()
             if any(event["verdict"] == verdict for event in events)}  # fmt: skip
    shown = marks | {PLACEBO: ("circle", "white", PALE)}
    layers, at = [], float(-NAMES - GROUPS - 16)
    for name, (shape, fill, stroke) in shown.items():
        label = WORDS[language][name]
        one = alt.Chart(alt.InlineData(values=[{"label": label}])).encode(y=alt.value(-15))
        layers += [
            one.mark_point(shape=shape, size=50, fill=fill, stroke=stroke, strokeWidth=1.4, opacity=1)
            .encode(x=alt.value(at + 5)),
            one.mark_text(align="left", fontSize=SMALL, color=GREY)
            .encode(x=alt.value(at + 14), text="label:N"),
        ]  # fmt: skip
        at += 34 + text_width(label, SMALL)
    return layers


CHART = Chart(
    chart_id="policy_breaks",
    mart="marts/policy_breaks",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "event_name", "group_short_name", "event_date", "period", "statistic", "p_value",
        "placebo_p", "verdict",
    ),
    codes={"verdict": WORDS},
)  # fmt: skip
