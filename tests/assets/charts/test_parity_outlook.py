"""Outlooks: never where the mart says so, the fan opens from the newest value, past fans are counted."""

from math import exp

import altair as alt
import polars as pl
import pytest

from assets.charts.parity_outlook import CHART
from assets.charts.parity_words import NEVER
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, named
from tests.assets.charts.test_chart_drawing import inline, layers

CLOSING = "closing at the current trend"
QUANTILES = ("low", "lower_quartile", "median", "upper_quartile", "high")


def outlook(bloc, verdict, years, low, high, seen=(0.2, 0.2), above=False, newest=0.2):
    """Rows of a bloc: a past fan of 0.1 to 0.3 for two years, then two years ahead."""
    side = 1 if above else -1
    common = COMMON | named("group_short_name", bloc) | {
        "group_id": f"bloc_{bloc}", "verdict": verdict, "years_to_parity": years, "n_changes": 12,
        "years_to_parity_low": low, "years_to_parity_high": high, "never_share": 0.7,
        "log_gap": newest, "newest_ratio": exp(side * newest),
    }  # fmt: skip
    rows = []
    for origin, year, gaps, observed in (
        (2017, 2018, (0.1, None, None, None, 0.3), seen[0]),
        (2017, 2019, (0.1, None, None, None, 0.3), seen[1]),
        (2019, 2020, (0.1, 0.15, 0.2, 0.25, 0.3), None),
        (2019, 2021, (0.0, 0.1, 0.2, 0.3, 0.4), None),
    ):
        row = common | {"origin_period": origin, "period": year, "observed_gap": observed}
        for name, gap in (*zip(QUANTILES, gaps, strict=True), ("observed", observed)):
            row[f"{name}_ratio"] = None if gap is None else exp(side * gap)
        row |= {f"gap_{name}": gap for name, gap in zip(QUANTILES, gaps, strict=True)}
        rows.append(row)
    return rows


def frame(*blocs):
    return pl.DataFrame([row for bloc in blocs for row in bloc], infer_schema_length=None)


BOTH = frame(
    outlook("northeast", NEVER, None, 14.0, None, seen=(0.2, 0.35)),
    outlook("west", CLOSING, 33.6, 25.6, 48.8),
)


def heads(spec):
    return [panel["title"]["subtitle"] for panel in spec["vconcat"][0]["vconcat"][0]["concat"]]


def test_title_says_never_where_the_mart_does():
    assert CHART.words(BOTH, "en").title == (
        "Parity with the nation at the trend of the last 12 years: west in 34 years, northeast never"
    )
    assert CHART.words(BOTH, "zh-Hans").title.endswith("：west34年，northeast永不持平")


def test_no_never_without_its_verdict():
    words = CHART.words(frame(outlook("west", CLOSING, 33.6, 25.6, 48.8)), "en")
    assert "never" not in words.title


def test_heads_carry_the_interval_and_its_open_end():
    spec = CHART.draw(frame(outlook("central", CLOSING, 55.1, 22.4, None)), "en")
    assert heads(spec) == [
        ["Level in 55 years at the current trend", "80% of resampled trends: 22 years to never"]
    ]


def test_head_of_never_gives_its_share():
    assert heads(CHART.draw(BOTH, "en"))[0] == [
        "Never level at the current trend",
        "Never in 70% of resampled trends",
    ]


def test_values_outside_past_fans_are_counted():
    # four observed values, 0.35 lies above 0.3
    assert "Of 4 observed values 3 lay" in CHART.words(BOTH, "en").description


@pytest.mark.parametrize("language", LANGUAGES)
def test_fan_opens_from_the_newest_value(language):
    spec = CHART.draw(frame(outlook("east", CLOSING, 71.0, 41.0, 270.0, above=True)), language)
    fan = inline(spec, layers(spec, "area")[1])
    assert fan[0]["period"] == 2019
    assert fan[0]["low_ratio"] == fan[0]["high_ratio"] == pytest.approx(exp(0.2))
    assert [row["period"] for row in fan] == [2019, 2020, 2021]
    alt.Chart.from_dict(spec)


def test_without_a_past_fan_only_the_one_ahead_is_drawn():
    whole = frame(outlook("west", CLOSING, 33.6, 25.6, 48.8))
    ahead = whole.filter(whole["observed_gap"].is_null())
    assert len(layers(CHART.body(ahead, "en"), "area")) == 2


def test_hovering_over_a_fan_tells_its_ends_in_order():
    """A low gap is a high ratio below the nation: the ends are told as ratios, the lower one first."""
    spec = CHART.draw(BOTH, "en")
    lines = [layer for layer in layers(spec, "line") if "tooltip" in layer["encoding"]]
    assert len(lines) == 4
    for layer in lines:
        assert all(row["low_ratio"] <= row["high_ratio"] for row in inline(spec, layer))
