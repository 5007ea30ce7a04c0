"""Gap by number of strategies: slopes before and since in words, the earlier years set apart, no effect."""

import math
from datetime import date

import altair as alt
import polars as pl
import pytest

from assets.charts.facts import with_row_ids
from assets.charts.strategy_overlap import CHART
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT
from tests.assets.charts.test_chart_drawing import inline, layers

# log gap ln(nation / class) a year, before 2014 and since
SLOPES = {0: (0.0, 0.01), 2: (-0.005, None)}
YEARS = (2010, 2013, 2014, 2024)


def frame(slopes=SLOPES, years=YEARS):
    rows = [
        COMMON
        | {"view_id": "census5", "membership": "fixed", "indicator_id": "gdp_per_head", "period": year,
           "n_strategies": number, "n_members": 5, "coverage": 1.0, "value": 9.0,
           "ratio": 0.9 + 0.2 * number, "first_strategy_from": date(2014, 2, 26),
           "last_reached_on": date(2019, 9, 18) if number else None, "trend_before": before,
           "trend_after": after, "n_years_before": 8, "n_years_after": 11,
           "trend_before_ratio": None if before is None else 0.9}
        for number, (before, after) in slopes.items()
        for year in years
    ]  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def test_title_turns_slopes_of_the_log_gap_into_changes_of_the_ratio():
    # a gap that falls by 0.005 a year: the ratio grows by e^0.005 - 1 = 0.50 %; +0.01: e^-0.01 - 1 = -1.00 %
    assert (math.expm1(0.005), math.expm1(-0.01)) == pytest.approx((0.005, -0.01), abs=1e-4)
    assert CHART.words(frame(), "en").title == (
        "Relative output per head of provinces in 2 strategies: +0.50% a year before 2014, not known since;"
        " in none 0.00%, −1.00%"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_say_that_it_is_no_effect(language):
    words = CHART.words(frame(), language)
    wanted = {"en": "coincides with", "zh-Hans": "时间重合", "zh-Hant": "時間重合"}[language]
    assert wanted in words.note
    assert "2019" in words.note


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/strategy_overlap.sql").grain
    words = CHART.words(with_row_ids(frame(), CHART.mart, grain), "en")
    # year, both slopes of none, one of two: the other is not known; and the number of strategies
    assert len(words.parts["title"].figures) == 5
    for figure in words.parts["title"].figures + words.parts["note"].figures:
        assert figure.rows
        assert all(row.startswith("marts.strategy_overlap/census5/fixed/") for row in figure.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_years_before_are_shaded_and_the_policy_year_is_ruled(language):
    spec = CHART.draw(frame(), language)
    (shade,) = layers(spec, "rect")
    assert inline(spec, shade) == [{"from": 2010, "to": 2014}]
    rules = [row for layer in layers(spec, "rule") for row in inline(spec, layer)]
    assert [row["at"] for row in rules if "2014" in str(row["label"])] == [2014]
    alt.Chart.from_dict(spec)


def test_the_earlier_trend_is_dashed_over_all_years_and_left_out_where_unknown():
    spec = CHART.draw(frame(SLOPES | {1: (None, None)}), "en")
    dashed = [layer for layer in layers(spec, "line") if layer["mark"]["strokeDash"] != [1, 0]]
    assert len(dashed) == 1
    drawn = {(row["n_strategies"], row["period"]) for row in inline(spec, dashed[0])}
    assert drawn == {(number, year) for number in (0, 2) for year in YEARS}


def test_no_shade_where_no_year_lies_before():
    spec = CHART.draw(frame({0: (None, 0.01), 2: (None, 0.01)}, years=(2014, 2024)), "en")
    assert layers(spec, "rect") == []
    assert "not known a year before 2014" in CHART.words(frame({0: (None, 0.1), 2: (None, 0.1)}), "en").title


def test_each_line_ends_with_its_slopes():
    spec = CHART.draw(frame(), "en")
    labels = [row["label"] for layer in layers(spec, "text") for row in inline(spec, layer)]
    assert "In no strategy (5 provinces)\n90%; 0.00% a year\nbefore 2014, −1.00% since" in labels
