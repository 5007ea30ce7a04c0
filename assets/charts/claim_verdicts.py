"""How many official headline figures come out of the warehouse again, and which do not?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import counted
from assets.charts.theme import GREY, INK
from assets.charts.tooltips import tips

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.claims
order by verdict, period_start, claim_id
"""

# Dark is sure; crimson asks for a look; grey is no verdict on the claim.
VERDICTS = {
    "reproduced": "#12436d",
    "within_tolerance": "#6fa3cc",
    "not_reproduced": "#a3215b",
    "not_computable": "#c3c9cf",
}
LABELS = {
    "zh-Hans": {
        "reproduced": "复算一致",
        "within_tolerance": "在容许误差内",
        "not_reproduced": "复算不一致",
        "not_computable": "数据不足，无法复算",
    },
    "zh-Hant": {
        "reproduced": "複算一致",
        "within_tolerance": "在容許誤差內",
        "not_reproduced": "複算不一致",
        "not_computable": "資料不足，無法複算",
    },
    "en": {
        "reproduced": "Comes out as printed",
        "within_tolerance": "Within the tolerance",
        "not_reproduced": "Comes out differently",
        "not_computable": "Figures not held",
    },
}
PER_LINE, CELL = 25, 17


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How many claims there are and how many have each verdict."""
    counts = {verdict: counted(frame.filter(verdict=verdict)) for verdict in VERDICTS}
    return counts | {"all": counted(frame)}


def body(frame: "pl.DataFrame", language: str) -> Any:
    """One square a claim, in rows by verdict; nothing is added up but the count at the left."""

    squares, heads, top = [], [], 0.0
    statement = "statement_en" if language == "en" else "statement_zh"
    for verdict in VERDICTS:
        part = frame.filter(verdict=verdict).sort("period_start", "claim_id")
        heads.append({"y": top + 0.5, "label": LABELS[language][verdict], "count": str(len(part))})
        squares += [
            {
                "x": place % PER_LINE + 0.5,
                "y": top + place // PER_LINE + 0.5,
                "verdict": verdict,
                "statement": row[statement],
                "claimed_value": _written(row["claimed_value"]),
                "computed_value": _written(row["computed_value"]),
            }
            for place, row in enumerate(part.iter_rows(named=True))
        ]
        top += max(1, -(-len(part) // PER_LINE)) + 0.9
    return _laid_out(squares, heads, top, language)


def _written(value: float | None) -> str:
    """A number of a statement in its own unit; a dash where there is none."""
    return "–" if value is None else f"{value:,.10g}"


def _laid_out(squares: list[dict], heads: list[dict], rows: float, language: str) -> Any:
    """Names and counts at the left, squares at the right, on one grid."""
    import altair as alt

    left = 11
    scale = alt.Scale(domain=list(VERDICTS), range=list(VERDICTS.values()))
    x = alt.Scale(domain=[-left, PER_LINE])
    y = alt.Y("y:Q", scale=alt.Scale(domain=[rows, 0]), axis=None)
    marks = (
        alt.Chart(alt.InlineData(values=squares))
        .mark_square(size=14**2, opacity=1)
        .encode(
            x=alt.X("x:Q", scale=x, axis=None),
            y=y,
            color=alt.Color("verdict:N", scale=scale, legend=None),
            tooltip=tips(
                (
                    ("statement", "statement", ""),
                    ("claimed_value", "claimed_value", ""),
                    ("computed_value", "computed_value", ""),
                ),
                language,
            ),
        )
    )
    base = alt.Chart(alt.InlineData(values=heads)).encode(y=y)
    name = base.mark_text(align="right", fontSize=12.5, color=INK).encode(
        x=alt.value((left - 2.7) * CELL), text="label:N"
    )
    count = base.mark_text(align="right", fontSize=16, color=GREY).encode(
        x=alt.value((left - 0.7) * CELL), text="count:N"
    )
    return alt.layer(marks, name, count).properties(width=CELL * (PER_LINE + left), height=CELL * rows)


CHART = Chart(
    chart_id="claim_verdicts",
    mart="marts/claims",
    query=QUERY,
    facts=facts,
    body=body,
    table=(
        "verdict", "statement", "period_start", "claimed_value", "computed_value", "view_name",
        "source_title", "note",
    ),
    codes={"verdict": LABELS},
)  # fmt: skip
