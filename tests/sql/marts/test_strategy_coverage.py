"""marts/strategy_coverage: every province in every year, none without a row."""

from tests.sql.given import check, rows, run_model
from tests.sql.marts.labels import check_labels, check_nothing_lost, region_labels, regions

DOSES = rows("""
    membership  period  region_id  n_strategies  strategy_ids
    dated       2020    110000     1             jjj
    dated       2020    310000     2             yrd yreb
    dated       2020    540000     0             -
    fixed       2020    540000     0             -
""")


def coverage():
    return run_model(
        {
            "core/strategy_doses": DOSES,
            "core/regions": regions("110000", "310000", "540000", "650000"),
        },
        "marts/strategy_coverage",
    )


def test_counts_and_names_of_strategies():
    check(
        coverage(),
        """
        membership  period  region_id  n_strategies  strategy_ids  sort_order
        dated       2020    110000     1             jjj           0
        dated       2020    310000     2             yrd yreb      1
        dated       2020    540000     0             -             2
        fixed       2020    540000     0             -             2
        """,
    )


def test_labels_and_grain():
    found = coverage()
    check_labels(found, {"region_id": region_labels})
    check_nothing_lost(found, DOSES, ("membership", "period", "region_id"))
