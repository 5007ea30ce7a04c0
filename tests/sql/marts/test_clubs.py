"""marts/clubs: clubs passed on with the units' names, the club that fails its own test marked."""

from tests.sql.given import run_model
from tests.sql.marts.labels import (
    check_labels,
    indicator_labels,
    indicators,
    methods,
    region_labels,
    regions,
    view_labels,
    views,
)
from tests.sql.marts.passing import check_passed_on, columns_of, metric_row

KEY = ("view_id", "indicator_id", "group_id", "convention", "merging", "region_id")
STATISTICS = (2.0, -1.65, -1.64, None)
GIVEN = [
    metric_row(columns_of("club"), number, region_id=region, t_statistic=statistic)
    for number, (region, statistic) in enumerate(zip("abca", STATISTICS, strict=True))
]


def clubs():
    return run_model(
        {
            "metrics/club": GIVEN,
            "core/regions": regions("a", "b", "c"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/club"),
        },
        "marts/clubs",
    )


def test_clubs_are_passed_on_with_labels():
    found = clubs()
    check_passed_on(found, GIVEN, KEY)
    check_labels(
        found, {"region_id": region_labels, "indicator_id": indicator_labels, "view_id": view_labels}
    )
    assert {row["method_id"] for row in found} == {"metrics/club@1"}


def test_a_club_at_or_below_the_critical_value_is_marked():
    marked = {row["t_statistic"]: row["is_rejected"] for row in clubs()}
    assert marked == {2.0: False, -1.65: True, -1.64: False, None: None}
