"""Leave one out: a title that holds or turns, hollow where inconclusive, both panels on one scale."""

import math

import altair as alt
import polars as pl
import pytest

from assets.charts.facts import with_row_ids
from assets.charts.verdict_influence import CHART, PANELS
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers

WHOLE = math.log(0.75)


def row(region, weighting, change=WHOLE, verdict="converging", **more):
    return (
        COMMON
        | named("left_out_region_name", f"region {region}")
        | named("statement", "A sentence.")
        | {"view_id": "latest", "indicator_id": "gdp_per_head", "group_id": "national31",
           "membership": "dated", "window_id": "longest_without_break", "weighting": weighting,
           "left_out_region_id": region, "period_start": 2006, "period_end": 2024, "n_members": 30,
           "verdict": verdict, "log_change": change, "log_change_low": change and change - 0.2,
           "log_change_high": change and change + 0.2, "p_value": change and 0.017,
           "whole_verdict": "converging", "whole_log_change": math.log(0.75), "whole_p_value": 0.009,
           "has_other_verdict": verdict != "converging"}
        | more
    )  # fmt: skip


def frame(*extra):
    rows = [row(region, weighting) for weighting in PANELS for region in ("110000", "440000")]
    return pl.DataFrame([*rows, *extra], infer_schema_length=None)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("en", "never changes the verdict"), ("zh-Hans", "都不改变结论"), ("zh-Hant", "都不改變結論")],
)
def test_title_says_that_the_verdict_holds(language, wanted):
    assert wanted in CHART.words(frame(), language).title


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_names_who_turns_it(language):
    turned = row("520000", "weighted", math.log(0.9), "inconclusive")
    title = CHART.words(frame(turned), language).title
    assert "region 520000" in title
    assert "never" not in title and "都不" not in title


def test_ranges_are_percentages_of_the_dispersion():
    """exp(ln 0.75) - 1 = -25 %; exp(ln 0.9) - 1 = -10 %."""
    text = CHART.words(frame(row("520000", "weighted", math.log(0.9))), "en").description
    assert "all provinces −25.0%; from −25.0% without region 110000 to −10.0% without region 520000" in text


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/verdict_influence.sql").grain
    words = CHART.words(with_row_ids(frame(), CHART.mart, grain), "en")
    for found in words.parts["description"].figures:
        assert all(each.startswith("marts.verdict_influence/latest/") for each in found.rows)
        assert found.rows


def test_municipalities_are_diamonds_and_inconclusive_is_hollow():
    spec = CHART.draw(frame(row("520000", "weighted", math.log(0.9), "inconclusive")), "en")
    looks = {layer["mark"]["shape"]: layer for layer in layers(spec, "point")}
    assert set(looks) == {"circle", "diamond"}
    assert {layer["mark"]["fill"] for layer in layers(spec, "point")} == {"white", "#12436d"}
    texts = [each["label"] for layer in layers(spec, "text") for each in inline(spec, layer)]
    assert "◆ region 110000" in texts and "region 440000" in texts
    alt.Chart.from_dict(spec)


def test_equal_changes_stand_at_equal_places_of_both_panels():
    spec = CHART.draw(frame(), "en")
    places = sorted({each["x"] for layer in layers(spec, "point") for each in inline(spec, layer)})
    assert places[1] - places[0] == pytest.approx(PANELS["unweighted"] - PANELS["weighted"], abs=0.2)


def test_a_member_without_a_test_has_its_verdict_in_words():
    spec = CHART.draw(frame(row("540000", "weighted", None, "too few units")), "en")
    texts = [each["label"] for layer in layers(spec, "text") for each in inline(spec, layer)]
    assert "too few units" in texts
    assert sum(len(inline(spec, layer)) for layer in layers(spec, "point")) == 4
