"""What core/printed_figures is given: editions, answers, rates, a calendar; each test brings its figures."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import rows

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
