"""Paths by club: how many clubs close in, how far their means are apart, who is named at the end."""

import altair as alt
import polars as pl
import pytest

from assets.charts.facts import with_row_ids
from assets.charts.transition_paths import CHART
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers

# region: club, path in 2006 and 2024; club 1 closes in from 0.20 to 0.10, club 2 parts from 0.02 to 0.06
PATHS = {
    "a": (1, 1.15, 1.10), "b": (1, 1.00, 1.05), "c": (1, 0.95, 1.00),
    "d": (2, 0.96, 0.97), "e": (2, 0.94, 0.91), "f": (0, 1.00, 0.97),
}  # fmt: skip


def frame(paths=PATHS, rejected=False):
    rows = []
    for at, year in enumerate((2006, 2024)):
        for region, (club, *path) in paths.items():
            members = [other[1 + at] for other in paths.values() if other[0] == club]
            rows.append(
                COMMON
                | named("region_short_name", region)
                | {"view_id": "latest", "indicator_id": "gdp_per_head", "group_id": "nation",
                   "convention": "R", "merging": "none", "region_id": region, "period": year,
                   "club_number": club, "transition_coefficient": path[at], "n_members": len(members),
                   "club_mean_coefficient": sum(members) / len(members) if club else None,
                   "t_statistic": -2.0 if club else None, "is_rejected": rejected if club else None}
            )  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def labels(spec):
    return [row["label"] for layer in layers(spec, "text") for row in inline(spec, layer) if row["label"]]


def test_title_counts_clubs_that_close_in_and_measures_the_outer_ones():
    # means: club 1 (1.15 + 1.00 + 0.95) / 3 = 1.0333, then 1.05; club 2 0.95, then 0.94
    words = CHART.words(frame(), "en")
    assert words.title == (
        "Paths draw together inside 1 of 2 clubs; between the means of the first and the last club the"
        " distance widens from 0.083 to 0.110, 2006–2024"
    )
    assert "0.200 → 0.100, 0.020 → 0.060" in words.description


@pytest.mark.parametrize(
    ("last", "word"), [(1.05, "widens from 0.083 to 0.110"), (0.98, "narrows"), (1.0233, "stays at 0.083")]
)
def test_the_word_follows_the_distance(last, word):
    shift = last - 1.05
    moved = {
        region: (club, start, end + (shift if club == 1 else 0))
        for region, (club, start, end) in PATHS.items()
    }
    assert word in CHART.words(frame(moved), "en").title


def test_one_club_has_no_distance_to_another():
    one = {region: path for region, path in PATHS.items() if path[0] == 1}
    title = CHART.words(frame(one), "en").title
    assert "inside 1 of 1 clubs" in title
    assert "stays at 0.000" in title


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/transition_paths.sql").grain
    addressed = with_row_ids(frame(), CHART.mart, grain)
    for figure in CHART.words(addressed, "en").parts["title"].figures:
        assert figure.rows
        assert all(row.startswith("marts.transition_paths/latest/gdp_per_head/") for row in figure.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_panel_a_club_and_one_for_those_in_none(language):
    spec = CHART.draw(frame(), language)
    panels = spec["vconcat"][0]["vconcat"][0]["concat"]
    heads = [panel["title"]["text"] for panel in panels]
    assert len(heads) == 3
    assert [str(number) in head for number, head in zip((3, 2, 1), heads, strict=True)] == [True] * 3
    domains = {str(layer["encoding"]["y"]["scale"]["domain"]) for layer in layers(spec, "line")}
    assert len(domains) == 1
    alt.Chart.from_dict(spec)


def test_the_ends_of_a_club_and_its_mean_are_named():
    found = labels(CHART.draw(frame(), "en"))
    assert [label for label in found if label.startswith("mean")] == ["mean 1.050", "mean 0.940"]
    regions = [label for label in found if not label.startswith("mean")]
    assert sorted(regions) == ["a 1.100", "c 1.000", "d 0.970", "e 0.910", "f 0.970"]


def test_a_path_stands_in_the_data_once():
    """Members that are named are drawn darker, not drawn twice: the picture is one of the largest."""
    spec = CHART.draw(frame(), "en")
    rows = [(row["line"], row["period"]) for layer in layers(spec, "line") for row in inline(spec, layer)]
    assert sorted(row for row in rows if row[0] != "mean") == sorted(
        (region, year) for region in PATHS for year in (2006, 2024)
    )


def test_a_club_that_fails_its_own_test_says_so():
    heads = [
        panel["title"]["text"]
        for panel in CHART.draw(frame(rejected=True), "en")["vconcat"][0]["vconcat"][0]["concat"]
    ]
    assert heads == [
        "Club 1: 3 provinces (t = −2.00, rejected)", "Club 2: 2 provinces (t = −2.00, rejected)",
        "In no club: 1 provinces",
    ]  # fmt: skip
