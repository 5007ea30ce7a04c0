"""core/period_averages: two year-ends of one vintage, never of two."""

# ruff: noqa: E501 (whole rows stand on one line)

from itertools import pairwise

import pytest

from tests.sql.given import check, rows, run_model


def averages(observations: str):
    return run_model(
        {
            "core/observations": rows(
                observations, source_id="nbs", is_weakly_attributed=False, published_on=None
            ),
            "reference/indicators": """
                indicator_id         unit_id      aggregation     numerator_indicator_id
                population_resident  persons_10k  sum             -
                population_average   persons_10k  period_average  population_resident
            """,
        },
        "core/period_averages",
    )


def test_mean_of_two_consecutive_year_ends():
    # (2189.0 + 2188.6) / 2 = 2188.8; the first year of a vintage has no year-end before it
    check(
        averages("""
            indicator_id         region_id  period  vintage_id  basis_id  vintage_rank  value   is_first_print
            population_resident  110000     2020    census7     census7   190           2189.0  true
            population_resident  110000     2021    census7     census7   190           2188.6  true
        """),
        """
        indicator_id        region_id  period  vintage_id  basis_id  vintage_rank  value   unit_id      is_first_print
        population_average  110000     2021    census7     census7   190           2188.8  persons_10k  true
        """,
    )


def test_a_census_revision_never_enters_one_mean():
    # Liaoning: 4352 before the census, 4255 after it; (4352 + 4255) / 2 would be nobody's average
    found = averages("""
        indicator_id         region_id  period  vintage_id  basis_id    vintage_rank  value  is_first_print
        population_resident  210000     2018    precensus7  precensus7  180           4359   true
        population_resident  210000     2019    precensus7  precensus7  180           4352   true
        population_resident  210000     2020    census7     census7     190           4255   true
    """)
    check(
        found,
        """
        region_id  period  vintage_id  value
        210000     2019    precensus7  4355.5
        """,
    )


def test_a_missing_year_end_leaves_out_both_years_it_belongs_to():
    found = averages("""
        indicator_id         region_id  period  vintage_id  basis_id  vintage_rank  value  is_first_print
        population_resident  540000     2019    census7     census7   190           361    false
        population_resident  540000     2021    census7     census7   190           366    true
        population_resident  540000     2022    census7     census7   190           364    true
    """)
    check(
        found,
        """
        period  value
        2022    365
        """,
    )


def test_independent_recomputation():
    year_ends = {2011: 23.9, 2012: 24.31, 2013: 25.007, 2014: 24.2, 2015: 26.66}
    header = "indicator_id  region_id  period  vintage_id  basis_id  vintage_rank  value  is_first_print"
    lines = [f"population_resident  630000  {y}  v  v  1  {v}  false" for y, v in year_ends.items()]
    found = {row["period"]: row["value"] for row in averages("\n".join([header, *lines]))}
    years = list(year_ends)
    expected = {later: (year_ends[earlier] + year_ends[later]) / 2 for earlier, later in pairwise(years)}
    assert found == pytest.approx(expected, rel=1e-12)
