"""Suite of metrics/gap_to_nation on four blocs, a group of everybody and a withheld zone."""

import duckdb
import pytest

from expectations.metrics.gap_to_nation import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.groups": """
        group_id group_kind partition_id
        nation nation -
        east bloc nbs4
        central bloc nbs4
        west bloc nbs4
        northeast bloc nbs4
        everybody other -
        zone other -
    """,
    "core.group_members": """
        group_id membership period region_id
        nation dated 2020 110000
        nation dated 2020 650000
        everybody dated 2020 110000
        everybody dated 2020 650000
        east dated 2020 110000
    """,
    "metrics.gap_to_nation": """
        view_id membership indicator_id group_id period reference_id value reference_value \
            ratio absolute_gap relative_gap log_gap null_reason
        latest dated gdp_per_head east 2020 nation 150 100 1.5 -50 -0.5 -0.4054651081081644 -
        latest dated gdp_per_head central 2020 nation 100 100 1 0 0 0 -
        latest dated gdp_per_head west 2020 nation 50 100 0.5 50 0.5 0.6931471805599453 -
        latest dated gdp_per_head northeast 2020 nation 50 100 0.5 50 0.5 0.6931471805599453 -
        latest dated gdp_per_head everybody 2020 nation 100 100 1 0 0 0 -
        latest dated gdp_per_head zone 2020 nation - 100 - - - - partial_members
    """,
}
BREAKING = {
    "ratio_or_null_reason": "update metrics.gap_to_nation set null_reason = null",
    "ratios_are_positive": "update metrics.gap_to_nation set ratio = 0 where group_id = 'west'",
    "the_yardstick_is_the_nation": """
        update metrics.gap_to_nation set reference_id = 'east' where group_id = 'west'
    """,
    "one_yardstick_for_all": """
        update metrics.gap_to_nation set reference_value = 101 where group_id = 'west'
    """,
    "blocs_lie_on_both_sides": "update metrics.gap_to_nation set ratio = ratio + 1",
    "whoever_is_the_nation_has_no_gap": """
        update metrics.gap_to_nation set ratio = 1.1 where group_id = 'everybody'
    """,
    "four_spellings_of_one_distance": """
        update metrics.gap_to_nation set log_gap = 0 where group_id = 'west'
    """,
    "no_group_is_hopelessly_low": """
        update metrics.gap_to_nation set ratio = 0.001 where group_id = 'west'
    """,
    "no_group_is_impossibly_high": """
        update metrics.gap_to_nation set ratio = 20 where group_id = 'east'
    """,
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}
