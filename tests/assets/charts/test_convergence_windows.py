"""Windows of beta: counts bound to rows, numbers and dots in the cells, nothing said beyond them."""

import altair as alt
import polars as pl
import pytest

from assets.charts.convergence_windows import CHART, STEPS, _hundredths
from assets.charts.reading import LANGUAGES, ChartError
from tests.assets.charts.frames import COMMON
from tests.assets.charts.test_chart_drawing import inline, layers

# start, end, beta, p: two windows before 2012, of which one is significant, and one from then on.
WINDOWS = [(2010, 2011, -0.05, 0.01), (2010, 2012, -0.01, 0.2), (2011, 2012, 0.0004, None)]


def frame(windows=WINDOWS):
    rows = [
        COMMON | {"period_start": start, "period_end": end, "beta": beta, "p_value": p,
                  "standard_error": 0.01, "n_members": 31}
        for start, end, beta, p in windows
    ]  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def cells(spec):
    return {row["label"]: row for row in inline(spec, layers(spec, "rect")[0])}


def test_title_counts_windows_before_and_from_the_base_year():
    later = [*WINDOWS, (2012, 2013, -0.02, 0.04), (2013, 2014, -0.02, 0.06), (2010, 2014, -0.03, 0.001)]
    words = CHART.words(frame(later), "en")
    # before 2012: starts 2010, 2010, 2011, 2010, of them p < 0.05 twice; later: two, one of them
    assert words.title == (
        "Beta is significantly below zero in 2 of 4 windows that start before 2012 and in 1 of 2 from then on"
    )
    assert "Over the whole span (2010–2014) beta is −0.030." in words.description


def test_a_significant_slope_above_zero_is_no_catching_up():
    words = CHART.words(frame([(2010, 2011, 0.03, 0.01)]), "en")
    assert "in 0 of 1 windows" in words.title
    assert "1 have one above zero" in words.description


@pytest.mark.parametrize("language", LANGUAGES)
def test_cells_carry_number_and_dot_without_colour(language):
    spec = CHART.draw(frame(), language)
    found = cells(spec)
    assert {label: row["marked"] for label, row in found.items()} == {
        "−5.0": True, "−1.0": False, "0.0": False
    }  # fmt: skip
    dots = layers(spec, "point")
    assert dots[0]["transform"] == [{"filter": "datum.marked"}]
    alt.Chart.from_dict(spec)


def test_classes_are_symmetric_about_zero():
    assert [-step for step in reversed(STEPS)] == list(STEPS)


def test_whole_span_is_needed():
    with pytest.raises(ChartError, match="as beta for"):
        CHART.words(frame([(2010, 2011, 0.1, 0.1), (2011, 2012, 0.1, 0.1)]), "en")


@pytest.mark.parametrize(("beta", "text"), [(-0.0476, "−4.8"), (-0.0004, "0.0"), (0.0104, "1.0")])
def test_slopes_are_written_per_hundred(beta, text):
    assert _hundredths(beta) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_describe_and_do_not_judge(language):
    verdicts = {
        "zh-Hans": ("正在趋同", "收敛"),
        "zh-Hant": ("正在趨同", "收斂"),
        "en": ("converged", "converging"),
    }
    words = CHART.texts[language]
    assert not [word for word in verdicts[language] if word in words.title + words.subtitle]
    assert {"zh-Hans": "不是趋同与否的结论", "zh-Hant": "不是趨同與否的結論", "en": "No verdict"}[
        language
    ] in words.note
