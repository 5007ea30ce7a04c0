"""core/observations: every vintage kept, money converted at a named rate, publication dates."""

# ruff: noqa: E501 (whole rows stand on one line)

from datetime import date

from tests.sql.given import check, rows, run_model

VINTAGES = """
    vintage_id       basis_id         rank  published_from  publication_lag_months  first_print_from  first_print_to
    first_published  first_published  130   -               2                       1900              2100
    census4          census4          160   2020-03-01      9                       -                 -
    census4_final    census4          165   2022-12-31      12                      -                 -
    census7          census7          190   2021-10-01      9                       2020              2100
    single           single           110   -               9                       1900              2100
"""


def given(figures: str, rates: str | None = None):
    cells = {"cell_address": "B2", "snapshot_id": "some/table", "source_id": "nbs"}
    rates = (
        rates
        or """
        indicator_id  period  value  value_text
        cny_per_hkd   1990    0.6    0.6
    """
    )
    return {
        "staging/embedded_edition": rows(figures, **cells, is_weakly_attributed=False),
        "staging/exchange_rates": rows(rates, region_id="000000", vintage_id="single", **cells),
        "reference/indicators": """
            indicator_id         unit_id
            gdp_nominal          cny_100m
            population_resident  persons_10k
            cny_per_hkd          cny_per_hkd
            cny_per_mop          cny_per_mop
        """,
        "reference/regions": """
            region_id  level
            000000     country
            110000     province
            120000     province
            810000     province
            820000     province
        """,
        "reference/vintages": VINTAGES,
    }


GDP_OF_TWO_VINTAGES = """
    indicator_id  region_id  period  vintage_id       value_in_currency  currency  value_text
    gdp_nominal   120000     2018    first_published  18809.64           CNY       18809.64
    gdp_nominal   120000     2018    census4          13362.92           CNY       13362.92
"""


def test_a_revision_stands_beside_the_first_print():
    found = run_model(given(GDP_OF_TWO_VINTAGES), "core/observations")
    check(
        [row for row in found if row["indicator_id"] == "gdp_nominal"],
        """
        region_id  period  vintage_id       basis_id         vintage_rank  value     unit_id   is_first_print  published_on
        120000     2018    census4          census4          160           13362.92  cny_100m  false           2020-03-01
        120000     2018    first_published  first_published  130           18809.64  cny_100m  true            2019-03-01
        """,
    )


def test_hong_kong_and_macao_money_is_converted_at_the_rate_named_on_the_row():
    # 100 HKD x 0.8893 = 88.93; 100 MOP x 0.8634 = 86.34; CNY and persons stay as they are
    found = run_model(
        given(
            """
            indicator_id         region_id  period  vintage_id  value_in_currency  currency  value_text
            gdp_nominal          110000     2020    single      100                CNY       100
            gdp_nominal          810000     2020    single      100                HKD       100
            gdp_nominal          820000     2020    single      100                MOP       100
            population_resident  810000     2020    single      748                -         748
            """,
            """
            indicator_id  period  value   value_text
            cny_per_hkd   2019    0.8805  0.8805
            cny_per_hkd   2020    0.8893  0.8893
            cny_per_mop   2020    0.8634  0.8634
            """,
        ),
        "core/observations",
    )
    check(
        [row for row in found if row["region_id"] != "000000"],
        """
        indicator_id         region_id  value  value_in_currency  currency  conversion_rate  conversion_rate_name
        gdp_nominal          110000     100    100                CNY       1                -
        gdp_nominal          810000     88.93  100                HKD       0.8893           cny_per_hkd 2020 annual average
        gdp_nominal          820000     86.34  100                MOP       0.8634           cny_per_mop 2020 annual average
        population_resident  810000     748    748                -         1                -
        """,
    )


def test_money_without_a_rate_of_its_year_has_no_value_rather_than_another_years_rate():
    found = run_model(
        given("""
            indicator_id  region_id  period  vintage_id  value_in_currency  currency  value_text
            gdp_nominal   810000     1991    single      100                HKD       100
        """),
        "core/observations",
    )
    hong_kong = next(row for row in found if row["region_id"] == "810000")
    assert (hong_kong["value"], hong_kong["value_in_currency"]) == (None, 100)


def test_a_region_the_catalogue_does_not_know_is_kept_for_the_suite_to_stop():
    found = run_model(
        given("""
            indicator_id  region_id  period  vintage_id  value_in_currency  currency  value_text
            gdp_nominal   999999     2020    single      7                  CNY       7
            gdp_nominal   110000     2020    single      7                  CNY       7
        """),
        "core/observations",
    )
    levels = {row["region_id"]: row["region_level"] for row in found}
    assert levels == {"000000": "country", "110000": "province", "999999": None}


def test_rates_are_observations_too():
    found = run_model(given(GDP_OF_TWO_VINTAGES), "core/observations")
    check(
        [row for row in found if row["indicator_id"] == "cny_per_hkd"],
        """
        region_id  period  value  value_text  unit_id      is_first_print  is_weakly_attributed
        000000     1990    0.6    0.6         cny_per_hkd  true            false
        """,
    )


def test_publication_date_is_the_later_of_the_vintages_and_the_periods():
    found = run_model(
        given("""
            indicator_id         region_id  period  vintage_id  value_in_currency  currency  value_text
            population_resident  110000     2015    census7     2188               -         2188
            population_resident  110000     2020    census7     2189               -         2189
            population_resident  110000     2023    census7     2186               -         2186
        """),
        "core/observations",
    )
    # the vintage exists since October 2021; the figure for 2023 is out nine months after its year
    assert [(row["published_on"], row["is_first_print"]) for row in found[1:]] == [
        (date(2021, 10, 1), False),
        (date(2021, 10, 1), True),
        (date(2024, 10, 1), True),
    ]
