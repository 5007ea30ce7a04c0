"""Three measures: a direction only where all agree, within the newest run, and no line across a break."""

import altair as alt
import polars as pl
import pytest

from assets.charts.facts import with_row_ids
from assets.charts.inequality_lines import CHART, MEASURES
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers

YEARS = (2010, 2011, 2012)


def rows(indicator, values, breaks=(), years=YEARS, measures=tuple(MEASURES)):
    return [
        COMMON
        | named("indicator_name", indicator)
        | {"view_id": "latest", "membership": "dated", "indicator_id": indicator, "group_id": "national31",
           "period": year, "measure_id": measure, "weighting": "weighted", "value": value,
           "has_break": year in breaks, "n_present": 31, "n_members": 31}
        for measure in measures
        for year, value in zip(years, values, strict=True)
    ]  # fmt: skip


def frame(*parts):
    return pl.DataFrame([row for part in parts for row in part])


FALLS = rows("gdp_per_head", (0.3, 0.25, 0.2))
RISES = rows("fiscal_revenue_per_head", (0.2, 0.25, 0.3))


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "less unequal by all three measures on 1 of 2 indicators, more unequal on 1"),
        ("zh-Hans", "2项指标中，三种测度一致显示省际差异缩小的有1项，扩大的有1项"),
        ("zh-Hant", "2項指標中，三種測度一致顯示省際差異縮小的有1項，擴大的有1項"),
    ],
)
def test_title_says_which_way_all_measures_went(language, wanted):
    assert CHART.words(frame(FALLS, RISES), language).title.endswith(wanted)


def test_measures_that_disagree_give_no_direction():
    gini, *others = MEASURES
    mixed = [
        *rows("gdp_per_head", (0.3, 0.2, 0.1), measures=(gini,)),
        *rows("gdp_per_head", (0.1, 0.2, 0.3), measures=tuple(others)),
    ]
    words = CHART.words(frame(mixed, RISES), "en")
    assert words.title.endswith("measures on 0 of 2 indicators, more unequal on 1")
    assert "More unequal: budget revenue per head; No common direction: GDP per head." in words.description


def test_only_the_newest_run_is_compared():
    """From 0.1 to 0.3 over all years, but from 0.4 to 0.3 since the break."""
    cut = rows("gdp_per_head", (0.1, 0.4, 0.3), breaks=(2011,))
    words = CHART.words(frame(cut), "en")
    assert words.title.endswith("on 1 of 1 indicators, more unequal on 0")
    assert "Less unequal: GDP per head." in words.description
    assert "GDP per head, 2011 to 2012: Gini 0.400 to 0.300" in words.description


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_cut_at_breaks_and_every_scale_starts_at_zero(language):
    spec = CHART.draw(frame(rows("gdp_per_head", (0.1, 0.4, 0.3), breaks=(2011,)), RISES), language)
    found = layers(spec, "line")
    assert len(found) == 3
    for line in found:
        assert line["encoding"]["y"]["scale"]["domain"][0] == 0
        segments = {(row["indicator_id"], row["period"]): row["segment"] for row in inline(spec, line)}
        assert segments["gdp_per_head", 2010] != segments["gdp_per_head", 2011]
        assert len({segments["fiscal_revenue_per_head", year] for year in YEARS}) == 1
    alt.Chart.from_dict(spec)


def test_a_line_that_ends_earlier_says_its_year():
    short = rows("health_expenditure_per_head", (0.1, 0.2), years=YEARS[:2])
    spec = CHART.draw(frame(FALLS, short), "en")
    texts = [row["label"] for layer in layers(spec, "text") for row in inline(spec, layer)]
    assert "health spending per head 0.200 (2011)" in texts
    assert "GDP per head 0.200" in texts


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/inequality.sql").grain
    words = CHART.words(with_row_ids(frame(FALLS, RISES), CHART.mart, grain), "en")
    assert len(words.parts["description"].figures) == 3 + 2 * 8
    for found in words.parts["description"].figures:
        assert found.rows and all(row.startswith("marts.inequality/latest/dated/") for row in found.rows)
