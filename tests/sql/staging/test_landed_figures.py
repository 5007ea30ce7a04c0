"""staging/landed_figures: our units, periods told apart, a vintage for each day of retrieval."""

# ruff: noqa: E501 (whole rows stand on one line)

from datetime import date

from tests.sql.given import check, rows, run_model

ANSWERS = """
    answer_id  collection  retrieved_at
    a1         provinces   2026-10-02 01:00:00
    a2         provinces   2026-10-02 09:00:00
    a3         provinces   2026-12-20 01:00:00
    b1         bank        2026-10-02 01:00:00
    i1         inbox       2026-11-23 01:00:00
    i2         inbox       2026-11-23 02:00:00
"""
SERIES = """
    answer_id  series_id  indicator_id  unit_factor  currency  basis_id  source_id    vintage_id  published_on
    a1         gdp        gdp_nominal   1            CNY       census5   -            -           -
    a2         gdp        gdp_nominal   1            CNY       census5   -            -           -
    a3         gdp        gdp_nominal   0.0001       CNY       census5   -            -           -
    b1         wb_gdp     gdp_nominal   1            HKD       -         -            -           -
    i1         table      gdp_nominal   1            CNY       -         jiangsu      -           2026-10-15
    i2         old_table  gdp_nominal   1            CNY       -         jiangsu      census4     -
"""
FIGURES = """
    answer_id  series_id  region_code  period_text  value_text
    a1         gdp        110000       2024         49670.2
    a1         gdp        110000       2025Q3       38000
    a1         gdp        110000       2026         -
    a2         gdp        110000       2024         49700
    a3         gdp        110000       2024         497000000
    b1         wb_gdp     810000       2024         3177
    i1         table      320500       2025         27000
    i2         old_table  320500       2018         18597
"""


def test_every_printed_cell_gets_our_units_its_vintage_and_its_rank():
    found = run_model(
        {
            "ingest/answers": ANSWERS,
            "ingest/landed_series": SERIES,
            "ingest/landed_figures": rows(FIGURES, flag=None, cell_address="here"),
            "reference/live_collections": """
                collection  source_id   is_fallback  line_number
                provinces   nbs         false        2
                bank        world_bank  true         7
                inbox       qipan       false        9
            """,
            "reference/vintages": """
                vintage_id  basis_id  rank
                census4     census4   160
            """,
        },
        "staging/landed_figures",
    )
    # days since 2000-01-01: 2026-10-02 is 9771, 2026-12-20 is 9850, 2026-10-15 is 9784; rank = days x 50000
    # + (100 - line) x 100 + number of the answer on its day; a fallback stands 2000 million below.
    # The third answer is in ten thousand yuan: 497000000 x 0.0001 = 49700. A blank is no observation.
    check(
        found,
        """
        region_id  period  quarter  period_text  vintage_id             basis_id  vintage_rank  published_on  value_in_currency  source_id
        110000     2024    -        2024         provinces_2026_10_02    census5   488559801      2026-10-02    49670.2            nbs
        110000     2024    -        2024         provinces_2026_10_02_2  census5   488559802      2026-10-02    49700              nbs
        110000     2024    -        2024         provinces_2026_12_20    census5   492509801      2026-12-20    49700              nbs
        110000     2025    3        2025Q3       provinces_2026_10_02    census5   488559801      2026-10-02    38000              nbs
        320500     2018    -        2018         census4                 census4   160           2026-11-23    18597              jiangsu
        320500     2025    -        2025         inbox_2026_10_15        -         489209101      2026-10-15    27000              jiangsu
        810000     2024    -        2024         bank_2026_10_02         -         -1511440699    2026-10-02    3177               world_bank
        """,
    )
    assert (date(2026, 10, 2) - date(2000, 1, 1)).days == 9771
