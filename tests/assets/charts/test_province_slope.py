"""Slope of two years: who moved, which way the range went, where the ends stand."""

import altair as alt
import polars as pl
import pytest

from assets.charts.facts import with_row_ids
from assets.charts.province_moves import farthest, moves
from assets.charts.province_slope import CHART
from assets.charts.reading import ChartError
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import ROOT
from tests.assets.charts.province_frames import COURSES, courses
from tests.assets.charts.test_chart_drawing import inline, layers


def reversed_courses():
    return {region: course[::-1] for region, course in COURSES.items()}


def lines(spec):
    """Rules that run from one year to the other, by colour."""
    return {
        layer["mark"]["color"]: [row["tip"] for row in inline(spec, layer)]
        for layer in layers(spec, "rule")
        if "tip" in inline(spec, layer)[0]
    }


def test_title_counts_movers_and_measures_the_range():
    # ranks 1 2 3 4 5, then a 1, e 2, c 3, d 4, b 5: e rises 3 places, b falls 3
    # range 3.0 / 0.5 = 6.0, then 2.0 / 0.6 = 3.33
    words = CHART.words(courses(), "en")
    assert words.title == (
        "Output per head, 2006 to 2024: 1 of 31 provinces rose 3 places or more, 1 fell 3 or more;"
        " highest to lowest narrowed from 6.0 to 3.3 times"
    )
    assert "Risen by 3 or more places: E 5 → 2. Fallen by 3 or more places: B 2 → 5." in words.description


def test_the_other_way_round_the_words_turn():
    words = CHART.words(courses(reversed_courses()), "en")
    assert "widened from 3.3 to 6.0 times" in words.title
    assert "Risen by 3 or more places: B 5 → 2. Fallen by 3 or more places: E 2 → 5." in words.description


def test_where_nobody_moves_the_words_say_so():
    still = {region: course[:1] * 3 for region, course in COURSES.items()}
    words = CHART.words(courses(still), "en")
    assert "0 of 31 provinces rose 3 places or more, 0 fell" in words.title
    assert "stayed at 6.0 times" in words.title
    assert "Risen by 3 or more places: nobody." in words.description


def test_only_the_first_and_the_last_year_are_compared():
    assert [(move.rank_before, move.rank_after) for move in moves(courses(), "en")] == [
        (1, 1), (2, 5), (3, 3), (4, 4), (5, 2)
    ]  # fmt: skip


def test_a_shared_rank_is_the_better_and_ties_at_the_cut_are_all_shown():
    tied = {"a": (3.0, 0, 3.0), "b": (2.0, 0, 1.0), "c": (1.0, 0, 2.0), "d": (1.0, 0, 2.0)}
    found = moves(courses(tied), "en")
    assert [(move.rank_before, move.rank_after) for move in found] == [(1, 1), (2, 4), (3, 2), (3, 2)]
    assert [move.region_id for move in farthest(found, "risen", 1)] == ["c", "d"]


def test_a_province_missing_in_one_year_is_not_moved():
    frame = courses().filter(~((pl.col("region_id") == "e") & (pl.col("period") == 2006)))
    assert [move.region_id for move in moves(frame, "en")] == ["a", "b", "c", "d"]
    assert "0 of 31 provinces rose" in CHART.words(frame, "en").title


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/province_gap.sql").grain
    frame = with_row_ids(courses(), CHART.mart, grain)
    figures = CHART.words(frame, "en").parts["title"].figures
    assert all(figure.rows for figure in figures)
    assert "marts.province_gap/census5/gdp_per_head/e/2024" in figures[2].rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_movers_have_a_colour_and_all_others_grey(language):
    spec = CHART.draw(courses(), language)
    drawn = lines(spec)
    assert sorted(len(tips) for tips in drawn.values()) == [1, 1, 3]
    assert drawn["#12436d"] == ["E: 50.0% (5) → 140.0% (2)"]
    assert drawn["#a3215b"] == ["B: 150.0% (2) → 60.0% (5)"]
    alt.Chart.from_dict(spec)


def test_equal_proportions_are_equal_distances():
    spec = CHART.draw(courses({"a": (4.0, 0, 4.0), "b": (2.0, 0, 2.0), "c": (1.0, 0, 1.0)}), "en")
    heights = sorted(
        row["y"] for layer in layers(spec, "rule") for row in inline(spec, layer) if "tip" in row
    )
    assert heights[1] - heights[0] == pytest.approx(heights[2] - heights[1])


def test_an_empty_frame_is_refused():
    with pytest.raises(ChartError, match="province_slope: marts/province_gap has no row"):
        CHART.draw(courses().clear(), "en")
