"""marts/parity_outlook: fans with the outlook of their series, labelled, no row lost or doubled."""

from tests.sql.given import run_model
from tests.sql.marts.labels import (
    check_labels,
    group_labels,
    groups,
    indicator_labels,
    indicators,
    methods,
    view_labels,
    views,
)
from tests.sql.marts.passing import check_passed_on, columns_of, metric_row

KEY = ("view_id", "indicator_id", "group_id", "origin_period", "period")
FANS = [
    metric_row(columns_of("parity_fan"), number, group_id=group, period=2025 + number)
    for number, group in enumerate(("east", "east", "west"))
]
OUTLOOKS = [
    metric_row(columns_of("parity_outlook"), 50 + number, group_id=group, period=2024)
    for number, group in enumerate(("east", "west", "north"))
]


def outlook():
    return run_model(
        {
            "metrics/parity_fan": FANS,
            "metrics/parity_outlook": OUTLOOKS,
            "core/groups": groups("east", "west"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/parity_outlook"),
        },
        "marts/parity_outlook",
    )


def test_fans_are_passed_on():
    found = outlook()
    check_passed_on(found, FANS, KEY)
    assert {row["method_id"] for row in found} == {"metrics/parity_outlook@1"}


def test_every_year_carries_the_outlook_of_its_series():
    of_group = {row["group_id"]: row for row in OUTLOOKS}
    for row in outlook():
        for name in ("verdict", "years_to_parity", "never_share", "yearly_change", "log_gap", "n_changes"):
            assert row[name] == of_group[row["group_id"]][name]


def test_labels():
    check_labels(
        outlook(), {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels}
    )
