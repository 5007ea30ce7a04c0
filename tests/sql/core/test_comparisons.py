"""core/comparisons: which indicator is worth measuring in which view."""

from tests.sql.given import check, run_model


def test_other_views_need_a_cell_with_two_editions():
    # gdp of b in 2020 has two editions; beds have one of each year, which is no revision. A ratio
    # follows its numerator: gdp_per_head is revised with gdp, beds_per_head is not
    check(
        run_model(
            {
                "core/observations": """
                    indicator_id  region_id  period  vintage_id
                    gdp           a          2020    first_published
                    gdp           b          2020    first_published
                    gdp           b          2020    census4
                    beds          a          2019    single
                    beds          a          2020    single
                    beds          b          2020    single
                """,
                "core/indicators": """
                    indicator_id   aggregation  is_compared  numerator_indicator_id
                    gdp            sum          false        -
                    gdp_per_head   ratio        true         gdp
                    beds           sum          false        -
                    beds_per_head  ratio        true         beds
                """,
                "core/views": """
                    view_id  view_kind
                    latest   latest
                    census4  basis
                """,
            },
            "core/comparisons",
        ),
        """
        view_id  indicator_id   is_compared  is_additive
        census4  gdp            false        true
        census4  gdp_per_head   true         false
        latest   beds           false        true
        latest   beds_per_head  true         false
        latest   gdp            false        true
        latest   gdp_per_head   true         false
        """,
    )
