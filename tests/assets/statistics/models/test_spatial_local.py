"""metrics/spatial_local: worked, quadrants, the newest year tested, parts of the global index."""

import pytest

from tests.assets.statistics.models.places import REGIONS, ring, spaced_ring
from tests.assets.statistics.models.running import rows_of

YEARS = ((1, 1, 1, 3, 3, 3), (1, 3, 1, 3, 1, 3))
TABLES = ring(*YEARS)


def test_worked_example():
    # 1 1 1 3 3 3, mean 2, standard deviation 1: b has two low neighbours, a one low and one high
    first = {row["region_id"]: row for row in rows_of("spatial_local", TABLES) if row["period"] == 2001}
    assert (first["b"]["standard_score"], first["b"]["neighbours_score"]) == (-1, -1)
    assert first["b"]["local_index"] == pytest.approx(5 / 6)
    assert first["a"]["local_index"] == pytest.approx(0)
    assert {first[region]["quadrant"] for region in "b"} == {"low_low"}
    assert first["e"]["quadrant"] == "high_high"


def test_alternating_regions_are_unlike_their_neighbours():
    last = {
        row["region_id"]: row["quadrant"] for row in rows_of("spatial_local", TABLES) if row["period"] == 2002
    }
    assert last == dict(zip(REGIONS, ("low_high", "high_low") * 3, strict=True))


def test_only_the_newest_year_is_tested():
    tested = {row["period"] for row in rows_of("spatial_local", TABLES) if row["p_value"] is not None}
    assert tested == {2002}


def test_local_indices_make_the_global_one():
    globally = {
        row["period"]: row["moran_index"]
        for row in rows_of("spatial_moran", spaced_ring(*YEARS))
        if row["weights_id"] == "contiguity"
    }
    for period, index in globally.items():
        parts = [row["local_index"] for row in rows_of("spatial_local", TABLES) if row["period"] == period]
        assert sum(parts) / 5 == pytest.approx(index)


def test_a_year_of_equal_regions_has_no_rows():
    found = rows_of("spatial_local", ring((2, 2, 2, 2, 2, 2), (1, 1, 1, 3, 3, 3)))
    assert {row["period"] for row in found} == {2002}
