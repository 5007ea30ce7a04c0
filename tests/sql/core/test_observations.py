"""core/observations: money converted at a named rate, the level of the region, the indicator's unit."""

# ruff: noqa: E501 (whole rows stand on one line)

from datetime import date

from tests.sql.given import check, rows, run_model

RATES = """
    indicator_id  period  value   is_used  conversion_rate_name
    cny_per_hkd   2019    0.8805  true     cny_per_hkd 2019 annual average
    cny_per_hkd   2020    0.8893  true     cny_per_hkd 2020 annual average
    cny_per_hkd   2020    0.9     false    mean of 243 daily central parities
    cny_per_mop   2020    0.8634  true     cny_per_mop 2020 annual average
"""


def given(figures: str, rates: str = RATES):
    return {
        "core/printed_figures": rows(
            figures,
            vintage_id="single",
            basis_id="single",
            vintage_rank=110,
            is_first_print=True,
            published_on=date(2021, 10, 1),
            value_text="as printed",
            cell_address="B2",
            snapshot_id="some/table",
            source_id="nbs",
            is_weakly_attributed=False,
        ),
        "core/exchange_rates": rates,
        "reference/indicators": """
            indicator_id         unit_id
            gdp_nominal          cny_100m
            population_resident  persons_10k
        """,
        "reference/regions": """
            region_id  level
            110000     province
            810000     province
            820000     province
        """,
    }


def test_hong_kong_and_macao_money_is_converted_at_the_rate_named_on_the_row():
    # 100 HKD x 0.8893 = 88.93; 100 MOP x 0.8634 = 86.34; CNY and persons stay as they are
    found = run_model(
        given("""
            indicator_id         region_id  period  value_in_currency  currency
            gdp_nominal          110000     2020    100                CNY
            gdp_nominal          810000     2020    100                HKD
            gdp_nominal          820000     2020    100                MOP
            population_resident  810000     2020    748                -
        """),
        "core/observations",
    )
    check(
        found,
        """
        indicator_id         region_id  region_level  value  unit_id      value_in_currency  currency  conversion_rate  conversion_rate_name
        gdp_nominal          110000     province      100    cny_100m     100                CNY       1                -
        gdp_nominal          810000     province      88.93  cny_100m     100                HKD       0.8893           cny_per_hkd 2020 annual average
        gdp_nominal          820000     province      86.34  cny_100m     100                MOP       0.8634           cny_per_mop 2020 annual average
        population_resident  810000     province      748    persons_10k  748                -         1                -
        """,
    )


def test_money_without_a_rate_of_its_year_waits_for_it_and_takes_no_other_years_rate():
    found = run_model(
        given("""
            indicator_id  region_id  period  value_in_currency  currency
            gdp_nominal   110000     2021    100                CNY
            gdp_nominal   810000     2021    100                HKD
        """),
        "core/observations",
    )
    assert [row["region_id"] for row in found] == ["110000"]


def test_a_region_the_catalogue_does_not_know_is_kept_for_the_suite_to_stop():
    found = run_model(
        given("""
            indicator_id  region_id  period  value_in_currency  currency
            gdp_nominal   999999     2020    7                  CNY
            gdp_nominal   110000     2020    7                  CNY
        """),
        "core/observations",
    )
    assert {row["region_id"]: row["region_level"] for row in found} == {"110000": "province", "999999": None}
