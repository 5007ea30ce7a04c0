"""Suite of core/region_values on a province with GDP, its sectors and GDP per head."""

import duckdb
import pytest

from expectations.core.region_values import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "reference.indicators": """
        indicator_id aggregation plausible_min plausible_max
        gdp sum 0 1000
        gdp_per_head ratio 0 100
        va_primary_share ratio 0 100
        va_secondary_share ratio 0 100
        va_tertiary_share ratio 0 100
    """,
    "core.observations": """
        indicator_id region_id period
        gdp 110000 2020
    """,
    "staging.landed_figures": """
        indicator_id region_id period
        gdp_nominal 999999 2020
    """,
    "core.region_values": """
        view_id indicator_id region_id period value unit_id numerator denominator basis_text \
            source_id
        latest gdp 110000 2020 100 cny 100 - census nbs
        latest gdp_per_head 110000 2020 50 cny 100 2 'census / census7' nbs
        latest va_primary_share 110000 2020 10 pct 1000 100 census nbs
        latest va_secondary_share 110000 2020 30 pct 3000 100 census nbs
        latest va_tertiary_share 110000 2020 60 pct 6000 100 census nbs
    """,
}
BREAKING = {
    "values_are_finite": "update core.region_values set value = 'nan' where indicator_id = 'gdp'",
    "denominators_are_positive": """
        update core.region_values set denominator = 0 where indicator_id = 'gdp_per_head'
    """,
    "a_ratio_is_its_parts": """
        update core.region_values set value = 51 where indicator_id = 'gdp_per_head'
    """,
    "three_sectors_make_a_whole": """
        update core.region_values set value = 62 where indicator_id = 'va_tertiary_share'
    """,
    "three_sectors_are_revised_together": """
        update staging.landed_figures set region_id = '110000';
        update core.region_values set value = 62 where indicator_id = 'va_tertiary_share'
    """,
    "derived_values_are_plausible": "update core.region_values set value = -1",
    "the_latest_view_leaves_nothing_out": """
        delete from core.region_values where indicator_id = 'gdp'
    """,
    "every_value_names_its_basis": """
        update core.region_values set basis_text = null where indicator_id = 'gdp'
    """,
    "every_value_names_its_source": """
        update core.region_values set source_id = null where indicator_id = 'gdp'
    """,
    "every_value_has_a_unit": """
        update core.region_values set unit_id = null where indicator_id = 'gdp'
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
