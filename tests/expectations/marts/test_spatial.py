"""Suite of marts/spatial on two neighbours in two years."""

import duckdb
import pytest

from expectations.marts.spatial import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.spatial": """
        view_id indicator_id group_id period region_id standard_score neighbours_score local_index quadrant \
            local_p_value moran_index permutation_p_value nearest_4_moran_index nearest_4_p_value \
            nearest_4_permutation_p_value inverse_distance_moran_index inverse_distance_p_value \
            inverse_distance_permutation_p_value
        latest income nation 2019 a 1 -1 -0.5 high_low - -1 0.1 0.2 0.3 0.1 0.1 0.4 0.1
        latest income nation 2019 b -1 1 -0.5 low_high - -1 0.1 0.2 0.3 0.1 0.1 0.4 0.1
        latest income nation 2020 a 1 -1 -0.5 high_low 0.4 -1 0.1 - - - - - -
        latest income nation 2020 b -1 1 -0.5 low_high 0.4 -1 0.1 - - - - - -
    """,
}
LABELS = {
    "marts.spatial": ("region_short_name", "indicator_name", "unit", "publisher", "view_name"),
}
BREAKING = {
    "moran_is_not_below_its_limit": """
        update marts.spatial set moran_index = -1.2
    """,
    "moran_is_not_above_its_limit": """
        update marts.spatial set moran_index = 1.2
    """,
    "every_weight_keeps_its_limits": """
        update marts.spatial set inverse_distance_moran_index = -1.3 where period = 2019
    """,
    "an_index_has_its_p": """
        update marts.spatial set nearest_4_p_value = null
    """,
    "scores_are_standardised": """
        update marts.spatial set standard_score = 2 where region_id = 'a'
    """,
    "local_indices_make_the_global_one": """
        update marts.spatial set local_index = 0.5 where region_id = 'a'
    """,
    "quadrants_follow_the_scores": """
        update marts.spatial set quadrant = 'high_high' where region_id = 'a'
    """,
    "the_newest_year_is_tested": """
        update marts.spatial set local_p_value = null where region_id = 'a'
    """,
    "labels_in_three_languages": """
        update marts.spatial set indicator_name_zh_hans = ''
    """,
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
