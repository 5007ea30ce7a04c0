"""core/printed_figures: every vintage kept, answers beside editions, dates and first prints."""

# ruff: noqa: E501 (whole rows stand on one line)

from datetime import date

from tests.sql.given import check, rows, run_model

VINTAGES = """
    vintage_id       basis_id         rank  published_from  publication_lag_months  first_print_from  first_print_to
    first_published  first_published  130   -               2                       1900              2100
    census4          census4          160   2020-03-01      9                       -                 -
    census4_final    census4          165   2022-12-31      12                      -                 -
    census5          census5          170   2025-03-01      12                      -                 -
    census7          census7          190   2021-10-01      9                       2020              2100
    single           single           110   -               9                       1900              2100
"""
# A quarter is no annual figure: without other rows nothing is landed.
NOTHING_LANDED = """
    indicator_id  region_id  period  period_text  vintage_id  vintage_rank  basis_id  published_on  value_in_currency  value_text
    gdp_nominal   110000     2025    2025Q1       nbs_q       8000001       -         2025-05-01    1                  1
"""


def given(figures: str, landed: str = NOTHING_LANDED, rates: str | None = None):
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
        "staging/landed_figures": rows(landed, **cells, currency="CNY", collection="nbs_province_year"),
        "staging/exchange_rates": rows(rates, region_id="000000", vintage_id="single", **cells),
        "reference/release_calendar": """
            collection         release_kind  years_after  opens
            nbs_province_year  first_print   1            02-20
            nbs_province_year  revision      1            12-15
        """,
        "reference/vintages": VINTAGES,
    }


def of(indicator_id: str, found):
    return [row for row in found if row["indicator_id"] == indicator_id]


GDP_OF_TWO_VINTAGES = """
    indicator_id  region_id  period  vintage_id       value_in_currency  currency  value_text
    gdp_nominal   120000     2018    first_published  18809.64           CNY       18809.64
    gdp_nominal   120000     2018    census4          13362.92           CNY       13362.92
"""


def test_a_revision_stands_beside_the_first_print():
    found = run_model(given(GDP_OF_TWO_VINTAGES), "core/editions", "core/printed_figures")
    check(
        of("gdp_nominal", found),
        """
        region_id  period  vintage_id       basis_id         vintage_rank  value_in_currency  is_first_print  published_on
        120000     2018    census4          census4          160           13362.92           false           2020-03-01
        120000     2018    first_published  first_published  130           18809.64           true            2019-03-01
        """,
    )


def test_rates_are_figures_too():
    found = run_model(given(GDP_OF_TWO_VINTAGES), "core/editions", "core/printed_figures")
    check(
        of("cny_per_hkd", found),
        """
        region_id  period  value_in_currency  value_text  is_first_print  is_weakly_attributed
        000000     1990    0.6                0.6         true            false
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
        "core/editions",
        "core/printed_figures",
    )
    # the vintage exists since October 2021; the figure for 2023 is out nine months after its year
    assert [(row["published_on"], row["is_first_print"]) for row in found[1:]] == [
        (date(2021, 10, 1), False),
        (date(2021, 10, 1), True),
        (date(2024, 10, 1), True),
    ]
