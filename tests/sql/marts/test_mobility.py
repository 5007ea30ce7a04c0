"""marts/mobility: moves with what they imply for the class before and for the matrix."""

from tests.sql.given import run_model
from tests.sql.marts.labels import (
    check_labels,
    indicator_labels,
    indicators,
    methods,
    view_labels,
    views,
)
from tests.sql.marts.passing import SERIES, check_passed_on, columns_of, metric_row

KEY = ("view_id", "indicator_id", "group_id", "class_scheme", "from_class", "to_class")
MATRIX = {"group_id": "nation", "class_scheme": "yearly_quartiles"}
MOVES = [
    metric_row(columns_of("mobility_matrix"), 2 * before + after, **MATRIX, from_class=before, to_class=after)
    for before in (1, 2)
    for after in (1, 2)
]
INDICES = [
    SERIES | MATRIX | {"measure_id": measure, "from_class": place, "value": value}
    for measure, place, value in (
        ("sojourn_years", 1, 4.0),
        ("sojourn_years", 2, 5.0),
        ("ergodic_share", 1, 0.3),
        ("ergodic_share", 2, 0.7),
        ("prais", 1, 0.9),
        ("shorrocks", 0, 0.25),
        ("half_life_years", 0, 12.0),
        ("determinant", 0, 0.8),
    )
]


def mobility(indices=INDICES):
    return run_model(
        {
            "metrics/mobility_matrix": MOVES,
            "metrics/mobility_index": indices,
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/mobility_matrix"),
        },
        "marts/mobility",
    )


def test_moves_are_passed_on_with_labels():
    found = mobility()
    check_passed_on(found, MOVES, KEY)
    check_labels(found, {"indicator_id": indicator_labels, "view_id": view_labels})


def test_measures_stand_at_their_class_and_their_matrix():
    for row in mobility():
        assert (row["sojourn_years"], row["ergodic_share"]) == {1: (4.0, 0.3), 2: (5.0, 0.7)}[
            row["from_class"]
        ]
        assert (row["shorrocks_index"], row["half_life"]) == (0.25, 12.0)


def test_a_matrix_without_measures_keeps_its_moves():
    other = [row | {"class_scheme": "relative_to_mean"} for row in INDICES]
    found = mobility(other)
    assert len(found) == 4
    assert {(row["sojourn_years"], row["shorrocks_index"]) for row in found} == {(None, None)}
