"""Heat table of verdicts: counts that agree by every weighting, a word each, hatching with its reason."""

import math

import altair as alt
import polars as pl
import pytest

from assets.charts.facts import with_row_ids
from assets.charts.verdict_cells import agreed, cells_by_indicator
from assets.charts.verdict_table import CHART
from assets.models import read_model
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, ROOT, named
from tests.assets.charts.test_chart_drawing import inline, layers


def row(indicator, verdict, weighting="weighted", window="all_years", field="economy"):
    tested = verdict in ("converging", "diverging", "inconclusive")
    change = math.log(0.8) if tested else None
    return (
        COMMON
        | named("indicator_name", indicator)
        | {"view_id": "latest", "indicator_id": indicator, "group_id": "national31", "window_id": window,
           "weighting": weighting, "field": field, "verdict": verdict, "period_start": 2006,
           "period_end": 2024, "n_members": 31, "log_change": change,
           "log_change_low": change and change - 0.1, "log_change_high": change and change + 0.1,
           "p_value": 0.01 if tested else None}
    )  # fmt: skip


def both(indicator, one, other=None, **more):
    return [row(indicator, one, "weighted", **more), row(indicator, other or one, "unweighted", **more)]


ROWS = [
    *both("a", "converging"),
    *both("b", "diverging", field="ecology"),
    *both("c", "converging", "inconclusive"),
    *both("d", "not testable (break)"),
    *both("e", "not testable (break)"),
    *both("e", "converging", window="longest_without_break"),
]


def labels(spec):
    """Texts that stand in data; the words of cells are said once for a layer."""
    own = [layer for layer in layers(spec, "text") if "data" in layer]
    return [each["label"] for layer in own for each in inline(spec, layer) if "label" in each]


def frame(rows=ROWS):
    return pl.DataFrame(rows, infer_schema_length=None)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        (
            "en",
            "Provinces draw closer on 2 of 4 indicators, apart on 1;"
            " 1 are inconclusive or depend on the weighting",
        ),
        ("zh-Hans", "4项指标中，省际差异收敛的有2项，发散的有1项，1项尚无定论或因加权而异"),
        ("zh-Hant", "4項指標中，省際差異收斂的有2項，發散的有1項，1項尚無定論或因加權而異"),
    ],
)
def test_title_counts_verdicts_on_which_every_weighting_agrees(language, title):
    """a and e converge, b diverges, c depends on the weighting, d has no test."""
    assert CHART.words(frame(), language).title == title


def test_turned_verdicts_turn_the_title():
    other = {"converging": "diverging", "diverging": "converging"}
    turned = [each | {"verdict": other.get(each["verdict"], each["verdict"])} for each in ROWS]
    assert CHART.words(frame(turned), "en").title.startswith(
        "Provinces draw closer on 1 of 4 indicators, apart on 2"
    )


def test_the_longest_run_stands_in_for_all_years_only_where_a_break_cuts_them():
    found = cells_by_indicator(frame())
    assert found["e"]["longest", "weighted"]["window_id"] == "longest_without_break"
    assert found["a"]["longest", "weighted"]["window_id"] == "all_years"
    assert [agreed(found[each]) for each in "abcde"] == [
        "converging",
        "diverging",
        "mixed",
        None,
        "converging",
    ]


def test_note_counts_tests_and_what_chance_alone_would_show():
    """8 cells with a test: 0.05 times 8 = 0.4, written as 0."""
    assert "8 tests, each p on its own" in CHART.words(frame(), "en").note
    assert "about 0 would show" in CHART.words(frame(), "en").note


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_has_a_word_and_no_test_is_hatched(language):
    spec = CHART.draw(frame(), language)
    marks = [layer["mark"]["text"] for layer in layers(spec, "text") if "text" in layer["mark"]]
    words = {"en": ("▼ converging", "▲ diverging", "○ inconclusive", "new basis"),
             "zh-Hans": ("▼ 收敛", "▲ 发散", "○ 尚无定论", "口径变更"),
             "zh-Hant": ("▼ 收斂", "▲ 發散", "○ 尚無定論", "口徑變更")}[language]  # fmt: skip
    assert set(marks) == set(words)
    hatched = [layer for layer in layers(spec, "rule") if "transform" in layer]
    assert [len(inline(spec, layer)) for layer in hatched] == [2]
    alt.Chart.from_dict(spec)


def test_fields_are_named_once_above_their_indicators():
    spec = CHART.draw(frame(), "en")
    texts = labels(spec)
    assert [text for text in texts if text in ("Economy", "Ecology")] == ["Economy", "Ecology"]


def test_years_of_two_centuries_are_written_in_full():
    old = [each | {"period_start": 1997} for each in both("a", "converging")]
    texts = labels(CHART.draw(frame([*old, *both("c", "converging")]), "en"))
    assert "1997–2024" in texts
    assert "2006–24" in texts


def test_a_missing_weighting_is_a_dash_and_does_not_count_against_agreement():
    spec = CHART.draw(frame([row("a", "converging", "unweighted")]), "en")
    texts = labels(spec)
    assert texts.count("–") == 5
    assert "on 1 of 1" in CHART.words(frame([row("a", "converging", "unweighted")]), "en").title


def test_figures_lead_back_to_rows():
    grain = read_model(ROOT / "sql/marts/convergence_verdicts.sql").grain
    words = CHART.words(with_row_ids(frame(), CHART.mart, grain), "en")
    first = words.parts["title"].figures[0]
    assert len(first.rows) == 6
    assert all(each.startswith("marts.convergence_verdicts/latest/") for each in first.rows)
