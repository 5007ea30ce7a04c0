"""Table of verdicts: never more than the verdict's word, both weightings on one scale, words for no test."""

import math

import altair as alt
import polars as pl
import pytest

from assets.charts.convergence_verdicts import CHART
from assets.charts.verdict_rows import LIMIT, PANELS, PLOT, ROW
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, named
from tests.assets.charts.test_chart_drawing import inline, layers

UNTESTED = {"too few units", "not testable (break)"}


def verdict(group, verdict, weighting="weighted", window="longest_without_break", **other):
    """One row of the mart; a fall of dispersion by a fifth where there was a test."""
    tested = verdict not in UNTESTED
    change = math.log(0.8)
    found = {
        "log_change": change, "log_change_low": change - 0.1, "log_change_high": change + 0.1,
        "lowest_log_change": change - 0.05, "highest_log_change": change + 0.02,
        "p_value": 0.01, "p_adjusted": 0.06,
    } | other  # fmt: skip
    return (
        COMMON
        | named("group_short_name", group)
        | named("statement", "A sentence.")
        | {"group_id": group, "window_id": window, "weighting": weighting, "verdict": verdict,
           "n_members": 31, "period_start": 2006, "period_end": 2024}
        | {name: value if tested else None for name, value in found.items()}
    )  # fmt: skip


def frame(*rows):
    return pl.DataFrame(list(rows), infer_schema_length=None)


NATION = [verdict("national31", "converging", weighting) for weighting in PANELS]


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Output per head of the 31 provinces: 2006–2024 converging"),
        ("zh-Hans", "31省份人均产出差异：2006—2024年收敛"),
        ("zh-Hant", "31省份人均產出差異：2006—2024年收斂"),
    ],
)
def test_title_is_the_nations_verdict(language, title):
    assert CHART.words(frame(*NATION, verdict("jjj", "too few units")), language).title == title


def test_title_says_both_verdicts_where_the_weighting_decides():
    title = CHART.words(frame(NATION[0], verdict("national31", "inconclusive", "unweighted")), "en").title
    assert title.endswith("2006–2024 weighted by people converging and unweighted inconclusive")


def test_title_never_claims_a_change_without_a_test():
    rows = [verdict("national31", "not testable (break)", weighting) for weighting in PANELS]
    assert CHART.words(frame(*rows), "en").title.endswith("2006–2024 not testable (break)")


def test_a_group_whose_figures_cannot_be_tested_is_named_not_dropped():
    without = verdict("bloc_west", "too few units") | {"verdict": None}
    spec = CHART.draw(frame(*NATION, without), "en")
    words = [row["label"] for layer in layers(spec, "text") for row in inline(spec, layer)]
    assert "no figure: bloc_west (31)" in words


def test_note_counts_verdicts_that_stand_when_adjusted():
    """Two verdicts of change with adjusted p 0.06 each: none stays below 0.05."""
    assert "2 tests, each p on its own" in CHART.words(frame(*NATION), "en").note
    assert "0 of 2 verdicts of change" in CHART.words(frame(*NATION), "en").note


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_without_a_test_are_named_behind_the_word_and_have_no_dot(language):
    spec = CHART.draw(
        frame(*NATION, verdict("jjj", "too few units"), verdict("yrd", "too few units")), language
    )
    words = [row["label"] for layer in layers(spec, "text") for row in inline(spec, layer)]
    word = {"en": "too few units: ", "zh-Hans": "成员过少，不作检验：", "zh-Hant": "成員過少，不作檢驗："}[
        language
    ]
    jjj, yrd = ("jjj (31)", "yrd (31)") if language == "en" else ("jjj（31）", "yrd（31）")
    assert any(label.startswith(word) and jjj in label and yrd in label for label in words)
    dots = inline(spec, layers(spec, "point")[-1])
    assert len(dots) == 2
    alt.Chart.from_dict(spec)


def test_both_weightings_stand_on_one_scale_and_one_height():
    """ln 0.8 on an axis from -ln 3 to ln 3: (ln 0.8 + ln 3) / (2 ln 3) = 0.3984 of the plot."""
    spec = CHART.draw(frame(*NATION), "en")
    weighted, unweighted = inline(spec, layers(spec, "point")[-1])
    assert weighted["x"] - PANELS["weighted"] == pytest.approx(0.3984 * PLOT, abs=0.01)
    assert unweighted["x"] - weighted["x"] == PANELS["unweighted"] - PANELS["weighted"]
    assert weighted["y"] == unweighted["y"]
    assert weighted["below"] - weighted["y"] < ROW / 2


def test_an_interval_beyond_the_plot_ends_at_the_rim_with_an_arrow():
    wide = verdict("bloc_central", "inconclusive", log_change_low=-LIMIT - 1, log_change_high=0.4)
    spec = CHART.draw(frame(*NATION, wide), "en")
    dot = next(row for row in inline(spec, layers(spec, "point")[-1]) if row["fill"] == "white")
    assert dot["low"] == dot["cut_low"] == PANELS["weighted"]
    assert dot["cut_high"] is None


def test_inconclusive_is_hollow_so_that_it_shows_in_greyscale():
    spec = CHART.draw(frame(*NATION, verdict("bloc_east", "inconclusive")), "en")
    fills = {row["fill"] for row in inline(spec, layers(spec, "point")[-1])}
    assert fills == {"white", "#12436d"}


def test_a_group_with_years_of_its_own_says_them():
    gba = verdict("gba", "inconclusive") | {"period_start": 2000, "n_members": 11}
    spec = CHART.draw(frame(*NATION, gba), "en")
    words = [row["label"] for layer in layers(spec, "text") for row in inline(spec, layer)]
    assert "gba\n2000–2024" in words and "national31" in words
