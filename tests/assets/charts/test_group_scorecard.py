"""Scorecard: widest and closest rows in the title, the better side by direction, groups to pick."""

import math

import altair as alt
import polars as pl
import pytest

from assets.charts.facts import with_row_ids
from assets.charts.group_scorecard import CHART
from assets.charts.reading import ChartError
from assets.charts.scorecard_rows import BETTER, LEFT, RIGHT
from assets.charts.theme import BLOCS
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers

# ratios of the blocs in the order of the theme: East, Northeast, Central, West
RATIOS = {"rd_intensity": (2.0, 0.8, 0.7, 0.5), "so2_per_gdp": (0.9, 1.1, 1.0, 1.05)}


def frame(ratios=RATIOS, extra=()):
    rows = [
        COMMON
        | named("group_short_name", group)
        | named("indicator_name", indicator)
        | {"group_id": group, "indicator_id": indicator, "period": 2023, "value": 10.0, "nation_value": 10.0,
           "ratio_to_nation": ratio, "decimals": 1, "n_present": 7, "n_members": 8,
           "field": "ecology" if lower else "innovation", "polarity": "lower" if lower else "higher",
           "standing": "better" if (ratio < 1) == lower and ratio != 1 else "worse"}
        for indicator, values in ratios.items()
        for lower in (indicator == "so2_per_gdp",)
        for group, ratio in zip([*BLOCS, *extra], [*values, *[1.2] * len(extra)], strict=True)
        if ratio is not None
    ]  # fmt: skip
    return pl.DataFrame(rows)


def test_title_names_the_widest_row_and_the_description_the_closest_too():
    words = CHART.words(frame(), "en")
    assert words.title == (
        "The blocs lie farthest apart on 'rd_intensity': bloc_west 50% of the nation, bloc_east 200%"
    )
    assert "closest on so2_per_gdp, from 90%" in words.description


def test_turned_ratios_turn_the_words():
    turned = {name: tuple(1 / ratio for ratio in values) for name, values in RATIOS.items()}
    assert "bloc_east 50% of the nation, bloc_west 200%" in CHART.words(frame(turned), "en").title


def test_a_row_that_lacks_a_bloc_is_drawn_but_not_compared():
    partly = {"rd_intensity": (9.0, None, 0.7, 0.5), "so2_per_gdp": RATIOS["so2_per_gdp"]}
    title = CHART.words(frame(partly), "en").title
    assert "rd_intensity" not in title
    with pytest.raises(ChartError, match="no indicator has a ratio for all four blocs"):
        CHART.words(frame({"rd_intensity": (9.0, None, 0.7, 0.5)}), "en")


def test_better_is_right_of_the_nation_or_left_where_low_is_good():
    spec = CHART.draw(frame(), "en")
    (shade,) = [layer for layer in layers(spec, "rect") if layer["mark"]["color"] == BETTER]
    centre = (LEFT + RIGHT) / 2
    assert [(each["x"], each["x2"]) for each in inline(spec, shade)] == [(centre, RIGHT), (LEFT, centre)]


def test_half_and_double_are_equally_far_from_the_nation():
    spec = CHART.draw(frame(), "en")
    dots = {each["g"]: each["x"] for layer in layers(spec, "point") for each in inline(spec, layer)
            if "200.0%" in each["tip"] or "50.0%" in each["tip"]}  # fmt: skip
    centre = (LEFT + RIGHT) / 2
    assert dots["bloc_east"] - centre == pytest.approx(centre - dots["bloc_west"], abs=0.2)
    # the scale reaches 6 % beyond the farthest ratio in logs
    assert dots["bloc_east"] - centre == pytest.approx((RIGHT - centre) / 1.06, abs=0.2)
    assert math.log(2) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_can_be_picked_and_none_is_when_the_picture_opens(language):
    spec = CHART.draw(frame(extra=("jjj",)), language)
    *blocs, others = layers(spec, "point")
    (picked,) = blocs[0]["params"]
    assert picked["bind"]["g"]["options"] == [None, *BLOCS, "jjj"]
    assert len(picked["bind"]["g"]["labels"]) == 6
    assert others["transform"] == [{"filter": {"param": "picked", "empty": False}}]
    assert all(layer["encoding"]["opacity"]["condition"]["empty"] for layer in blocs)
    assert len({layer["mark"]["shape"] for layer in blocs}) == 4
    alt.Chart.from_dict(spec)


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/group_profile.sql").grain
    words = CHART.words(with_row_ids(frame(), CHART.mart, grain), "en")
    for found in words.parts["title"].figures:
        assert all(each.startswith("marts.group_profile/bloc_") for each in found.rows)
        assert found.rows
