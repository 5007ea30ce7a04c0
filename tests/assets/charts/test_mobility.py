"""Transition matrix: shares and intervals as the mart has them, unseen moves without an interval."""

import altair as alt
import polars as pl
import pytest

from assets.charts.mobility import BOX, CHART, LEFT
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON
from tests.assets.charts.test_chart_drawing import inline, layers


def frame(stay=0.9, moves=90, classes=5):
    """Of 100 cases in each class 90 stay and 10 go to a neighbouring class."""
    rows = []
    for before in range(1, classes + 1):
        other = before + 1 if before < classes else before - 1
        for after in range(1, classes + 1):
            share = stay if after == before else 1 - stay if after == other else 0.0
            count = moves if after == before else 100 - moves if after == other else 0
            rows.append(
                COMMON
                | {"from_class": before, "to_class": after, "n_moves": count, "probability": share,
                   "probability_low": share * 0.9, "probability_high": min(1.0, share * 1.1),
                   "sojourn_years": 1 / (1 - stay), "period_start": 2001, "period_end": 2024}
            )  # fmt: skip
    return pl.DataFrame(rows)


def test_words_quote_both_ends_with_their_intervals():
    """0.9 x 0.9 = 0.81 and 0.9 x 1.1 = 0.99; 5 x 100 cases, 5 x 10 of them moves."""
    words = CHART.words(frame(), "en")
    assert words.title.startswith("From one year to the next, 90% of cases in the lowest class")
    assert "interval 81%–99%" in words.description
    assert "2001–2024" in words.subtitle
    assert "Of 500 yearly cases 50 change class and 0 move by more than one class." in words.description


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cell_has_share_interval_and_count(language):
    spec = CHART.draw(frame(), language)
    cells = inline(spec, layers(spec, "rect")[0])
    assert len(cells) == 25
    assert (cells[0]["share"], cells[0]["interval"], cells[0]["count"]) == ("90%", "(81–99%)", "90")
    assert cells[0]["x"] == LEFT and cells[1]["x"] == LEFT + BOX
    alt.Chart.from_dict(spec)


def test_a_move_never_seen_has_no_interval_and_no_colour():
    cell = inline(*_first_rect(frame()))[2]
    assert (cell["share"], cell["interval"], cell["tint"], cell["seen"]) == ("0", "", "#ffffff", False)


def test_a_class_nobody_was_in_is_unknown_not_zero():
    empty = frame().with_columns(
        *[
            pl.when(pl.col("from_class") == 3).then(None).otherwise(pl.col(name)).alias(name)
            for name in ("probability", "probability_low", "probability_high", "sojourn_years")
        ],
        n_moves=pl.when(pl.col("from_class") == 3).then(0).otherwise(pl.col("n_moves")),
    )
    cells = inline(*_first_rect(empty))[10:15]
    assert {cell["share"] for cell in cells} == {"–"}


def test_darker_is_more_common():
    cells = inline(*_first_rect(frame()))
    lightness = {cell["share"]: sum(bytes.fromhex(cell["tint"][1:])) for cell in cells}
    assert lightness["90%"] < lightness["10%"] < lightness["0"]


def _first_rect(data):
    spec = CHART.draw(data, "en")
    return spec, layers(spec, "rect")[0]
