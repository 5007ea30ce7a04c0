"""Connected scatter: pairs by year, runs of one basis, the direction in words."""

import altair as alt
import polars as pl
import pytest

from assets.charts.income_and_output_scatter import CHART, INCOME, OUTPUT, paths
from assets.charts.reading import ChartError
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import bloc_gap
from tests.assets.charts.test_chart_drawing import layers

YEARS = (2013, 2014, 2015)


def frame(**named):
    return bloc_gap(years=YEARS, indicators=(OUTPUT, INCOME), **named)


def test_title_follows_the_bloc_that_moved_most():
    # the Northeast alone moves: 1.1, 1.0, 0.9 in both
    title = CHART.words(frame(), "en").title
    assert title == (
        "bloc_northeast, 2013–2015: output per head falls from 110% to 90% of the nation,"
        " household income falls from 110% to 90%"
    )


def test_a_flipped_sign_flips_the_word():
    risen = frame().with_columns(
        ratio=pl.when(group_id="bloc_northeast", indicator_id=OUTPUT)
        .then(2 - pl.col("ratio"))
        .otherwise("ratio")
    )
    title = CHART.words(risen, "en").title
    assert "output per head rises from 90% to 110% of the nation, household income falls" in title
    assert "bloc_east: output stays at 130%, income stays at 130%." in CHART.words(risen, "en").description


def test_a_year_with_one_of_the_two_cuts_the_path():
    part = frame().filter(~((pl.col("indicator_id") == INCOME) & (pl.col("period") == 2014)))
    path = paths(part, "en")["bloc_east"]
    assert [(row["period"], row["run"]) for row in path] == [(2013, 0), (2015, 1)]


def test_a_break_of_either_basis_cuts_the_path():
    path = paths(frame(breaks=(2015,)), "en")["bloc_west"]
    assert [row["run"] for row in path] == [0, 0, 1]


def test_a_break_in_the_first_year_cuts_nothing():
    assert {row["run"] for row in paths(frame(breaks=(2013,)), "en")["bloc_west"]} == {0}


def test_a_bloc_without_a_pair_is_refused():
    one = frame().filter(~((pl.col("group_id") == "bloc_west") & (pl.col("indicator_id") == INCOME)))
    with pytest.raises(ChartError, match="bloc_west has no year with both ratios"):
        CHART.draw(one, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_axes_have_one_scale_and_the_diagonal_runs_through(language):
    spec = CHART.draw(frame(), language)
    drawn = spec["vconcat"][0]["vconcat"][0]
    scales = [drawn["encoding"][axis]["scale"]["domain"] for axis in ("x", "y")]
    assert scales[0] == scales[1]
    assert drawn["width"] == drawn["height"]
    diagonal = [row for rule in layers(spec, "rule") for row in rule["data"]["values"] if row["dash"]]
    assert diagonal == [
        {"output": scales[0][0], "output2": scales[0][1], "income": scales[0][0], "income2": scales[0][1],
         "dash": 1}
    ]  # fmt: skip
    alt.Chart.from_dict(spec)


def test_every_bloc_is_named_at_its_end():
    found = [
        row["label"] for text in layers(CHART.draw(frame(), "en"), "text") for row in text["data"]["values"]
    ]
    for bloc, ratio in (("bloc_east", 130), ("bloc_central", 80), ("bloc_west", 70), ("bloc_northeast", 90)):
        assert f"{bloc} {ratio}%, {ratio}%" in found
