"""Suite of core/observations on two editions of one figure, a share and a converted one."""

import duckdb
import pytest

from expectations.core.observations import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "reference.indicators": """
        indicator_id kind is_compared plausible_min plausible_max max_yearly_jump
        gdp flow false 0 1000000 0.5
        share rate true 0 100 -
    """,
    "core.observations": """
        indicator_id region_id region_level period vintage_id basis_id vintage_rank value unit_id currency \
            conversion_rate conversion_rate_name is_first_print published_on source_id \
            snapshot_id cell_address value_text
        gdp 110000 province 2019 first first 10 100 cny CNY 1 - true 2020-03-01 nbs \
            provinces/gdp/first a!C2 100
        gdp 110000 province 2020 first first 10 110 cny CNY 1 - true 2021-03-01 nbs \
            provinces/gdp/first a!D2 110
        gdp 110000 province 2021 first first 10 120 cny CNY 1 - true 2022-03-01 nbs \
            provinces/gdp/first a!E2 120
        gdp 110000 province 2020 census census 20 115 cny CNY 1 - false 2024-01-01 nbs \
            provinces/gdp/census b!C2 115
        gdp 810000 province 2020 first first 10 90 cny HKD 0.9 'cny_per_hkd 2020' true 2021-03-01 dsec \
            cities/gdp/first c!C2 100
        share 110000 province 2020 first first 10 55 pct - 1 - true 2021-03-01 nbs \
            provinces/share/first d!C2 55
    """,
    "core.printed_figures": """
        indicator_id region_id period vintage_id value_in_currency currency
        gdp 810000 2020 first 100 HKD
    """,
}
BREAKING = {
    "values_are_finite": "update core.observations set value = 'inf' where period = 2019",
    "values_are_plausible": """
        update core.observations set value = 101 where indicator_id = 'share'
    """,
    "every_region_is_known": "update core.observations set region_level = null where period = 2019",
    "output_and_people_do_not_jump_fourfold": """
        update core.observations set indicator_id = 'gdp_nominal' where indicator_id = 'gdp';
        update core.observations set value = 1100 where period = 2020 and vintage_id = 'first'
            and region_id = '110000' and indicator_id = 'gdp_nominal'
    """,
    "yearly_jumps_are_known": """
        insert into core.observations by name
        select * exclude (n) replace (value * 2 as value, cast(region_id as integer) + n as region_id,
            period + 1 as period)
        from core.observations, range(300) as many (n) where period = 2019;
        insert into core.observations by name
        select * exclude (n) replace (cast(region_id as integer) + n as region_id)
        from core.observations, range(300) as many (n) where period = 2019
    """,
    "every_figure_has_an_address_and_a_source": """
        update core.observations set cell_address = '' where period = 2019
    """,
    "hong_kong_and_macao_money_is_converted": """
        update core.observations set conversion_rate = null where currency = 'HKD'
    """,
    "a_cell_has_one_first_print": "update core.observations set is_first_print = true",
    "a_first_print_is_the_oldest_print": """
        update core.observations set is_first_print = vintage_id = 'census'
    """,
    "nothing_is_published_before_its_period_ends": """
        update core.observations set published_on = date '2019-12-31' where period = 2019
    """,
    "a_publisher_revises_forward": """
        update core.observations set vintage_rank = 5 where vintage_id = 'census'
    """,
    "rank_follows_time_between_publishers": """
        insert into core.observations by name
        select * exclude (n) replace (cast(region_id as integer) + n as region_id, 'other' as source_id,
            case vintage_id when 'census' then 5 else vintage_rank end as vintage_rank)
        from core.observations, range(1, 200) as many (n) where period = 2020 and indicator_id = 'gdp'
    """,
    "no_money_waits_for_a_rate": """
        insert into core.printed_figures values ('gdp', '810000', 2021, 'first', 110, 'HKD')
    """,
    "a_rate_is_never_zero": "update core.observations set value = 0 where indicator_id = 'share'",
    "zeros_are_known": """
        insert into core.observations by name
        select * exclude (n) replace (0 as value) from core.observations, range(10) as many (n)
    """,
    "no_zero_between_two_figures": """
        update core.observations set value = 0 where period = 2020 and vintage_id = 'first'
    """,
    "currency_is_known": "update core.observations set currency = 'USD' where currency = 'HKD'",
    "every_figure_has_a_basis": """
        update core.observations set basis_id = null where period = 2019
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
