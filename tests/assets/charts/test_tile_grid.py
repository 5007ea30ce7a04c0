"""Tile grid: a tile for every provincial unit, hatched where there is no figure."""

import altair as alt
import polars as pl
import pytest

from assets.charts.reading import ChartError
from assets.charts.tile_grid import CHART
from assets.charts.tile_places import PLACES
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import layers

RATIOS = {"310000": 2.1, "330000": 1.6, "620000": 0.6, "420000": 0.9}


ABSENT = ("710000", "810000", "820000")


def frame(ratios=RATIOS):
    """Some provinces this year, the others of the mainland last year, three without any row."""
    known = [_row(region, 2024, ratio, place + 1) for place, (region, ratio) in enumerate(ratios.items())]
    older = [_row(region, 2023, 5.0, 1) for region in PLACES if region not in {*ratios, *ABSENT}]
    return pl.DataFrame([*known, *older])


def _row(region, year, ratio, rank):
    return (
        COMMON
        | named("region_short_name", region)
        | {"view_id": "latest", "indicator_id": "disposable_income_per_capita_all", "period": year,
           "region_id": region, "value": 100.0, "ratio": ratio, "value_rank": rank, "has_break": False}
    )  # fmt: skip


def rows_of(spec, kind):
    return [row for layer in layers(spec, kind) for row in layer["data"]["values"]]


def test_every_provincial_unit_has_one_tile_of_its_own():
    regions = pl.read_csv(ROOT / "warehouse/reference/cn/regions.csv", infer_schema=False)
    provinces = regions.filter(pl.col("level") == "province")["region_id"].to_list()
    assert sorted(PLACES) == sorted(provinces)
    assert len(PLACES) == 34
    assert len(set(PLACES.values())) == len(PLACES)


def test_title_counts_those_above_and_names_both_ends():
    words = CHART.words(frame(), "en")
    assert words.title == (
        "Income per person is above the nation in 2 of 4 provinces: 310000 210%, 620000 60%"
    )
    assert words.description.endswith("650000, Taiwan, Hong Kong, Macao.")


def test_an_older_figure_is_not_this_years():
    words = CHART.words(frame(), "en")
    assert "500%" not in words.description
    assert ", 2024" in words.subtitle


def test_values_turned_round_turn_the_words():
    title = CHART.words(frame({"310000": 0.5, "620000": 1.2}), "en").title
    assert title.endswith("above the nation in 1 of 2 provinces: 620000 120%, 310000 50%")


def test_level_provinces_are_named_together():
    title = CHART.words(frame({"310000": 1.2, "330000": 1.2, "620000": 0.7}), "en").title
    assert "310000 and 330000 120%" in title


@pytest.mark.parametrize("language", LANGUAGES)
def test_tiles_without_a_figure_are_hatched_and_named(language):
    spec = CHART.draw(frame(), language)
    tiles = [row for row in rows_of(spec, "rect") if "ratio" in row]
    absent = [row for row in rows_of(spec, "rect") if "colour" not in row]
    assert len(tiles) == 4
    assert len(absent) == 30
    assert {row["x2"] - row["x"] for row in [*tiles, *absent]} == {84}
    assert len(rows_of(spec, "rule")) % 30 == 0
    alt.Chart.from_dict(spec)


def test_a_row_without_a_ratio_is_hatched_too():
    held = frame(RATIOS | {"810000": None})
    spec = CHART.draw(held, "en")
    assert len([row for row in rows_of(spec, "rect") if "ratio" in row]) == 4
    assert "810000" in CHART.words(held, "en").description.split("No figure")[1]


def test_above_is_framed_below_is_not():
    rims = {row["name"]: row["rim"] for row in rows_of(CHART.draw(frame(), "en"), "rect") if "rim" in row}
    assert rims["310000"] == rims["330000"] > rims["420000"] == rims["620000"]


def test_a_region_without_a_tile_is_refused():
    with pytest.raises(ChartError, match=r"990000 has no tile; add it to tile_places\.py"):
        CHART.draw(frame(RATIOS | {"990000": 1.0}), "en")
