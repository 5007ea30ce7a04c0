"""metrics/group_revision: how far a vintage moves the sum of a group, counted by hand."""

from datetime import date

from tests.sql.given import check, rows, run_model

# Liaoning and Jilin revised by the census, Heilongjiang not; the data service revises Jilin once more.
OBSERVATIONS = """
    region_id  vintage_id       vintage_rank  value
    210000     first_published  130           100
    220000     first_published  130           60
    230000     first_published  130           40
    210000     census4          160           80
    220000     census4          160           50
    220000     answer           9000001       55
    110000     answer           9000001       500
"""


def given(aggregation: str = "sum"):
    cells = {"indicator_id": "gdp_nominal", "period": 2018}
    observations = rows(OBSERVATIONS, **cells, published_on=date(2020, 3, 1))
    revised = [
        row | {"previous_value": 0.0} for row in observations if row["vintage_id"] != "first_published"
    ]
    return {
        "core/revisions": [row for row in revised if row["region_id"] != "110000"],
        "core/observations": observations,
        "core/indicators": rows("indicator_id\ngdp_nominal", aggregation=aggregation),
        "core/group_members": rows(
            """
            group_id   region_id
            northeast  210000
            northeast  220000
            northeast  230000
            north      110000
            north      210000
            """,
            period=2018,
            membership="dated",
        ),
    }


def test_a_vintage_moves_a_group_by_the_members_it_revises():
    found = run_model(given(), "metrics/group_revision")
    # census4: (80 + 50 + 40) / (100 + 60 + 40) - 1 = -15 %; the answer: (80 + 55 + 40) / 170 - 1 = 5 / 170.
    # "north" has no figure of Beijing before the answer, so nothing can be said of its sum.
    check(
        found,
        """
        group_id   vintage_id  value  previous_value  change  relative_change  n_revised  n_members
        northeast  answer      175    170             5       5/170            1          3
        northeast  census4     170    200             -30     -30/200          2          3
        """,
    )


def test_figures_that_do_not_add_up_move_no_sum():
    assert run_model(given("weighted_mean"), "metrics/group_revision") == []
