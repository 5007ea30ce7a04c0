"""Coverage: counts per year, runs of one state, weak attribution marked, empty where nothing is held."""

import altair as alt
import polars as pl
import pytest

from assets.charts.coverage_grid import CHART
from assets.charts.coverage_rows import COLOURS
from assets.charts.facts import with_row_ids
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers


def row(indicator, year, present=31, weak=False, polarity="higher", missing=""):
    return (
        COMMON
        | named("indicator_name", indicator)
        | {"view_id": "latest", "indicator_id": indicator, "period": year, "region_level": "province",
           "n_present": present, "n_expected": 31, "missing_region_ids": missing,
           "is_weakly_attributed": weak, "field": "economy", "polarity": polarity}
    )  # fmt: skip


ROWS = [
    *[row("whole", year) for year in (2000, 2001, 2002, 2004)],
    row("few", 2001, 12),
    row("almost", 2001, 30, missing="540000"),
    row("almost", 2002, 30, True, missing="540000"),
    row("unjudged", 2001, polarity="neutral"),
]


def frame(rows=ROWS):
    return pl.DataFrame(rows)


def boxes(spec, colour):
    return [each for layer in layers(spec, "rect") if layer["mark"]["color"] == colour
            for each in inline(spec, layer)]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Figures for all 31 provinces: 2 of 4 indicators in 2001, 1 in 2004"),
        ("zh-Hans", "31省份数据齐全的指标：2001年有2项（共4项），2004年有1项"),
        ("zh-Hant", "31省份資料齊全的指標：2001年有2項（共4項），2004年有1項"),
    ],
)
def test_title_counts_all_indicators_also_those_without_a_row(language, title):
    assert CHART.words(frame(), language).title == title


def test_shares_of_the_words():
    """5 of 8 indicator years cover all provinces, 1 of 8 is weakly attributed: 62.5 % and 12.5 %."""
    text = CHART.words(frame(), "en").description
    assert "62% cover every province and 12% are weakly attributed" in text


def test_a_gap_of_years_ends_a_run():
    """Three years in a row, a year without, one more: two boxes of whole coverage, and the key's two."""
    spec = CHART.draw(frame(), "en")
    tips = sorted(each["tip"] for each in boxes(spec, COLOURS[0]) if "tip" in each)
    assert tips == ["2000–2002: 31 of 31 provinces", "2004: 31 of 31 provinces"]


def test_who_is_missing_is_said_and_a_change_of_attribution_ends_a_run():
    tips = [each["tip"] for each in boxes(CHART.draw(frame(), "en"), COLOURS[1]) if "tip" in each]
    assert tips == [
        "2001: 30 of 31 provinces; without 540000",
        "2002: 30 of 31 provinces; without 540000; weakly attributed",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_weak_runs_carry_a_stripe(language):
    """One run and the swatch of the key."""
    spec = CHART.draw(frame(), language)
    stripes = [each for layer in layers(spec, "rule") if layer["mark"]["color"] == "white"
               for each in inline(spec, layer)]  # fmt: skip
    assert len(stripes) == 2
    alt.Chart.from_dict(spec)


def test_indicators_without_a_direction_are_counted_but_have_no_row():
    spec = CHART.draw(frame(), "en")
    texts = [each["label"] for layer in layers(spec, "text") for each in inline(spec, layer)]
    assert "unjudged" not in texts and "whole" in texts


def test_no_year_with_every_province_is_no_error():
    assert ": 0 of 1 indicators in 2001, 0 in 2001" in CHART.words(frame([row("few", 2001, 12)]), "en").title
    CHART.draw(frame([row("few", 2001, 12)]), "en")


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/coverage.sql").grain
    words = CHART.words(with_row_ids(frame(), CHART.mart, grain), "en")
    for found in words.parts["title"].figures:
        assert found.rows
        assert all(each.startswith("marts.coverage/latest/") for each in found.rows)
