"""Revisions: the largest one named with its sign, both censuses on one scale, the zero line always there."""

import altair as alt
import polars as pl
import pytest

from assets.charts.facts import with_row_ids
from assets.charts.reading import ChartError
from assets.charts.revisions_by_province import CHART
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers

# subject: change by the fifth census, by the fourth
CHANGES = {"Shanghai": (0.08, 0.10), "Hainan": (0.005, 0.02), "Tianjin": (0.03, -0.29)}


def frame(changes=CHANGES, nation=(0.026, -0.001)):
    rows = [
        named("subject_name", name)
        | named("unit", "100 million yuan")
        | {"indicator_id": "gdp_nominal", "subject_id": name, "vintage_id": census, "period": period,
           "subject_kind": "nation" if name == "31 provinces" else "province", "previous_value": 100.0,
           "value": 100 * (1 + change), "relative_change": change}
        for name, pair in ({"31 provinces": nation} | changes).items()
        for (census, period), change in zip((("census5", 2023), ("census4", 2018)), pair, strict=True)
        if change is not None
    ]  # fmt: skip
    return pl.DataFrame(rows)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "revised most in Shanghai +8.0%; 3 of 3 provinces revised upwards, all together +2.6%"),
        ("zh-Hans", "修订2023年地区生产总值：Shanghai +8.0%，幅度最大；3个省份中3个上调，合计+2.6%"),
        ("zh-Hant", "修訂2023年地區生產總值：Shanghai +8.0%，幅度最大；3個省份中3個上調，合計+2.6%"),
    ],
)
def test_title_states_the_largest_revision(language, wanted):
    assert wanted in CHART.words(frame(), language).title


def test_a_fall_that_is_larger_than_any_rise_is_named_with_its_sign():
    title = CHART.words(frame(CHANGES | {"Jilin": (-0.12, 0.0)}), "en").title
    assert "most in Jilin −12.0%; 3 of 4 provinces revised upwards" in title


def test_provinces_at_the_same_largest_revision_are_both_named():
    title = CHART.words(frame(CHANGES | {"Beijing": (0.08, 0.09)}), "en").title
    assert "Shanghai +8.0%, Beijing +8.0%" in title


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/revisions.sql").grain
    words = CHART.words(with_row_ids(frame(), CHART.mart, grain), "en")
    assert words.parts["title"].figures
    for found in words.parts["title"].figures + words.parts["description"].figures:
        assert all(row.startswith("marts.revisions/gdp_nominal/") for row in found.rows)
        assert found.rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_start_at_zero_and_rings_share_the_scale(language):
    """From -30% to +10%: 8% is two tenths of the plot right of zero, -29% a little inside its left rim."""
    spec = CHART.draw(frame(), language)
    bars = [row for layer in layers(spec, "rect") for row in inline(spec, layer)]
    rings = [row for layer in layers(spec, "point") for row in inline(spec, layer)]
    zero = min(bar["x"] for bar in bars)
    longest = max(bar["x2"] - bar["x"] for bar in bars)
    assert {bar["x"] for bar in bars} == {zero}
    farthest = min(ring["x"] for ring in rings)
    assert (zero - farthest) / longest == pytest.approx(0.29 / 0.08, abs=0.02)
    alt.Chart.from_dict(spec)


def test_a_province_without_an_earlier_revision_has_no_ring_but_a_dash():
    spec = CHART.draw(frame(CHANGES | {"Tibet": (0.06, None)}), "en")
    rings = [row for layer in layers(spec, "point") for row in inline(spec, layer)]
    texts = [row["label"] for layer in layers(spec, "text") for row in inline(spec, layer)]
    assert len(rings) == 4
    assert "–" in texts and "Tibet" in texts


def test_without_the_sum_of_all_provinces_there_is_no_chart():
    with pytest.raises(ChartError, match="relative_change"):
        CHART.words(frame().filter(pl.col("subject_kind") != "nation"), "en")
