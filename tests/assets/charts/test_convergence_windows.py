"""Windows of beta: counts bound to rows, numbers and dots in the cells, nothing said beyond them."""

import altair as alt
import polars as pl
import pytest

from assets.charts.convergence_windows import CHART, STEPS, _hundredths
from assets.charts.reading import ChartError
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON
from tests.assets.charts.test_chart_drawing import inline, layers

# start, end, beta, p: of three windows the first is significantly below zero.
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


def test_title_counts_windows_and_names_the_starts_of_which_all_are_below_zero():
    # start 2010: both below zero and p < .05; 2011: one of two; 2012: none of one, so the run ends at 2010
    windows = [(2010, 2011, -0.05, 0.01), (2010, 2013, -0.03, 0.001), (2011, 2012, -0.02, 0.04),
               (2011, 2013, -0.01, 0.2), (2012, 2013, 0.01, 0.6)]  # fmt: skip
    words = CHART.words(frame(windows), "en")
    assert words.title == (
        "Beta is significantly below zero in 3 of 5 windows: all 2 that start in 2010,"
        " 1 of the 3 that start later"
    )
    assert "Over the whole span (2010–2013) beta is −0.030." in words.description
    assert CHART.words(frame(windows), "zh-Hans").title == (
        "5个时段中，β显著为负的有3个：2010年起始的2个全部如此，此后起始的3个中有1个"
    )
    longer = [*windows[:3], (2011, 2013, -0.01, 0.02), windows[4]]
    assert ": all 4 that start in 2010–2011, 0 of the 1" in CHART.words(frame(longer), "en").title


@pytest.mark.parametrize(("p", "counted"), [(0.01, "3 of 3"), (0.2, "0 of 3")])
def test_where_all_windows_or_none_are_marked_no_year_is_named(p, counted):
    windows = [(2010, 2011, -0.05, p), (2010, 2012, -0.01, p), (2011, 2012, -0.02, p)]
    title = CHART.words(frame(windows), "en").title
    assert title == f"Beta is significantly below zero in {counted} windows"


def test_no_year_is_chosen_to_split_at():
    # the base year of official comparisons stands nowhere in the words
    moved = [(start + 20, end + 20, beta, p) for start, end, beta, p in WINDOWS]
    assert CHART.words(frame(moved), "en").title == CHART.words(frame(), "en").title.replace("2010", "2030")


def test_a_significant_slope_above_zero_is_no_catching_up():
    words = CHART.words(frame([(2010, 2011, 0.03, 0.01)]), "en")
    assert words.title == "Beta is significantly below zero in 0 of 1 windows"
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
    words = CHART.words(frame(), language)
    assert not [word for word in verdicts[language] if word in words.title + words.subtitle]
    assert {"zh-Hans": "不是趋同与否的结论", "zh-Hant": "不是趨同與否的結論", "en": "No verdict"}[
        language
    ] in words.note
