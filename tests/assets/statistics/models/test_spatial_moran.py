"""metrics/spatial_moran: worked, alternating against clustered, equal regions."""

import pytest

from tests.assets.statistics.models.places import ring
from tests.assets.statistics.models.running import rows_of


def test_worked_example():
    # 1 3 1 3 1 3 in a ring: every neighbour is the opposite, I = -1; all differences lie between
    # neighbours or the pair across: 6 of 9 pairs that differ
    (row,) = rows_of("spatial_moran", ring((1, 3, 1, 3, 1, 3)))
    assert row["moran_index"] == pytest.approx(-1)
    assert row["expected_index"] == pytest.approx(-1 / 5)
    assert row["non_neighbour_share"] == pytest.approx(3 / 9)
    assert (row["z_score"] < -1.96, row["p_value"] < 0.05) == (True, True)
    assert (row["n_members"], row["period"], row["null_reason"]) == (6, 2001, None)


def test_like_beside_like_is_above_its_expectation():
    # 1 1 1 3 3 3: two of six have mixed neighbours on one side, I = (6 x 1 - 4) / 6 = 1/3
    (row,) = rows_of("spatial_moran", ring((1, 1, 1, 3, 3, 3)))
    assert row["moran_index"] == pytest.approx(1 / 3)


def test_equal_regions_have_no_index_and_say_so():
    different, equal = rows_of("spatial_moran", ring((1, 1, 1, 3, 3, 3), (2, 2, 2, 2, 2, 2)))
    assert different["null_reason"] is None
    assert (equal["moran_index"], equal["period"]) == (None, 2002)
    assert "not all equal" in equal["null_reason"]
