"""What did the last two economic censuses change in the output of each province?"""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import counted, figure, last_year
from assets.charts.reading import column
from assets.charts.sheet import Row, Sheet, words
from assets.charts.theme import ACCENT, GREY, GRID, INK, RULE, SMALL
from assets.charts.words import COLUMNS, JOINT, grouped
from assets.wording.figures import Wording, joined
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "revisions_by_province"

# The year each census counted, in which its revision replaced the figures before it.
QUERY = """
select *
from marts.revisions
where indicator_id = 'gdp_nominal'
    and subject_kind in ('province', 'nation')
    and ((vintage_id = 'census5' and period = 2023) or (vintage_id = 'census4' and period = 2018))
    and relative_change is not null
order by vintage_id desc, subject_kind, relative_change desc, subject_id
"""

LAST, BEFORE, NATION = "census5", "census4", "nation"
COLUMNS.update(
    subject_name={"zh-Hans": "地区", "zh-Hant": "地區", "en": "Area"},
    vintage_id={"zh-Hans": "普查", "zh-Hant": "普查", "en": "Census"},
    previous_value={"zh-Hans": "修订前", "zh-Hant": "修訂前", "en": "Before"},
    relative_change={"zh-Hans": "修订幅度", "zh-Hant": "修訂幅度", "en": "Relative change"},
)
# Pixels: where names end, the plot, and the right edges of the columns of numbers.
NAMES, LEFT, RIGHT, COLUMN_ENDS = 92, 100, 408, (460, 518, 640)
HEAD, ROW, STEP = 48, 17, 0.1
SHADES = {True: "#12436d", False: ACCENT}


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The largest revision of each census, how many provinces went up, and the sum of all."""
    found: dict[str, Any] = {}
    for census, prefix in ((LAST, ""), (BEFORE, "earlier_")):
        part = frame.filter(vintage_id=census)
        provinces = part.filter(part["subject_kind"] != NATION)
        most = provinces["relative_change"].abs().max()
        level = provinces.filter(provinces["relative_change"].abs() == most)
        found |= {
            f"{prefix}year": last_year(part),
            f"{prefix}provinces": counted(provinces),
            f"{prefix}up": counted(provinces.filter(provinces["relative_change"] > 0)),
            f"{prefix}most": _listed(level, language),
            f"{prefix}nation": figure(part, "relative_change", "change", subject_kind=NATION),
        }
    return found | {"all": _listed(frame.filter(frame["subject_kind"] != NATION, vintage_id=LAST), language)}


def _listed(part: "pl.DataFrame", language: str) -> Wording:
    """Names with their revisions."""
    named = part.select(column("subject_name", language), "subject_id").iter_rows()
    listed = [
        joined([f"{name} ", figure(part, "relative_change", "change", subject_id=subject)], "", language)
        for name, subject in named
    ]
    return joined(listed, JOINT[language], language)


def body(frame: "pl.DataFrame", language: str) -> Any:
    """The nation, then the provinces by the last revision: its bar, and the earlier one as a ring."""
    import polars as pl

    is_province = pl.col("subject_kind") != NATION
    last = frame.filter(vintage_id=LAST).sort(
        is_province, "relative_change", "subject_id", descending=[False, True, False]
    )
    earlier = {row["subject_id"]: row for row in frame.filter(vintage_id=BEFORE).iter_rows(named=True)}
    ends = frame["relative_change"].min(), frame["relative_change"].max()
    low, high = min(0.0, math.floor(ends[0] / STEP) * STEP), max(0.0, math.ceil(ends[1] / STEP) * STEP)
    unit = (RIGHT - LEFT) / (high - low)
    sheet = Sheet(COLUMN_ENDS[-1], HEAD + ROW * (len(last) + 0.6))
    zero = LEFT - low * unit
    bars: list[Row] = []
    rings: list[Row] = []
    grid, texts = _scale(round(low / STEP), round(high / STEP), zero, unit, sheet)
    for place, row in enumerate(last.iter_rows(named=True)):
        y = HEAD + ROW * (place + 0.5 + (0.6 if place else 0))
        before = earlier.get(row["subject_id"])
        ink = SHADES[row["relative_change"] >= 0] if row["subject_kind"] != NATION else RULE
        sides = sorted((zero, zero + unit * row["relative_change"]))
        bar = {"x": sides[0], "x2": sides[1], "y": y - 5.5, "y2": y + 5.5, "colour": ink}
        bars.append(bar | {"tip": _tip(row, language)})
        if before:
            ring = {"x": round(zero + unit * before["relative_change"], 1), "y": y, "shape": "circle"}
            rings.append(ring | {"fill": "white", "colour": INK, "tip": _tip(before, language)})
        texts += _numbers(row, before, y, language)
    zero_line = [line for line in grid if line["colour"] == RULE]
    return sheet.drawn(
        [
            *sheet.strokes(grid), *sheet.boxes(bars), *sheet.strokes(zero_line),
            *sheet.marks(rings, size=34), *sheet.words([*texts, *_heads(frame, language)]),
        ]
    )  # fmt: skip


def _scale(low: int, high: int, zero: float, unit: float, sheet: Sheet) -> tuple[list[Row], list[Row]]:
    """A line and its percentage at every step of the scale."""
    grid: list[Row] = []
    texts: list[Row] = []
    for step in range(low, high + 1):
        x = zero + step * STEP * unit
        grid.append({"x": x, "x2": x, "y": HEAD - 4, "y2": sheet.height, "colour": GRID if step else RULE})
        label = f"{step * STEP:+.0%}".replace("-", "−") if step else "0"
        texts.append(words(x, HEAD - 12, label, "center", SMALL, GREY))
    return grid, texts


def _numbers(row: Mapping[str, Any], before: Mapping[str, Any] | None, y: float, language: str) -> list[Row]:
    """Name, both revisions and the values of one row."""
    values = f"{grouped(row['previous_value'])} → {grouped(row['value'])}"
    cells = (_signed(row), _signed(before) if before else "–", values)
    inks = (INK, GREY, INK)
    return [
        words(NAMES, y, row[column("subject_name", language)], "right"),
        *[
            words(end, y, cell, "right", SMALL, ink)
            for end, cell, ink in zip(COLUMN_ENDS, cells, inks, strict=True)
        ],
    ]


def _heads(frame: "pl.DataFrame", language: str) -> list[Row]:
    """What the columns hold."""
    years = {census: frame.filter(vintage_id=census)["period"].max() for census in (LAST, BEFORE)}
    unit = frame[column("unit", language)][0]
    keys = {"bar": (LEFT, "left"), "last": (COLUMN_ENDS[0], "right"), "earlier": (COLUMN_ENDS[1], "right"),
            "values": (COLUMN_ENDS[2], "right")}  # fmt: skip
    values = {"last": str(years[LAST]), "before": str(years[BEFORE]), "unit": unit}
    return [
        words(x, 12, worded(CHART_ID, f"head-{key}", language, values).text, align, SMALL, GREY)
        for key, (x, align) in keys.items()
    ]


def _tip(row: Mapping[str, Any], language: str) -> str:
    values = {
        "name": row[column("subject_name", language)], "year": str(row["period"]), "change": _signed(row, 2),
        "before": f"{row['previous_value']:,.1f}", "value": f"{row['value']:,.1f}",
        "unit": row[column("unit", language)],
        "census": worded(CHART_ID, f"census-{row['vintage_id']}", language).text,
    }  # fmt: skip
    return worded(CHART_ID, "tip", language, values).text


def _signed(row: Mapping[str, Any], digits: int = 1) -> str:
    """+8.9 %; no sign where nothing is left after rounding."""
    text = f"{row['relative_change']:+.{digits}%}"
    return text.replace("-", "−") if any(digit in text for digit in "123456789") else text.lstrip("+-")


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/revisions",
    query=QUERY,
    facts=facts,
    body=body,
    table=("subject_name", "vintage_id", "period", "previous_value", "value", "unit", "relative_change"),
    codes={
        "vintage_id": {
            "zh-Hans": {LAST: "第五次经济普查", BEFORE: "第四次经济普查"},
            "zh-Hant": {LAST: "第五次經濟普查", BEFORE: "第四次經濟普查"},
            "en": {LAST: "5th economic census", BEFORE: "4th economic census"},
        }
    },
)
