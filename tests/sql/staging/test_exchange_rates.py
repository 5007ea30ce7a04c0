"""staging/exchange_rates: the annual average rates, and only they."""

from tests.sql.given import check, run_model

GIVEN = {
    "ingest/embedded_edition": """
        snapshot_id  collection      series_id    region_code  period_text  value_text  cell_address
        rates/mop    exchange_rates  cny_per_mop  000000       2021         0.8063      C2
        rates/hkd    exchange_rates  cny_per_hkd  000000       2020         0.8893      B2
        rates/hkd    exchange_rates  cny_per_hkd  000000       2021         0.8296      C2
        gdp/first    provinces       gdp          110000       2020         36102.6     C2
    """,
    "ingest/snapshots": """
        snapshot_id  vintage_id       source_id
        rates/mop    single           safe
        rates/hkd    single           safe
        gdp/first    first_published  nbs
    """,
    "reference/series": """
        collection      series_id    indicator_id
        exchange_rates  cny_per_mop  cny_per_mop
        exchange_rates  cny_per_hkd  cny_per_hkd
        provinces       gdp          gdp_nominal
    """,
}


def test_rates_as_printed_with_their_cells():
    check(
        run_model(GIVEN, "staging/exchange_rates"),
        """
        indicator_id  region_id  period  vintage_id  value   value_text  cell_address  snapshot_id  source_id
        cny_per_hkd   000000     2020    single      0.8893  0.8893      B2            rates/hkd    safe
        cny_per_hkd   000000     2021    single      0.8296  0.8296      C2            rates/hkd    safe
        cny_per_mop   000000     2021    single      0.8063  0.8063      C2            rates/mop    safe
        """,
    )
