"""core/viewed_values: which vintage each view takes."""

from tests.sql.given import check, rows, run_model

VIEWS = """
    view_id      kind         basis_ids
    latest       latest       -
    first_print  first_print  -
    census4      basis        census4 census7
"""
SAME = {
    "region_id": "120000",
    "unit_id": "cny_100m",
    "source_id": "nbs",
    "is_weakly_attributed": False,
}


def viewed(observations: str, averages: str):
    return run_model(
        {
            "core/observations": rows(observations, **SAME),
            "core/period_averages": rows(averages, **SAME),
            "reference/views": VIEWS,
        },
        "core/viewed_values",
    )


OBSERVATIONS = """
    indicator_id  period  vintage_id       basis_id         vintage_rank  value     is_first_print
    gdp_nominal   2018    first_published  first_published  130           18809.64  true
    gdp_nominal   2018    census4          census4          160           13362.92  false
    gdp_nominal   2018    census4_final    census4          165           13362.00  false
    gdp_nominal   2018    census5          census5          170           13400.00  false
    gdp_nominal   2019    first_published  first_published  130           14104.28  true
"""
AVERAGES = """
    indicator_id        period  vintage_id  basis_id    vintage_rank  value  is_first_print
    population_average  2018    census7     census7     190           1383   false
    population_average  2018    precensus7  precensus7  180           1558   true
"""


def test_latest_takes_the_newest_vintage_first_print_the_first_basis_the_named_one():
    check(
        viewed(OBSERVATIONS, AVERAGES),
        """
        view_id      indicator_id        period  value     vintage_id       basis_id
        census4      gdp_nominal         2018    13362.00  census4_final    census4
        census4      population_average  2018    1383      census7          census7
        first_print  gdp_nominal         2018    18809.64  first_published  first_published
        first_print  gdp_nominal         2019    14104.28  first_published  first_published
        first_print  population_average  2018    1558      precensus7       precensus7
        latest       gdp_nominal         2018    13400.00  census5          census5
        latest       gdp_nominal         2019    14104.28  first_published  first_published
        latest       population_average  2018    1383      census7          census7
        """,
    )


def test_a_basis_view_has_no_value_where_its_bases_have_none():
    # 2019 was never printed on the census4 basis here; another basis must not stand in
    found = viewed(OBSERVATIONS, AVERAGES)
    assert not [row for row in found if row["view_id"] == "census4" and row["period"] == 2019]


def test_of_two_first_prints_the_older_vintage_counts():
    found = viewed(
        """
        indicator_id  period  vintage_id       basis_id         vintage_rank  value  is_first_print
        patents       2018    first_published  first_published  130           10     true
        patents       2018    yearbook_first   yearbook_first   120           11     true
        """,
        AVERAGES,
    )
    first = [row for row in found if row["view_id"] == "first_print"]
    assert [row["value"] for row in first if row["indicator_id"] == "patents"] == [11]


def test_the_order_of_the_given_rows_does_not_matter():
    header, *lines = OBSERVATIONS.strip().splitlines()
    shuffled = "\n".join([header, *reversed(lines)])
    assert viewed(OBSERVATIONS, AVERAGES) == viewed(shuffled, AVERAGES)
