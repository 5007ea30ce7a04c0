"""Suite of marts/province_gap on 31 provinces with values 1 to 31 and the nation between."""

import duckdb
import pytest

from expectations.marts.province_gap import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.groups": """
        group_id group_kind
        nation nation
    """,
    "core.group_members": """
        select 'nation' as group_id, 'p' || n as region_id from range(1, 32) as numbers (n)
    """,
    "marts.province_gap": """
        select
            'latest' as view_id, 'gdp_per_head' as indicator_id, 'p' || n as region_id, 2020 \
            as period,
            cast(n as double) as value, cast(16 as double) as reference_value, cast(n / 16 as \
            double) as ratio,
            cast(32 - n as bigint) as value_rank
        from range(1, 32) as numbers (n)
    """,
}
LABELS = {
    "marts.province_gap": (
        "region_name",
        "region_short_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "every_row_has_a_value": "update marts.province_gap set value = null where region_id = 'p3'",
    "a_gap_wherever_there_is_a_nation": """
        update marts.province_gap set ratio = null where region_id = 'p3'
    """,
    "ranks_are_within_the_ranked": "delete from marts.province_gap where region_id = 'p31'",
    "somebody_is_first": "delete from marts.province_gap where region_id = 'p31'",
    "at_most_31_are_ranked": """
        update marts.province_gap set value_rank = 32 where region_id = 'p1'
    """,
    "ratios_are_not_negative": "update marts.province_gap set ratio = -1 where region_id = 'p1'",
    "the_nation_lies_between_its_provinces": "update marts.province_gap set reference_value = 40",
    "labels_in_three_languages": """
        update marts.province_gap set region_name_en = '西藏' where region_id = 'p1'
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
