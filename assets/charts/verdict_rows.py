"""The table of verdicts: dots and intervals by window and group, both weightings side by side."""

import math
from typing import TYPE_CHECKING, Any

from assets.charts.reading import column
from assets.charts.theme import ACCENT, GREY, GRID, INK, RULE, SMALL, WIDTH, wrapped
from assets.charts.verdict_words import GROUPS, MEMBERS, VERDICTS, WEIGHTINGS, WINDOW_NAMES, WINDOWS

if TYPE_CHECKING:
    import polars as pl

COLOURS = {"converging": "#12436d", "diverging": ACCENT, "inconclusive": "#6b747d"}

# Pixels: where names end, where each panel's plot begins, its width, and the heights.
NAMES, PANELS, PLOT = 104, {"weighted": 138, "unweighted": 396}, 136
ROW, HEAD, LINE = 29, 34, 15
# Symmetric in proportion: from a third of the dispersion to three times as much.
LIMIT = math.log(3)
TICKS = {math.log(0.5): "−50%", 0.0: "0", math.log(2): "+100%"}

Rows = list[dict[str, Any]]


def years(row: dict[str, Any], language: str) -> str:
    """First and last year of a window: 2006–2024, or 2006—2024年."""
    dash, end = ("–", "") if language == "en" else ("—", "年")
    return f"{row['period_start']}{dash}{row['period_end']}{end}"


def drawn(frame: "pl.DataFrame", language: str) -> Any:
    """All sections on one grid of pixels, so that both panels and every window share one scale."""
    import altair as alt

    dots: Rows = []
    texts: Rows = []
    grid: Rows = []
    top = 2.0 * LINE
    for window, name in zip(WINDOWS, WINDOW_NAMES[language], strict=True):
        part = frame.filter(window_id=window)
        if not part.is_empty():
            top = _section(part, name, top, language, dots, texts, grid)
    texts.append(_text(NAMES + 24, 2, MEMBERS[language], SMALL, GREY, "right"))
    for weighting, left in PANELS.items():
        texts.append(_text(left, 0, WEIGHTINGS[language][weighting], 12, INK, "left"))
    y = alt.Scale(domain=[top, 0], nice=False)
    return alt.layer(*_marks(dots, texts, grid, y)).properties(width=WIDTH, height=top)


def _section(
    part: "pl.DataFrame", name: str, top: float, language: str, dots: Rows, texts: Rows, grid: Rows
) -> float:
    """One window from its heading down; returns where it ends."""
    usual = years(part.sort("n_members").row(-1, named=True), language)
    gap = ": " if language == "en" else "："
    texts.append(_text(0, top + 4, f"{usual}{gap}{name}", 12.5, INK, "left"))
    y = top + HEAD
    tested = part.filter(part["log_change"].is_not_null())
    groups = [group for group in GROUPS if group in set(tested["group_id"])]
    for left in PANELS.values() if groups else ():
        texts += [_text(_x(left, at), y - 10, label, 9, GREY) for at, label in TICKS.items()]
        grid += [
            {"x": _x(left, at), "y": y - 3, "end": y + ROW * len(groups), "colour": GRID if at else RULE}
            for at in TICKS
        ]
    for group in groups:
        rows = list(tested.filter(group_id=group).iter_rows(named=True))
        own = years(rows[0], language)
        label = f"{rows[0][column('group_short_name', language)]}{'' if own == usual else chr(10) + own}"
        texts.append(_text(NAMES, y + ROW / 2, label, 11, INK, "right"))
        texts.append(_text(NAMES + 24, y + ROW / 2, str(rows[0]["n_members"]), SMALL, GREY, "right"))
        for row in rows:
            dots.append(_dot(row, y + ROW / 2) | {"tip": row[column("statement", language)]})
            texts.append(_verdict_text(row, y + ROW / 2, language))
        y += ROW
    return _untested(part, y + 4, language, texts) + 10


def _untested(part: "pl.DataFrame", y: float, language: str, texts: Rows) -> float:
    """Groups without a test, named behind the word that says why; returns where the lines end."""
    without = part.filter(part["log_change"].is_null())
    for verdict in without["verdict"].unique().sort():
        rows = without.filter(without["verdict"].eq_missing(verdict)).unique("group_id", keep="first")
        found = {row["group_id"]: row for row in rows.iter_rows(named=True)}
        joint, gap, number = (", ", ": ", " ({})") if language == "en" else ("、", "：", "（{}）")
        names = joint.join(
            found[group][column("group_short_name", language)] + number.format(found[group]["n_members"])
            for group in GROUPS
            if group in found
        )
        for line in wrapped(f"{VERDICTS[language][verdict or '']}{gap}{names}", 11, WIDTH):
            texts.append(_text(0, y + LINE / 2, line, 11, GREY, "left"))
            y += LINE
    return y


def _dot(row: dict[str, Any], y: float) -> dict[str, Any]:
    """Where a change, its interval and its leave-one-out range stand; what goes beyond ends at the rim."""
    left = PANELS[row["weighting"]]
    low, high = row["log_change_low"], row["log_change_high"]
    without = (row["lowest_log_change"], row["highest_log_change"])
    return {
        "y": y,
        "below": y + 8,
        "x": _x(left, row["log_change"]),
        "low": _x(left, low),
        "high": _x(left, high),
        "least": _x(left, row["log_change"] if without[0] is None else without[0]),
        "most": _x(left, row["log_change"] if without[1] is None else without[1]),
        "cut_low": left if low < -LIMIT else None,
        "cut_high": left + PLOT if high > LIMIT else None,
        "colour": COLOURS[row["verdict"]],
        "fill": "white" if row["verdict"] == "inconclusive" else COLOURS[row["verdict"]],
    }


def _x(left: float, change: float) -> float:
    """Pixels of a change of logs, held inside the panel."""
    return left + PLOT * (max(-LIMIT, min(LIMIT, change)) + LIMIT) / (2 * LIMIT)


def _verdict_text(row: dict[str, Any], y: float, language: str) -> dict[str, Any]:
    """The verdict, and below it the change and the test's p."""
    change = f"{math.expm1(row['log_change']):+.1%}".replace("-", "−")
    p = "p < 0.001" if row["p_value"] < 0.001 else f"p {row['p_value']:.3f}"
    sure = row["verdict"] != "inconclusive"
    text = f"{VERDICTS[language][row['verdict']]}\n{change}, {p}"
    return _text(PANELS[row["weighting"]] + PLOT + 12, y, text, SMALL, INK if sure else GREY, "left")


def _text(x: float, y: float, label: str, size: float, colour: str, align: str = "center") -> dict[str, Any]:
    """One piece of text; a second line grows downwards, so both start higher."""
    lines = label.count("\n")
    return {
        "x": x, "y": y - 6.5 * lines, "label": label, "size": size, "colour": colour, "align": align,
    }  # fmt: skip


def _marks(dots: Rows, texts: Rows, grid: Rows, scale: Any) -> list[Any]:
    """Grid, bar, thin line, dot and words, from back to front."""
    import altair as alt

    y = alt.Y("y:Q", scale=scale, axis=None)
    colour = alt.Color("colour:N", scale=None)

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)

    base = alt.Chart(alt.InlineData(values=dots)).encode(y=y)
    rules = alt.Chart(alt.InlineData(values=grid)).mark_rule(strokeWidth=1)
    words = alt.Chart(alt.InlineData(values=texts))
    arrows = [
        base.transform_filter(f"isValid(datum.{field})")
        .mark_point(shape=f"triangle-{side}", size=34, filled=True, opacity=1)
        .encode(x=x(field), color=colour)
        for field, side in (("cut_low", "left"), ("cut_high", "right"))
    ]
    return [
        rules.encode(x=x("x"), y=y, y2="end:Q", color=colour),
        base.mark_rule(strokeWidth=8, opacity=0.28).encode(x=x("low"), x2="high:Q", color=colour),
        *arrows,
        base.mark_rule(strokeWidth=1.5, color=INK).encode(
            y=alt.Y("below:Q", scale=scale, axis=None), x=x("least"), x2="most:Q"
        ),
        base.mark_point(size=44, filled=True, opacity=1, strokeWidth=1.6).encode(
            x=x("x"),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            tooltip=alt.Tooltip("tip:N"),
        ),
        *[
            words.transform_filter(f"datum.align == '{align}'")
            .mark_text(align=align, baseline="middle", lineBreak="\n", lineHeight=13)
            .encode(x=x("x"), y=y, text="label:N", color=colour, size=alt.Size("size:Q", scale=None))
            for align in ("left", "center", "right")
        ],
    ]
