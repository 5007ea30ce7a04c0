"""What hovering tells: headings that differ, the unit beside the value, finer numbers than the axis."""

import polars as pl
import pytest

from assets.charts.axes import Axes
from assets.charts.lines import lines
from assets.charts.reading import ChartError
from assets.charts.theme import BLOCS
from assets.charts.tooltips import AMOUNT, exact, tips, unit_of
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import bloc_gap, charts_by_id, named, province_gap
from tests.assets.charts.test_chart_drawing import OUTLINES, layers

FIELDS = (("name", "region_short_name", ""), ("value", "value", AMOUNT))


def test_fields_stand_under_the_headings_of_their_columns():
    name, value = tips(FIELDS, "en", "yuan")
    assert name.to_dict() == {"field": "name", "title": "Province", "type": "nominal"}
    told = {"field": "value", "title": "Value (yuan)", "type": "quantitative", "format": AMOUNT}
    assert value.to_dict() == told
    assert tips(FIELDS, "zh-Hans", "元")[1]["title"] == "数值（元）"


def test_a_column_without_words_is_refused():
    with pytest.raises(ChartError, match="no heading for column 'nonsense'"):
        tips((("x", "nonsense", ""),), "en")


def test_a_unit_is_told_only_where_all_rows_share_it():
    one = pl.DataFrame([named("unit", "yuan"), named("unit", "yuan")])
    assert unit_of(one, "en") == "yuan"
    assert unit_of(pl.concat([one, pl.DataFrame([named("unit", "%")])]), "en") == ""
    assert unit_of(pl.DataFrame({"x": [1]}), "en") == ""


@pytest.mark.parametrize(("axis", "wanted"), [(".0%", ".1%"), (".1f", ".3f"), (".2f", ".4f")])
def test_hovering_is_more_exact_than_the_axis(axis, wanted):
    assert exact(axis) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_tells_whose_it_is_year_ratio_value_with_unit_and_members(language):
    frame = bloc_gap().with_columns(n_present=pl.lit(3))
    axes = Axes(100, 100, (2019, 2021), (0.0, 2.0), ".0%")
    line = lines(frame, "group_id", "ratio", BLOCS, axes, language).to_dict()
    told = line["encoding"]["tooltip"]
    fields = [tip["field"] for tip in told]
    assert fields[0].startswith("group_short_name_")
    assert fields[1:] == ["period", "ratio", "value", "n_present"]
    assert len({tip["title"] for tip in told}) == len(told)
    rows = next(iter(line["datasets"].values()))
    assert all(field in rows[0] for field in fields)


def test_the_map_tells_more_than_the_name():
    chart = charts_by_id()["province_map"]
    spec = chart.draw(province_gap(), "en", OUTLINES)
    shapes = [layer.get("encoding", {}) for layer in layers(spec, "geoshape")]
    told = [encoding["tooltip"] for encoding in shapes if "tooltip" in encoding]
    titles = [tip["title"] for tip in told[0]]
    assert titles == ["Province", "Year", "Ratio to nation", "Value (en)", "Rank"]
