"""Map and table of clubs: every way of clustering named, no club shown as none, tests beside the clubs."""

import json

import altair as alt
import polars as pl
import pytest

from assets.charts.club_table import NO_CLUB, SHADES, shade
from assets.charts.clubs import CHART
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers

OUTLINES = json.loads((ROOT / "warehouse/reference/cn/boundaries.topo.json").read_text())
WAYS = {
    ("R", "none"): {"440000": 1, "520000": 2, "110000": 0},
    ("R", "phillips_sul"): {"440000": 1, "520000": 1, "110000": 0},
    ("R", "von_lyncker_thoennessen"): {"440000": 1, "520000": 2, "110000": 0},
    ("Stata", "none"): {"440000": 1, "520000": 2, "110000": 0},
}


def frame(rejected=False):
    rows = [
        COMMON
        | named("region_short_name", region)
        | {"convention": convention, "merging": merging, "region_id": region, "club_number": number,
           "n_clubs": max(clubs.values()), "n_members": 1, "period_start": 2006, "period_end": 2024,
           "log_t_slope": 0.25 if number else None, "t_statistic": -2.0 if number else None,
           "is_rejected": rejected if number else None}
        for (convention, merging), clubs in WAYS.items()
        for region, number in clubs.items()
    ]  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def test_words_count_clubs_by_each_way_and_name_who_is_outside():
    words = CHART.words(frame(), "en")
    assert words.title == (
        "The log t test finds 2 clubs of output per head among the 31 provinces, 1 after merging (2006–2024)"
    )
    assert "1 provinces are in no club: 110000" in words.description
    assert "unmerged 2 and 2 (two programs), merged after Phillips and Sul 1" in words.note


def test_clubs_that_fail_their_own_test_are_counted_once_each():
    """Two clubs before merging and one after."""
    assert "rejects convergence in the club: 0 here" in CHART.words(frame(), "en").note
    assert "rejects convergence in the club: 3 here" in CHART.words(frame(rejected=True), "en").note


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_maps_one_before_and_one_after_merging(language):
    spec = CHART.draw(frame(), language, OUTLINES)
    shapes = layers(spec, "geoshape")
    assert len(shapes) == 4
    numbers = [inline(spec, layer) for layer in layers(spec, "text")[:2]]
    assert [{row["id"]: row["label"] for row in rows} for rows in numbers] == [
        {"440000": "1", "520000": "2", "110000": ""},
        {"440000": "1", "520000": "1", "110000": ""},
    ]
    alt.Chart.from_dict(spec)


def test_table_shows_tests_and_the_club_after_merging():
    spec = CHART.draw(frame(), "en", OUTLINES)
    words = [row["label"] for row in inline(spec, layers(spec, "text")[-1])]
    assert words.count("0.250 (−2.00)") == 2
    assert words.count("1: 0.250 (−2.00)") == 2
    assert "in no club" in words


def test_shades_grow_lighter_and_no_club_is_white():
    first_four = [sum(bytes.fromhex(colour[1:])) for colour in SHADES[:4]]
    assert first_four == sorted(first_four)
    assert shade(0) == NO_CLUB
    assert shade(99) == SHADES[-1]
