"""Did the members of each group draw closer in output per head, and how sure is that?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import counted, first_year, last_year, quoted, rows_of
from assets.charts.reading import column
from assets.charts.verdict_rows import drawn
from assets.charts.verdict_words import NATION, VERDICTS, WEIGHTINGS, WINDOWS
from assets.wording.figures import Quote, Wording, joined

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.convergence_verdicts
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
order by period_end desc, window_id, group_id, weighting desc
"""

LEVEL = 0.05


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """The nation's verdict in every window that could be tested, its sentences, and counts of tests."""
    import polars as pl

    nation = frame.filter(group_id=NATION)
    tested = nation.filter(pl.col("log_change").is_not_null())
    shown = nation if tested.is_empty() else tested
    parts = [shown.filter(window_id=window) for window in WINDOWS]
    findings = [_finding(part, language) for part in parts if len(part)]
    signed = frame.filter(pl.col("verdict").is_in(["converging", "diverging"]))
    sentence = column("statement", language)
    statements = [quoted(shown[place], sentence) for place in range(len(shown))]
    return {
        "findings": joined(findings, ", " if language == "en" else "，", language),
        "statements": joined(statements, " " if language == "en" else "", language),
        "tests": counted(frame.filter(pl.col("p_value").is_not_null())),
        "signed": counted(signed),
        "kept": counted(signed.filter(pl.col("p_adjusted") < LEVEL)),
    }


def _finding(part: "pl.DataFrame", language: str) -> Wording:
    """The nation's verdict in a window, or both of them where the weighting decides."""
    from assets.wording.messages import worded

    gap = " " if language == "en" else ""
    alone = len(set(part["verdict"])) == 1
    verdicts = []
    for place in range(1 if alone else len(part)):
        row = part[place]
        kind = "" if alone else f"{WEIGHTINGS[language][row['weighting'][0]].lower()}{gap}"
        word = VERDICTS[language][row["verdict"][0] or ""]
        verdicts.append(joined((kind, Quote(word, "verdict", rows_of(row))), "", language))
    values = {
        "first": first_year(part[0], "period_start"),
        "last": last_year(part[0], "period_end"),
        "verdicts": joined(verdicts, " and " if language == "en" else "、", language),
    }
    return worded("convergence_verdicts", "finding", language, values)


CHART = Chart(
    chart_id="convergence_verdicts",
    mart="marts/convergence_verdicts",
    query=QUERY,
    facts=facts,
    body=drawn,
    table=(
        "group_short_name", "weighting", "n_members", "verdict", "log_change", "log_change_low",
        "log_change_high", "p_value", "p_adjusted", "most_influential_region_name", "statement",
    ),
    codes={"weighting": WEIGHTINGS, "verdict": VERDICTS},
)  # fmt: skip
