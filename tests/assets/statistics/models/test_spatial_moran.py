"""metrics/spatial_moran: worked under each of the weights, equal regions, a region without a place."""

import pytest

from tests.assets.statistics.models.places import spaced_ring
from tests.assets.statistics.models.running import rows_of
from tests.sql.given import Row

ALTERNATING = (1, 3, 1, 3, 1, 3)
# halves of the ring; far apart on the equator too
HALVES = (1, 1, 1, 3, 3, 3)


def under(weights: str, found: list[Row]) -> list[Row]:
    return [row for row in found if row["weights_id"] == weights]


def test_worked_example():
    # 1 3 1 3 1 3 in a ring: every neighbour is the opposite, I = -1; all differences lie between
    # neighbours or the pair across: 6 of 9 pairs that differ
    (row,) = under("contiguity", rows_of("spatial_moran", spaced_ring(ALTERNATING)))
    assert row["moran_index"] == pytest.approx(-1)
    assert row["expected_index"] == pytest.approx(-1 / 5)
    assert row["non_neighbour_share"] == pytest.approx(3 / 9)
    assert (row["z_score"] < -1.96, row["p_value"] < 0.05) == (True, True)
    assert (row["n_members"], row["period"], row["null_reason"]) == (6, 2001, None)


def test_like_beside_like_is_above_its_expectation():
    # 1 1 1 3 3 3: two of six have mixed neighbours on one side, I = (6 x 1 - 4) / 6 = 1/3
    (row,) = under("contiguity", rows_of("spatial_moran", spaced_ring(HALVES)))
    assert row["moran_index"] == pytest.approx(1 / 3)


def test_the_four_nearest_by_hand():
    # at 0 1 3 6 10 15 each leaves out its farthest: a, b, c and d leave f, e and f leave a. The product of
    # two scores of 1 1 1 3 3 3 is 1 alike, -1 unlike: a, b, c have 2 alike of 4, I 0; d, e, f
    # see one low less: d (not f) 1 - 3 of 4, e 2 - 2, f 2 - 2; I = (0 + 0 + 0 - 2/4 + 0 + 0) / 6
    (row,) = under("nearest_4", rows_of("spatial_moran", spaced_ring(HALVES)))
    assert row["moran_index"] == pytest.approx(-1 / 12)
    assert row["non_neighbour_share"] is None


def test_inverse_distance_by_hand():
    # degrees of longitude on the equator: distances are in proportion, whatever the unit
    places = [0, 1, 3, 6, 10, 15]
    score = [-1, -1, -1, 1, 1, 1]
    parts = []
    for one in range(6):
        others = [other for other in range(6) if other != one]
        near = {other: 1 / abs(places[one] - places[other]) for other in others}
        parts += [score[one] * score[other] * near[other] / sum(near.values()) for other in others]
    (row,) = under("inverse_distance", rows_of("spatial_moran", spaced_ring(HALVES)))
    assert row["moran_index"] == pytest.approx(sum(parts) / 6)
    assert row["expected_index"] == pytest.approx(-1 / 5)
    assert row["non_neighbour_share"] is None


def test_every_index_has_both_tests():
    for row in rows_of("spatial_moran", spaced_ring(ALTERNATING, HALVES)):
        assert 0 < row["p_value"] <= 1
        assert 1 / 1000 <= row["permutation_p_value"] <= 1


def test_equal_regions_have_no_index_and_say_so():
    found = rows_of("spatial_moran", spaced_ring(HALVES, (2, 2, 2, 2, 2, 2)))
    assert len(found) == 6
    for row in found:
        assert (row["moran_index"] is None) == (row["period"] == 2002)
        assert ("not all equal" in (row["null_reason"] or "")) == (row["period"] == 2002)


def test_equal_values_have_equal_figures_whatever_the_year():
    found = rows_of("spatial_moran", spaced_ring(HALVES, ALTERNATING, HALVES))
    assert len(found) == 9
    of_year = {
        year: [{**row, "period": None} for row in found if row["period"] == year]
        for year in (2001, 2002, 2003)
    }
    assert of_year[2001] == of_year[2003] != of_year[2002]


def test_a_region_without_a_place_leaves_contiguity_alone():
    tables = spaced_ring(HALVES)
    tables["core/places"] = tables["core/places"][1:]
    for row in rows_of("spatial_moran", tables):
        lacking = row["weights_id"] != "contiguity"
        assert (row["moran_index"] is None) == lacking
        assert row["null_reason"] == ("refused: no place of a; add a line to places.csv" if lacking else None)
