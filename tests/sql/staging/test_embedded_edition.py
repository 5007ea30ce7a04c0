"""staging/embedded_edition: printed text becomes a number in our unit, and nothing else changes."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, run_model

GIVEN = {
    "ingest/embedded_edition": """
        snapshot_id          collection      series_id     region_code  period_text  value_text  cell_address
        provinces/gdp/first  provinces       gdp           110000       2019         35371.3     B2
        provinces/gdp/first  provinces       gdp           110000       2020         36102.60    C2
        cities/beds/single   cities          beds          440300       2020         513         D9
        rates/hkd            exchange_rates  cny_per_hkd   000000       2020         88.93       B2
    """,
    "ingest/snapshots": """
        snapshot_id          vintage_id       source_id  attribution
        provinces/gdp/first  first_published  nbs        stated
        cities/beds/single   single           nhc        weak
        rates/hkd            single           safe       stated
    """,
    "reference/series": """
        collection      series_id    indicator_id  unit_factor  currency
        provinces       gdp          gdp_nominal   1            CNY
        cities          beds         health_beds   0.0001       -
        cities          gdp          gdp_nominal   0.0001       HKD
        exchange_rates  cny_per_hkd  cny_per_hkd   0.01         -
    """,
}


def test_every_printed_figure_once_in_our_unit():
    # 513 beds x 0.0001 = 0.0513 of the indicator's unit; the text stays as printed, zeros included
    check(
        run_model(GIVEN, "staging/embedded_edition"),
        """
        indicator_id  region_id  period  vintage_id       value_in_currency  currency  value_text  cell_address  snapshot_id          source_id  is_weakly_attributed
        gdp_nominal   110000     2019    first_published  35371.3            CNY       35371.3     B2            provinces/gdp/first  nbs        false
        gdp_nominal   110000     2020    first_published  36102.6            CNY       36102.60    C2            provinces/gdp/first  nbs        false
        health_beds   440300     2020    single           0.0513             -         513         D9            cities/beds/single   nhc        true
        """,
    )


def test_exchange_rates_are_left_to_their_own_table():
    found = run_model(GIVEN, "staging/embedded_edition")
    assert "cny_per_hkd" not in {row["indicator_id"] for row in found}


def test_same_series_id_in_two_collections_keeps_its_own_unit():
    # the cities' GDP would be ten thousand times smaller; the provinces' factor must not leak
    gdp = [row for row in run_model(GIVEN, "staging/embedded_edition") if row["period"] == 2019]
    assert [row["value_in_currency"] for row in gdp] == [35371.3]
