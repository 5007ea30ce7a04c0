"""Small multiples of groups: one scale, cuts at breaks, the year of the start, reasons for no line."""

import altair as alt
import polars as pl
import pytest

from assets.charts.group_panels import HEIGHT, WIDTH
from assets.charts.group_small_multiples import CHART, last_break
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, named
from tests.assets.charts.test_chart_drawing import layers

YEARS = (2004, 2005, 2006, 2007)
# group: kind, partition, ratio in each year, first year of dated members
GROUPS = {
    "bloc_east": ("bloc", "nbs4", (1.5, 1.5, 1.4, 1.3), 2004),
    "bloc_west": ("bloc", "nbs4", (0.6, 0.6, 0.6, 0.6), 2004),
    "policy_ne_revival": ("bloc", None, (None,) * 4, 2005),
    "policy_west_dev": ("bloc", None, (0.6, 0.6, 0.6, 0.6), 2004),
    "jjj": ("major_strategy", None, (1.2, 1.1, 1.1, 1.15), 2007),
    "gba": ("major_strategy", None, (4.0, 4.0, 3.0, 2.0), 2007),
    "bri18": ("corridor", None, (0.9, 0.9, 0.9, 0.95), 2006),
}


def frame(groups=GROUPS):
    rows = [
        COMMON
        | named("group_short_name", group)
        | {"view_id": "latest", "membership": "fixed", "indicator_id": "gdp_per_head", "group_id": group,
           "reference_id": "national31", "period": year, "group_kind": kind, "partition_id": partition,
           "ratio": ratio, "value": 1.0, "has_break": year == 2006, "began": began, "n_present": 3,
           "is_mixed_basis": group == "gba"}
        for group, (kind, partition, ratios, began) in groups.items()
        for year, ratio in zip(YEARS, ratios, strict=True)
    ]  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def panels(spec):
    """Panels by what stands above them."""
    found = {}
    for block in spec["vconcat"][0]["vconcat"][0]["concat"]:
        for panel in block["concat"]:
            found[panel["layer"][-1]["mark"]["text"]] = panel
    return found


def test_title_follows_the_largest_change_on_todays_basis():
    # since the break of 2006: east 1.4 to 1.3, the widest; gba is on another basis and not counted
    words = CHART.words(frame(), "en")
    assert words.title == (
        "Farthest move of 5 blocs and strategy zones: output per head in bloc_east falls from 140% of the"
        " nation in 2006 to 130% in 2007"
    )
    assert "Above the nation in 2007 (2 of 5)" in words.description
    assert "No comparable figure: gba, policy_ne_revival." in words.description


def test_a_flipped_sign_flips_the_word():
    turned = GROUPS | {"bloc_east": ("bloc", "nbs4", (1.5, 1.5, 1.3, 1.4), 2004)}
    title = CHART.words(frame(turned), "en").title
    assert "bloc_east rises from 130% of the nation in 2006 to 140% in 2007" in title


def test_without_a_break_the_change_counts_from_the_first_year():
    smooth = frame().with_columns(has_break=pl.lit(False))
    assert last_break(smooth) == 2004
    assert "falls from 150% of the nation in 2004 to 130% in 2007" in CHART.words(smooth, "en").title


def test_lines_are_cut_where_the_basis_changes():
    spec = CHART.draw(frame(), "en")
    # gba, the other of its kind, comes first by id and has no row
    runs = {row["t"]: row["s"] for row in spec["datasets"]["strategies"] if row["g"] == 1}
    assert runs == {2004: 0, 2005: 0, 2006: 1, 2007: 1}
    assert all({"field": "s"} in line["encoding"]["detail"] for line in layers(spec, "line"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_panels_have_one_scale_and_the_level_of_the_nation(language):
    spec = CHART.draw(frame(), language)
    found = panels(spec)
    assert len(found) == len(GROUPS)
    assert len({str(panel["encoding"]["y"]["scale"]) for panel in found.values()}) == 1
    assert {(panel["width"], panel["height"]) for panel in found.values()} == {(WIDTH, HEIGHT)}
    levels = [
        rule
        for rule in layers(spec, "rule")
        if rule["encoding"].get("y") == {"datum": 1, "type": "quantitative"}
    ]
    assert len(levels) == 5
    alt.Chart.from_dict(spec)


def test_own_line_in_colour_others_of_the_kind_grey():
    grey, own = layers(panels(CHART.draw(frame(), "en"))["bloc_east: 130%"], "line")
    assert grey["transform"] == [{"filter": "datum.g != 0"}]
    assert own["transform"] == [{"filter": "datum.g == 0"}]
    assert own["mark"]["strokeWidth"] > 3 * grey["mark"]["strokeWidth"]


def test_the_start_is_marked_where_it_lies_inside_the_years():
    found = panels(CHART.draw(frame(), "en"))

    def years(head):
        return {
            row["label"]
            for text in layers(found[head], "text")
            for row in text["data"]["values"]
            if "label" in row
        }

    assert years("jjj: 115%") == {"2007"}
    assert years("bloc_east: 130%") == years("policy_west_dev: 60%") == set()


def test_groups_without_a_comparable_figure_say_why():
    found = panels(CHART.draw(frame(), "en"))
    reasons = {
        head: {
            row["label"]
            for text in layers(found[head], "text")
            for row in text["data"]["values"]
            if "r" in row
        }
        for head in ("policy_ne_revival", "gba")
    }
    assert reasons == {
        "policy_ne_revival": {"withheld:|too few members|report"},
        "gba": {"city figures:|another basis,|not comparable here"},
    }
    assert layers(found["gba"], "line") == []


def test_a_mixed_basis_does_not_stretch_the_scale():
    domain = panels(CHART.draw(frame(), "en"))["jjj: 115%"]["encoding"]["y"]["scale"]["domain"]
    assert domain[1] == pytest.approx(1.6)
