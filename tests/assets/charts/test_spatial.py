"""Moran scatter plot: the line's slope is the index, the finding follows the test, names keep apart."""

import altair as alt
import numpy
import polars as pl
import pytest

from assets.charts.spatial import CHART
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, named
from tests.assets.charts.test_chart_drawing import inline, layers

SCORES = {"a": (-1.0, -0.5, "low_low"), "b": (-1.0, 0.1, "low_high"), "c": (1.0, -0.2, "high_low"),
          "d": (1.0, 1.0, "high_high")}  # fmt: skip
# sum of z x lag over n: (0.5 - 0.1 - 0.2 + 1.0) / 4
INDEX = 0.3


def frame(p=0.01, index=INDEX):
    rows = [
        COMMON
        | named("region_short_name", region)
        | {"region_id": region, "period": 2024, "value": 1.0, "standard_score": score,
           "neighbours_score": lag, "quadrant": quadrant, "local_p_value": 0.01 if region == "d" else 0.5,
           "moran_index": index, "expected_index": -1 / 3, "p_value": p}
        for region, (score, lag, quadrant) in SCORES.items()
    ]  # fmt: skip
    return pl.DataFrame(rows)


@pytest.mark.parametrize(
    ("p", "index", "finding"),
    [
        (0.01, 0.3, "Neighbours are more alike in output per head than by chance"),
        (0.01, -0.6, "Neighbours are less alike in output per head than by chance"),
        (0.2, 0.3, "Whether neighbours are alike in output per head is inconclusive"),
    ],
)
def test_finding_follows_the_test(p, index, finding):
    title = CHART.words(frame(p, index), "en").title
    assert title == f"{finding}: Moran's I was {index:.2f} in 2024".replace("-", "−")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_is_the_least_squares_line_of_the_points(language):
    spec = CHART.draw(frame(), language)
    line = next(row for rule in layers(spec, "rule") for row in inline(spec, rule) if "x2" in row)
    points = inline(spec, layers(spec, "point")[0])
    slope, middle = numpy.polyfit([row["x"] for row in points], [row["y"] for row in points], 1)
    assert slope == pytest.approx(INDEX)
    assert (line["y2"] - line["y"]) / (line["x2"] - line["x"]) == pytest.approx(slope)
    assert line["y"] == pytest.approx(middle + slope * line["x"])
    alt.Chart.from_dict(spec)


@pytest.mark.parametrize(("index", "quarter"), [(0.3, 270), (-0.6, 0)])
def test_the_label_lies_along_the_line(index, quarter):
    """Degrees run clockwise: a line that rises is written from 270 to 360, one that falls from 0 to 90."""
    spec = CHART.draw(frame(index=index), "en")
    (angle,) = [text["mark"]["angle"] for text in layers(spec, "text") if "angle" in text["mark"]]
    assert quarter < angle < quarter + 90


def test_filled_points_are_those_with_a_test_of_their_own():
    points = inline(*_points(frame()))
    assert [row["name"] for row in points if row["fill"] != "white"] == ["d"]
    assert points[0]["name"] == "d"


def test_years_without_local_tests_mark_nobody():
    untested = frame().with_columns(local_p_value=pl.lit(None, dtype=pl.Float64))
    assert {row["fill"] for row in inline(*_points(untested))} == {"white"}
    assert CHART.words(untested, "en").description.endswith("0.05: 0 ().")


def _points(data):
    spec = CHART.draw(data, "en")
    return spec, layers(spec, "point")[0]
