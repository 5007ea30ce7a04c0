"""How often does a province leave its class of output per head from one year to the next?"""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import computed, figure, first_year, last_year
from assets.charts.theme import GREY, INK, LABEL, NO_DATA, SMALL, WIDTH
from assets.charts.words import percent
from assets.wording.figures import joined

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.mobility
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
    and class_scheme = 'relative_to_mean'
order by from_class, to_class
"""

# Upper limits of the classes in shares of the mean, as the mart's class scheme has them.
CUTS = ("75%", "90%", "110%", "125%")
ENDS = {"zh-Hans": ("≤{}", ">{}"), "zh-Hant": ("≤{}", ">{}"), "en": ("up to {}", "over {}")}
HEADS = {
    "zh-Hans": ("次年所在档", "当年所在档", "观测数", "推算停留"),
    "zh-Hant": ("次年所在檔", "當年所在檔", "觀測數", "推算停留"),
    "en": ("Class in the next year", "Class in a year", "cases", "implied stay"),
}
YEARS = {"zh-Hans": "{}年", "zh-Hant": "{}年", "en": "{} years"}
# A light to a dark blue; the limits lie where a cell turns from rare to common.
SHADES = ("#eef3f7", "#c9dbe8", "#86aecb", "#12436d")
STEPS = (0.02, 0.1, 0.5)

# Pixels: where the matrix begins, a cell, and where the words at the right stand.
LEFT, TOP, BOX, TALL = 112, 44, 76, 56
CASES, STAY = 546, 624


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How often the ends of the ranking stay, and how many moves there were and over how many classes."""
    import polars as pl

    found: dict[str, Any] = {
        "first": first_year(frame, "period_start"),
        "last": last_year(frame, "period_end"),
    }
    for name, number in (("lowest", frame["from_class"].min()), ("highest", frame["from_class"].max())):
        place = {"from_class": number, "to_class": number}
        ends = [figure(frame, f"probability_{end}", "percent", **place) for end in ("low", "high")]
        found[name] = figure(frame, "probability", "percent", **place)
        found[f"{name}_interval"] = joined(ends, "–", language)
    step = (pl.col("to_class") - pl.col("from_class")).abs()
    parts = {"cases": frame, "moved": frame.filter(step > 0), "jumped": frame.filter(step > 1)}
    return found | {
        name: computed(part["n_moves"].sum(), "count", part, "n_moves") for name, part in parts.items()
    }


def _between(low: str, high: str) -> str:
    """90% and 97% as 90–97%."""
    return f"{low.removesuffix('%')}–{high}"


def _class_names(language: str) -> list[str]:
    """Words of the five classes: at most 75% of the mean, 75–90%, and so on."""
    first, last = ENDS[language]
    inner = [_between(low, high) for low, high in pairwise(CUTS)]
    return [first.format(CUTS[0]), *inner, last.format(CUTS[-1])]


def body(frame: "pl.DataFrame", language: str) -> Any:
    """A cell a move, the darker the more common, with its share, interval and count."""
    import altair as alt

    number = frame["from_class"].max()
    cells = [_cell(row) for row in frame.iter_rows(named=True)]
    words = _heads(frame, language)
    height = TOP + TALL * number
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    base = alt.Chart(alt.InlineData(values=cells)).encode(x=x, y=y)
    heads = alt.Chart(alt.InlineData(values=words)).encode(x=x, y=y, text="label:N")
    tint = alt.Color("tint:N", scale=None)
    ink = alt.Color("ink:N", scale=None)
    return alt.layer(
        base.mark_rect(stroke="white", strokeWidth=2).encode(x2="right:Q", y2="bottom:Q", color=tint),
        *[
            base.transform_filter(f"datum.seen == {seen}")
            .mark_text(fontSize=14, dx=BOX / 2, dy=dy)
            .encode(text="share:N", color=ink)
            for seen, dy in (("true", 15), ("false", TALL / 2))
        ],
        base.mark_text(fontSize=9.5, dx=BOX / 2, dy=31).encode(text="interval:N", color=ink),
        base.mark_text(fontSize=9.5, dx=BOX / 2, dy=45).encode(text="count:N", color=ink),
        *[
            heads.transform_filter(f"datum.align == '{align}'")
            .mark_text(align=align, baseline="middle")
            .encode(color=ink, size=alt.Size("size:Q", scale=None))
            for align in ("left", "center", "right")
        ],
    ).properties(width=WIDTH, height=height)


def _cell(row: dict) -> dict[str, Any]:
    """Place, colour and words of one move; a class nobody was in has no share."""
    share = row["probability"]
    left, top = LEFT + BOX * (row["to_class"] - 1), TOP + TALL * (row["from_class"] - 1)
    shade = NO_DATA if share is None else SHADES[sum(share >= step for step in STEPS)]
    seen = bool(row["n_moves"])
    interval = ""
    if seen:
        interval = f"({_between(percent(row['probability_low']), percent(row['probability_high']))})"
    return {
        "x": left, "right": left + BOX, "y": top, "bottom": top + TALL,
        "tint": "#ffffff" if share == 0 else shade,
        "ink": "white" if shade == SHADES[-1] else INK if seen else GREY,
        "share": "–" if share is None else percent(share) if seen else "0",
        "interval": interval,
        "seen": seen,
        "count": f"{row['n_moves']}" if seen else "",
    }  # fmt: skip


def _heads(frame: "pl.DataFrame", language: str) -> list[dict[str, Any]]:
    """Names of classes above and beside, and for each row its cases and its mean stay."""
    after, before, cases, stay = HEADS[language]

    def word(x: float, y: float, label: str, align: str, size: float = LABEL, ink: str = INK) -> dict:
        return {"x": x, "y": y, "label": label, "align": align, "size": size, "ink": ink}

    names = _class_names(language)
    found = [
        word(LEFT, 8, after, "left", LABEL, GREY), word(LEFT - 10, 32, before, "right", SMALL, GREY),
        word(CASES, 32, cases, "right", SMALL, GREY), word(STAY + 12, 32, stay, "right", SMALL, GREY),
    ]  # fmt: skip
    for place, name in enumerate(names):
        row = frame.filter(from_class=place + 1)
        middle = TOP + TALL * (place + 0.5)
        years = row["sojourn_years"][0]
        found += [
            word(LEFT + BOX * (place + 0.5), 32, name, "center"),
            word(LEFT - 10, middle, name, "right"),
            word(CASES, middle, str(row["n_moves"].sum()), "right", LABEL, GREY),
        ]
        if years is not None:
            text = YEARS[language].format(f"{years:.0f}")
            found.append(word(STAY + 12, middle, text, "right", LABEL, GREY))
    return found


CHART = Chart(
    chart_id="mobility",
    mart="marts/mobility",
    query=QUERY,
    facts=facts,
    body=body,
    table=("from_class", "to_class", "n_moves", "probability", "probability_low", "probability_high"),
)
