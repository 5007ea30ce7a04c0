"""core/region_weights: newest residents, else newest census count."""

from tests.sql.given import check, run_model


def test_newest_residents_before_census_before_nothing():
    # census counts are persons: 3648100 / 10000 = 364.81; of two vintages the newer one
    check(
        run_model(
            {
                "core/observations": """
                    indicator_id         region_id  period  vintage_rank  value
                    population_resident  110000     2023    190           2186
                    population_resident  110000     2024    180           2180
                    population_resident  110000     2024    190           2183
                    census_population    110000     2030    110           99990000
                    census_population    540100     2010    110           559423
                    census_population    540100     2020    110           3648100
                    gdp_nominal          999999     2020    110           7
                """,
                "reference/regions": """
                    region_id
                    110000
                    540100
                    999999
                """,
            },
            "core/region_weights",
        ),
        """
        region_id  weight  weight_indicator_id  weight_period
        110000     2183    population_resident  2024
        540100     364.81  census_population    2020
        """,
    )
