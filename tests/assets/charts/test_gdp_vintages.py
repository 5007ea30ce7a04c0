"""One ratio in four editions: cut where the basis changes, also where only the publisher says so."""

import altair as alt
import polars as pl
import pytest

from assets.charts.gdp_vintages import CHART, COLOURS, COMPILED_CENTRALLY, MARKED
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, named
from tests.assets.charts.test_chart_drawing import inline, layers

RATIOS = {"precensus": 1.8, "first_print": 1.78, "census4": 1.6, "census5": 1.7}


def frame(breaks=(2018, 2020)):
    """Four editions from 2010 to 2022; the first print changes basis in 2018 and 2020."""
    rows = [
        COMMON
        | named("view_name", view)
        | named("group_short_name", "East")
        | {"view_id": view, "group_id": "bloc_east", "indicator_id": "gdp_per_head", "period": year,
           "value": 1.0, "n_present": 10, "ratio": ratio,
           "has_break": view == "first_print" and year in breaks}
        for view, ratio in RATIOS.items()
        for year in range(2010, 2023)
    ]  # fmt: skip
    return pl.DataFrame(rows)


def runs(spec):
    """First and last year of every line drawn, by edition."""
    found = {}
    for line in layers(spec, "line"):
        for row in inline(spec, line):
            found.setdefault((row["view_id"], row["segment"]), []).append(row["period"])
    return sorted((view, min(years), max(years)) for (view, _), years in found.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_prints_are_cut_at_breaks_and_where_the_bureau_takes_over(language):
    spec = CHART.draw(frame(), language)
    assert [run for run in runs(spec) if run[0] == "first_print"] == [
        ("first_print", 2010, 2017),
        ("first_print", 2018, 2018),
        ("first_print", COMPILED_CENTRALLY, COMPILED_CENTRALLY),
        ("first_print", 2020, 2022),
    ]
    assert ("census5", 2010, 2022) in runs(spec)
    alt.Chart.from_dict(spec)


def test_a_year_alone_is_a_dot():
    spec = CHART.draw(frame(), "en")
    dots = [row for row in inline(spec, layers(spec, "point")[0]) if row["period"] != MARKED]
    assert [(row["view_id"], row["period"]) for row in dots] == [("first_print", 2018), ("first_print", 2019)]


def test_words_give_the_range_of_the_marked_year():
    """Lowest 1.60, highest 1.80 of the four."""
    assert "1.60 to 1.80" in CHART.words(frame(), "en").title
    without = frame().filter(pl.col("view_id") != "census5")
    with pytest.raises(Exception, match="census5"):
        CHART.words(without, "en")
    assert set(RATIOS) == set(COLOURS)
