"""Suite of marts/coverage on a province missing from 31 and some cities."""

import duckdb
import pytest

from expectations.marts.coverage import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.region_values": """
        view_id indicator_id period
        latest gdp 2020
    """,
    "marts.coverage": """
        view_id indicator_id period region_level n_present n_expected missing_region_ids
        latest gdp 2020 province 30 31 540000
        latest gdp 2020 prefecture 12 - -
    """,
}
LABELS = {
    "marts.coverage": (
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "region_level_is_known": """
        update marts.coverage set region_level = 'town' where n_expected is null
    """,
    "somebody_is_present": "update marts.coverage set n_present = 0 where n_expected is null",
    "only_provinces_are_expected": "update marts.coverage set n_expected = 34",
    "nothing_in_view_is_left_out": "delete from marts.coverage",
    "present_and_missing_make_the_expected": "update marts.coverage set n_present = 33",
    "labels_in_three_languages": "update marts.coverage set unit_zh_hans = ' '",
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
