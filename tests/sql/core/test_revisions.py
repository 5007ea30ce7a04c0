"""core/revisions: each vintage of a cell beside the one before it."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, rows, run_model

OBSERVATIONS = """
    region_id  period  vintage_id       vintage_rank  basis_id   published_on  value
    120000     2018    first_published  130           precensus  2019-03-01    18809.64
    120000     2018    census4          160           census4    2020-03-01    13362.92
    120000     2018    census5          170           census5    2025-03-01    13655.5
    120000     2019    census4          160           census4    2020-03-01    14055.5
    540000     2018    single           110           single     2019-10-01    0
    540000     2018    later            120           single     2020-10-01    5
"""


def test_a_revision_is_the_difference_to_the_vintage_before():
    found = run_model(
        {
            "core/observations": rows(
                OBSERVATIONS,
                indicator_id="gdp_nominal",
                region_level="province",
                unit_id="cny_100m",
                conversion_rate=1.0,
            )
        },
        "core/revisions",
    )
    # Tianjin 2018: 13362.92 / 18809.64 - 1 = -28.96 %, the largest any census brought; a cell printed
    # once has no row; from zero there is no relative change
    check(
        found,
        """
        region_id  period  vintage_id  previous_vintage_id  basis_id  previous_basis_id  change    relative_change
        120000     2018    census4     first_published      census4   precensus          -5446.72  -544672/1880964
        120000     2018    census5     census4              census5   census4            292.58    29258/1336292
        540000     2018    later       single               single    single             5         -
        """,
    )
