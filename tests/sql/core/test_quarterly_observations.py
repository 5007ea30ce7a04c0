"""core/quarterly_observations: quarters told apart from years, a vintage for every change."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, rows, run_model

LANDED = """
    indicator_id  region_id  period  quarter  vintage_id  vintage_rank  published_on  value_in_currency  value_text
    gdp_nominal   110000     2025    1        q_1         9000001       2025-05-02    12000              12000
    gdp_nominal   110000     2025    2        q_2         9000002       2025-08-02    25000              25000
    gdp_nominal   110000     2025    1        q_2         9000002       2025-08-02    12000              12000.0
    gdp_nominal   110000     2025    1        q_3         9000003       2025-11-02    12010              12010
    gdp_nominal   110000     2024    -        y_1         9000001       2025-05-02    49670.2            49670.2
"""


def test_every_quarter_stands_with_its_vintages_and_years_stay_out():
    cells = {"currency": "CNY", "flag": None, "cell_address": "a!b", "snapshot_id": "a", "source_id": "nbs"}
    found = run_model(
        {
            "staging/landed_figures": rows(LANDED, **cells),
            "reference/indicators": """
                indicator_id  unit_id
                gdp_nominal   cny_100m
            """,
        },
        "core/quarterly_observations",
    )
    # the answer of August repeats the first quarter: no row; November revises it
    check(
        found,
        """
        region_id  period  quarter  vintage_id  value  unit_id   published_on
        110000     2025    1        q_1         12000  cny_100m  2025-05-02
        110000     2025    1        q_3         12010  cny_100m  2025-11-02
        110000     2025    2        q_2         25000  cny_100m  2025-08-02
        """,
    )
