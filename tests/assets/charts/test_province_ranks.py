"""Bump chart of ranks: the farthest moves, shared ranks, and what can be picked."""

import altair as alt
import pytest

from assets.charts.province_ranks import CHART
from assets.wording.figures import LANGUAGES
from tests.assets.charts.province_frames import COURSES, courses
from tests.assets.charts.test_chart_drawing import layers

BODY = ("vconcat", 0, "vconcat", 0)


def body(spec):
    for step in BODY:
        spec = spec[step]
    return spec


def names(spec, side):
    """Rank and name at the first or the last year."""
    text = [layer for layer in layers(body(spec), "text") if "label" in layer["data"]["values"][0]]
    return [row["label"] for row in text[side]["data"]["values"]]


def test_title_names_the_farthest_moves():
    words = CHART.words(courses(), "en")
    assert words.title == (
        "Order by output per head, 2006–2024: farthest rise E from 5 to 2, farthest fall B from 2 to 5"
    )
    assert "same rank in both years: 3 of 5" in words.description


def test_the_other_way_round_the_words_turn():
    turned = {region: course[::-1] for region, course in COURSES.items()}
    assert (
        "farthest rise B from 5 to 2, farthest fall E from 2 to 5" in CHART.words(courses(turned), "en").title
    )


def test_where_nobody_moves_the_words_say_so():
    still = {region: course[:1] * 3 for region, course in COURSES.items()}
    assert CHART.words(courses(still), "en").title.endswith("nobody rises, nobody falls")


def test_all_who_moved_as_far_are_named():
    swapped = {"a": (4, 4, 3), "b": (3, 3, 4), "c": (2, 2, 1), "d": (1, 1, 2)}
    title = CHART.words(courses(swapped), "en").title
    assert "farthest rise B from 2 to 1, D from 4 to 3, farthest fall A from 1 to 2, C from 3 to 4" in title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_province_has_a_name_at_both_ends(language):
    spec = CHART.draw(courses(), language)
    assert names(spec, 0) == ["1  A", "2  B", "3  C", "4  D", "5  E"]
    assert sorted(names(spec, 1)) == ["1  A", "2  E", "3  C", "4  D", "5  B"]
    alt.Chart.from_dict(spec)


def test_provinces_of_one_rank_stand_side_by_side():
    tied = {"a": (3.0, 3.0, 3.0), "b": (2.0, 2.0, 1.0), "c": (1.0, 1.0, 1.0)}
    assert names(CHART.draw(courses(tied), "en"), 1) == ["1  A", "2  B / C"]


def test_the_picture_is_complete_before_anything_is_picked():
    spec = CHART.draw(courses(), "en")
    lines = layers(body(spec), "line")
    condition = lines[0]["encoding"]["opacity"]
    assert condition["condition"] == {"param": "picked", "empty": True, "value": 1}
    assert lines[-1]["transform"] == [{"filter": {"param": "picked", "empty": False}}]
    pointer = layers(body(spec), "point")[0]["params"][0]
    assert pointer["bind"]["id"]["options"] == [None, "a", "e", "c", "d", "b"]
    assert pointer["bind"]["id"]["labels"] == ["all", "A", "E", "C", "D", "B"]
