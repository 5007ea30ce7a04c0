"""The table below the maps of clubs: tests and members, and where each club went by merging."""

from typing import TYPE_CHECKING, Any

from assets.charts.reading import column
from assets.charts.theme import GREY, INK, PALE, SMALL, WIDTH, wrapped
from assets.charts.words import JOINT, thousandths, times

if TYPE_CHECKING:
    import polars as pl

# Club 1 the darkest; every club also has its number in the picture.
SHADES = ("#12436d", "#3f7cae", "#86b4d3", "#c6dceb", "#dcb46a", "#a3215b")
NO_CLUB = "#ffffff"
HEADS = {
    "zh-Hans": ("合并前", "斜率（t值）", "成员", "合并后：斜率（t值）", "不属任何俱乐部"),
    "zh-Hant": ("合併前", "斜率（t值）", "成員", "合併後：斜率（t值）", "不屬任何俱樂部"),
    "en": ("before", "slope (t)", "members", "after merging: slope (t)", "in no club"),
}
# Pixels: where the columns of the table stand, and the height of a line of names.
CLUB, SLOPE, NAMES, AFTER, LINE = 20, 124, 140, 520, 14


def shade(number: int) -> str:
    """Colour of a club; 0 is no club, and clubs beyond the last colour share it."""
    return SHADES[min(number, len(SHADES)) - 1] if number else NO_CLUB


def club_table(found: "pl.DataFrame", language: str) -> Any:
    """A row a club before merging; `found` has both clusterings of one convention."""
    *heads, none = HEADS[language]
    places = ((CLUB, "left"), (SLOPE, "right"), (NAMES, "left"), (AFTER, "left"))
    words = [_word(x, 6, head, align, GREY) for (x, align), head in zip(places, heads, strict=True)]
    boxes: list[dict[str, Any]] = []
    top = 22.0
    unmerged = found.filter(merging="none")
    numbers = sorted(set(unmerged["club_number"]), key=lambda number: (number == 0, number))
    for number in numbers:
        part = unmerged.filter(club_number=number)
        names = _names(part, language, (WIDTH if number == 0 else AFTER - 14) - NAMES)
        words.append(_word(CLUB, top + LINE / 2, str(number) if number else none, "left"))
        words += [_word(NAMES, top + LINE * (at + 0.5), name, "left") for at, name in enumerate(names)]
        if number:
            words.append(_word(SLOPE, top + LINE / 2, _slope(part.row(0, named=True)), "right"))
            words += _merged(found, part, top)
        boxes.append({"x": 0, "right": 12, "y": top + 1, "bottom": top + 13, "shade": shade(number)})
        top += LINE * len(names) + 6
    return _drawn(boxes, words, top)


def _names(part: "pl.DataFrame", language: str, width: float) -> list[str]:
    joint = JOINT[language]
    return wrapped(joint.join(part[column("region_short_name", language)]), SMALL, width)


def _merged(found: "pl.DataFrame", part: "pl.DataFrame", top: float) -> list[dict[str, Any]]:
    """The club or clubs the members are in after merging, each with its test."""
    after = found.filter(found["region_id"].is_in(part["region_id"].to_list()), merging="phillips_sul")
    rows = after.unique("club_number").sort("club_number").iter_rows(named=True)
    return [
        _word(AFTER, top + LINE * (at + 0.5), f"{row['club_number']}: {_slope(row)}", "left")
        for at, row in enumerate(rows)
    ]


def _slope(row: dict[str, Any]) -> str:
    """Slope of the log t regression with its t."""
    if row["log_t_slope"] is None:
        return "–"
    return f"{thousandths(row['log_t_slope'])} ({times(row['t_statistic'])})".replace("-", "−")


def _word(x: float, y: float, label: str, align: str, ink: str = INK) -> dict[str, Any]:
    return {"x": x, "y": y, "label": label, "align": align, "ink": ink}


def _drawn(boxes: list[dict[str, Any]], words: list[dict[str, Any]], height: float) -> Any:
    """Swatches and words on one grid of pixels."""
    import altair as alt

    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    text = alt.Chart(alt.InlineData(values=words)).encode(
        x=x, y=y, text="label:N", color=alt.Color("ink:N", scale=None)
    )
    return alt.layer(
        alt.Chart(alt.InlineData(values=boxes))
        .mark_rect(stroke=PALE, strokeWidth=0.6)
        .encode(x=x, x2="right:Q", y=y, y2="bottom:Q", fill=alt.Fill("shade:N", scale=None)),
        *[
            text.transform_filter(f"datum.align == '{align}'").mark_text(
                align=align, baseline="middle", fontSize=SMALL
            )
            for align in ("left", "right")
        ],
    ).properties(width=WIDTH, height=height)
