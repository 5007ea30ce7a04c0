"""Three parts of the Gini: they stack to the whole, and the words quote both ends."""

from itertools import pairwise

import altair as alt
import polars as pl
import pytest

from assets.charts.inequality_decomposition import CHART
from assets.charts.reading import ChartError
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON
from tests.assets.charts.test_chart_drawing import inline, layers

# within, overlap, between: 0.05 + 0.01 + 0.14 = 0.2, then 0.05 + 0.02 + 0.03 = 0.1
YEARS = {2020: (0.05, 0.01, 0.14), 2021: (0.05, 0.02, 0.03)}


def frame(years=YEARS):
    rows = []
    for year, (within, overlap, between) in years.items():
        total = within + overlap + between
        rows.append(
            COMMON
            | {"period": year, "value": total, "within_groups": within, "overlap_of_groups": overlap,
               "between_groups": between, "between_share": between / total, "n_members": 31,
               "within_share": within / total, "overlap_share": overlap / total}
        )  # fmt: skip
    return pl.DataFrame(rows)


def test_title_quotes_both_ends():
    # 0.14 / 0.2 = 70%, 0.03 / 0.1 = 30%; 0.01 / 0.2 = 5%, 0.02 / 0.1 = 20%
    assert CHART.words(frame(), "en").title == (
        "Gaps between the four blocs made 70% of the provincial Gini in 2020, 30% in 2021;"
        " their overlap made 5% and 20%"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_areas_stack_to_the_gini(language):
    spec = CHART.draw(frame(), language)
    area = layers(spec, "area")[0]
    rows = inline(spec, area)
    heights = {year: sum(row["size"] for row in rows if row["period"] == year) for year in YEARS}
    assert heights == pytest.approx({2020: 0.2, 2021: 0.1})
    assert area["encoding"]["y"]["stack"] == "zero"
    alt.Chart.from_dict(spec)


def test_labels_stand_in_the_order_of_the_stack_and_apart():
    spec = CHART.draw(frame({2020: (0.1, 0.0001, 0.1), 2021: (0.1, 0.0001, 0.1)}), "en")
    labels = inline(spec, layers(spec, "text")[0])
    places = [row["at"] for row in labels]
    assert [row["label"].split("\n")[0] for row in labels] == [
        "Within blocs",
        "Overlap of blocs",
        "Between blocs",
    ]
    assert places == sorted(places)
    assert min(after - before for before, after in pairwise(places)) > 0.02


def test_a_missing_part_is_refused():
    broken = frame().with_columns(overlap_of_groups=pl.lit(None, pl.Float64))
    with pytest.raises(ChartError, match="as overlap_of_groups"):
        CHART.words(broken, "en")
