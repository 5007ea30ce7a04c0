"""Slopes with and without controls: the sign said is the interval's, and zero inside it is said so."""

import math

import altair as alt
import duckdb
import polars as pl
import pytest

from assets.charts.conditional_beta import CHART, QUERY
from assets.charts.conditional_beta_estimates import windows
from assets.charts.conditional_beta_rows import NAMES, PLOT
from assets.charts.facts import with_row_ids
from assets.charts.reading import ChartError
from assets.models import read_model
from assets.statistics.refusal import NOT_EVERY_REGION
from assets.wording.figures import LANGUAGES
from assets.wording.linter import lint
from assets.wording.linter_lookup import Lookup
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers

GRAIN = read_model(ROOT / "sql/marts/conditional_beta.sql").grain
LACKING = f"refused: birth_rate {NOT_EVERY_REGION} in 2006 in the view latest; choose another set"


def row(set_id, beta=-0.02, alone=-0.02, error=0.003, start=2006, reason=None):
    figures = {
        "unconditional_beta": alone, "unconditional_standard_error": 0.003,
        "unconditional_p_value": 0.0004, "beta": beta, "standard_error": error, "p_value": 0.03,
        "variance_inflation": 6.0,
    }  # fmt: skip
    return (
        COMMON
        | named("control_names", "birth rate")
        | {"view_id": "latest", "indicator_id": "gdp_per_head", "group_id": "national31",
           "conditioning_set_id": set_id, "period_start": start, "period_end": 2024, "n_members": 31,
           "n_controls": 1, "null_reason": reason}
        | {name: None if reason else value for name, value in figures.items()}
    )  # fmt: skip


def frame(*rows):
    return with_row_ids(pl.DataFrame(list(rows), infer_schema_length=None), CHART.mart, GRAIN)


def title(*rows, language="en"):
    return CHART.words(frame(*rows), language).title


def texts(spec):
    return [each["label"] for layer in layers(spec, "text") for each in inline(spec, layer)]


def test_an_interval_is_the_slope_and_196_errors_to_either_side():
    """-0.02 - 1.96 * 0.003 = -0.02588; -0.02 + 1.96 * 0.003 = -0.01412; with 0.0103 it holds zero."""
    (window,) = windows(frame(row("population"), row("structure", error=0.0103)))
    near, wide = window.sets
    assert (near.low, near.high) == (pytest.approx(-0.02588), pytest.approx(-0.01412))
    assert (near.side, wide.side) == ("below", "unclear")
    assert wide.high == pytest.approx(0.000188)


def test_where_the_sign_stays_with_every_set_the_title_says_so():
    found = title(row("population"), row("structure", -0.01))
    assert found == (
        "Output per head: a lower start goes with faster growth in 2006–2024,"
        " with each of 2 sets of controls too"
    )


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "still in 1 of 2 sets (births and age)"),
        ("zh-Hans", "2组中有1组仍如此（出生与年龄）"),
        ("zh-Hant", "2組中有1組仍如此（出生與年齡）"),
    ],
)
def test_a_set_that_cannot_be_told_from_zero_is_not_counted(language, wanted):
    assert wanted in title(row("population"), row("structure", error=0.02), language=language)


@pytest.mark.parametrize(
    ("language", "wanted"), [("en", "slower growth"), ("zh-Hans", "增长较慢"), ("zh-Hant", "增長較慢")]
)
def test_a_flipped_sign_flips_the_words(language, wanted):
    assert wanted in title(row("population", 0.02, 0.02), language=language)
    assert wanted not in title(row("population"), language=language)


def test_a_set_of_the_opposite_sign_is_named_as_the_reverse():
    found = title(row("population"), row("structure", 0.02))
    assert found.endswith("with controls still in 1 of 2 sets, the reverse in 1")


def test_without_a_sign_nothing_is_said_to_grow():
    found = title(row("population", 0.001, -0.001), row("structure", -0.002, -0.001))
    assert found == "Output per head: in 2006–2024 no slope can be told from zero"
    only = title(row("population", -0.02, -0.001), row("structure", 0.02, -0.001))
    assert "only with controls: below it in 1 and above it in 1 of 2 sets" in only


def test_sets_that_all_lose_the_sign_are_counted_as_none():
    assert title(row("population", 0.001)).endswith("with controls in 0 of 1 sets")


def test_each_window_has_its_own_finding():
    found = title(row("population"), row("population", 0.001, -0.001, start=2012))
    assert "faster growth in 2006–2024" in found
    assert found.endswith("; in 2012–2024 no slope can be told from zero")


def test_a_refused_set_is_hatched_with_its_reason():
    spec = CHART.draw(frame(row("population"), row("knowledge", reason=LACKING)), "en")
    assert "not every province has figures for 2006" in texts(spec)
    assert "knowledge" not in " ".join(texts(spec)) and "Students and R&D" in texts(spec)
    assert len([layer for layer in layers(spec, "rule") if "transform" in layer]) == 1
    assert sum(len(inline(spec, layer)) for layer in layers(spec, "point")) == 2
    other = row("knowledge", reason="refused: 9 regions for 4 coefficients, 14 are needed")
    assert "no estimate from 2006 on" in texts(CHART.draw(frame(row("population"), other), "en"))


def test_a_window_without_any_estimate_says_so():
    found = title(row("population"), row("population", start=2012, reason=LACKING))
    assert found.endswith("there is no estimate for 2012–2024")
    with pytest.raises(ChartError, match="no window has an estimate"):
        title(row("population", reason=LACKING))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_slope_has_its_bar_its_number_and_zero_its_line(language):
    spec = CHART.draw(frame(row("population", -0.01), row("structure", 0.01, error=0.02)), language)
    dots = [each for layer in layers(spec, "point") for each in inline(spec, layer)]
    assert len(dots) == 3
    assert all(NAMES < each["x"] < NAMES + PLOT for each in dots)
    assert {"−0.020", "−0.010", "0.010", "0"} <= set(texts(spec))
    looks = [layer["mark"]["fill"] for layer in layers(spec, "point") for _ in inline(spec, layer)]
    assert looks.count("white") == 1
    alt.Chart.from_dict(spec)


def test_hovering_tells_four_decimals_error_p_and_members():
    spec = CHART.draw(frame(row("population", -0.01234)), "en")
    tips = {each["tip"] for layer in layers(spec, "point") for each in inline(spec, layer)}
    assert "with births and age, 2006–2024: −0.0123 (standard error 0.0030, p = 0.030, 31 provinces)" in tips


def test_a_slope_with_controls_is_not_told_as_the_slope_of_a_control():
    text = CHART.words(frame(row("population"), row("knowledge", reason=LACKING)), "en").description
    assert text == (
        "2006–2024: without controls −0.020 (−0.026 to −0.014; below zero), with births and age −0.020"
        " (−0.026 to −0.014; below zero), with students and R&D: no estimate."
    )


def test_the_reading_is_the_slope_times_the_log_of_two():
    """-0.02 ln 2 = -0.0139, in percentage points -1.4."""
    note = CHART.words(frame(row("population")), "en").note
    assert "twice the starting level goes with growth that differs by −1.4 percentage points" in note
    assert pytest.approx(-0.0139, abs=1e-4) == -0.02 * math.log(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_bound_and_the_linter_finds_nothing(language):
    rows = [row("population"), row("structure", 0.001, error=0.02), row("knowledge", reason=LACKING)]
    shown = frame(*rows)
    cells = {each["row_id"]: each for each in shown.iter_rows(named=True)}
    lookup = Lookup(lambda address, name: cells[address].get(name), lambda mart: tuple(GRAIN))
    for wording in CHART.words(shown, language).parts.values():
        assert all(found.rows for found in wording.figures if found.value)
        assert not lint(wording, language, lookup)


def test_the_windows_are_the_longest_on_one_basis_and_the_one_from_the_base_year():
    connection = duckdb.connect()
    connection.execute("create schema marts")
    connection.execute(
        """
        create table marts.conditional_beta as
        select
            'latest' as view_id, 'gdp_per_head' as indicator_id, 'national31' as group_id,
            conditioning_set_id, period_start, period_end, period_start < 2006 as has_break,
            1 as n_controls, if(conditioning_set_id = 'a', null, -0.01) as beta
        from
            unnest(['a', 'b']) as sets (conditioning_set_id),
            unnest(range(2001, 2024)) as starts (period_start),
            unnest(range(2002, 2025)) as ends (period_end)
        where period_start < period_end
        """
    )
    found = connection.sql(QUERY).pl()
    assert found.select("period_start", "period_end", "conditioning_set_id").rows() == [
        (2006, 2024, "b"), (2006, 2024, "a"), (2012, 2024, "b"), (2012, 2024, "a"),
    ]  # fmt: skip


def test_a_set_without_a_short_name_has_the_names_of_its_controls():
    assert "still in 1 of 2 sets (birth rate)" in title(row("fresh"), row("population", 0.001))
