"""What a drawn chart holds: reference line, breaks, one scale, data inside, and honest errors."""

import json

import altair as alt
import polars as pl
import pytest

from assets.charts.lines import segmented, spread
from assets.charts.outlines import label_points
from assets.charts.reading import ChartError
from assets.charts.theme import BLOCS, WIDTH, text_width, wrapped
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import ROOT, bloc_gap, charts_by_id, province_gap

CHARTS = charts_by_id()
OUTLINES = json.loads((ROOT / "warehouse/reference/cn/boundaries.topo.json").read_text())


def layers(spec, kind):
    """All parts of a specification that draw a mark of this kind."""
    if isinstance(spec, list):
        return [found for part in spec for found in layers(part, kind)]
    if not isinstance(spec, dict):
        return []
    mark = spec.get("mark")
    own = [spec] if isinstance(mark, dict) and mark["type"] == kind else []
    return own + [found for part in spec.values() for found in layers(part, kind)]


def inline(spec, layer):
    """Rows of a layer, inside it or among the data sets of the whole."""
    data = layer["data"]
    return data["values"] if "values" in data else spec["datasets"][data["name"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_blocs_stand_against_the_nation_at_one(language):
    spec = CHARTS["bloc_gdp_per_head"].draw(bloc_gap(), language)
    rule = layers(spec, "rule")[0]
    assert inline(spec, rule)[0]["at"] == 1
    assert layers(spec, "line")[0]["encoding"]["color"]["scale"]["range"] == list(BLOCS.values())
    alt.Chart.from_dict(spec)


def test_a_line_is_cut_and_marked_where_the_basis_changes():
    frame = bloc_gap(years=(2004, 2005, 2006, 2007), breaks=(2006,))
    runs = segmented(frame, "group_id").filter(group_id="bloc_east")
    assert runs["segment"].to_list() == [0, 0, 1, 1]
    spec = CHARTS["bloc_gdp_per_head"].draw(frame, "en")
    rows = [row for rule in layers(spec, "rule") for row in inline(spec, rule)]
    marked = [row["at"] for row in rows if row["label"] == "new basis"]
    assert marked == [2005.5]
    assert layers(spec, "line")[0]["encoding"]["detail"] == [{"field": "segment", "type": "nominal"}]


def test_no_break_no_mark():
    spec = CHARTS["bloc_gdp_per_head"].draw(bloc_gap(), "en")
    assert len(layers(spec, "rule")) == 1


def test_panels_share_one_scale():
    both = ("gdp_per_head", "disposable_income_per_capita_all")
    spec = CHARTS["output_and_income"].draw(bloc_gap(indicators=both), "zh-Hans")
    domains = {tuple(line["encoding"]["y"]["scale"]["domain"]) for line in layers(spec, "line")}
    assert len(layers(spec, "line")) == 4
    assert len(domains) == 1
    alt.Chart.from_dict(spec)


def test_words_are_filled_from_the_frame():
    words = CHARTS["bloc_gdp_per_head"].words(bloc_gap(), "en")
    assert words.title == "Northeast output per head: 110% of the nation in 2019, 90% in 2021"


def test_map_shows_regions_without_a_value_and_centres_on_the_nation():
    spec = CHARTS["province_map"].draw(province_gap(), "en", OUTLINES)
    base, coloured = layers(spec, "geoshape")
    assert "transform" not in base
    low, high = coloured["encoding"]["color"]["scale"]["domain"][::5]
    assert low * high == pytest.approx(1)
    assert spec["datasets"]["outlines"] == OUTLINES
    assert base["data"]["name"] == "outlines"
    alt.Chart.from_dict(spec)


def test_map_needs_its_outlines():
    with pytest.raises(ChartError, match=r"province_map: is a map"):
        CHARTS["province_map"].draw(province_gap(), "en")


def test_label_of_a_bent_province_stays_inside_it():
    """Gansu's centroid lies in Qinghai; its label once did too."""
    longitude, latitude = label_points(OUTLINES)["620000"]
    assert not (98 < longitude < 103 and latitude < 38)


def test_name_of_a_municipality_stands_beside_it():
    spec = CHARTS["province_map"].draw(province_gap(), "en", OUTLINES)
    down = {
        row["label"].split()[0]: layer["mark"]["dy"]
        for layer in layers(spec, "text")
        for row in inline(spec, layer)
        if "longitude" in row
    }
    assert down["Beijing"] < 0 == down["Gansu"]


def test_data_is_inside_and_nothing_is_fetched():
    for spec in (
        CHARTS["bloc_gdp_per_head"].draw(bloc_gap(), "en"),
        CHARTS["province_map"].draw(province_gap(), "en", OUTLINES),
    ):
        schema = spec.pop("$schema")
        assert schema.startswith("https://vega.github.io/schema/vega-lite/")
        assert "http" not in json.dumps(spec)
        assert '"url"' not in json.dumps(spec)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_empty_frame_is_refused_with_chart_mart_and_condition(chart):
    with pytest.raises(ChartError) as caught:
        chart.draw(pl.DataFrame({"period": []}), "en", OUTLINES)
    assert str(caught.value).startswith(f"{chart.chart_id}: {chart.mart} has no row")


def test_missing_number_is_refused():
    frame = bloc_gap().filter(pl.col("group_id") != "bloc_west")
    with pytest.raises(ChartError, match=r"the frame has \[\] as ratio for .*bloc_west"):
        CHARTS["bloc_gdp_per_head"].words(frame, "en")


def test_end_labels_are_pushed_apart_and_keep_their_order():
    assert spread([1.0, 1.1, 5.0], gap=1) == pytest.approx([0.55, 1.55, 5.0])
    assert spread([3.0, 1.0], gap=1) == [3.0, 1.0]


def test_titles_fit_the_picture():
    text = "东北人均地区生产总值：2001年为全国的109%，2024年为70%，此后各年再看"
    assert all(text_width(line, 18) <= WIDTH for line in wrapped(text, 18))
    assert "".join(wrapped(text, 18)) == text
    assert wrapped("one two three", 10, 40) == ["one two", "three"]
