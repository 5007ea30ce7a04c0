"""core/editions: the day an edition had printed a year."""

from tests.sql.given import check, run_model

VINTAGES = """
    vintage_id       basis_id  rank  published_from  publication_lag_months  first_print_from  first_print_to
    first_published  first     130   -               2                       1900              2100
    census7          census7   190   2021-10-01      9                       2020              2100
"""


def test_an_edition_is_dated_by_the_later_of_its_day_and_the_lag_behind_the_year():
    found = run_model({"reference/vintages": VINTAGES}, "core/editions")
    assert len(found) == 2 * 200
    check(
        [row for row in found if row["period"] in (2015, 2023)],
        """
        vintage_id       period  basis_id  vintage_rank  published_on
        census7          2015    census7   190           2021-10-01
        census7          2023    census7   190           2024-10-01
        first_published  2015    first     130           2016-03-01
        first_published  2023    first     130           2024-03-01
        """,
    )
