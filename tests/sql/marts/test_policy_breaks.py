"""marts/policy_breaks: judgements passed on beside the event's names, labelled, no row lost or doubled."""

from datetime import date

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

KEY = ("view_id", "indicator_id", "group_id", "event_id", "period")
GIVEN = [
    metric_row(columns_of("policy_break"), number, group_id=group, event_id="forum", period=period)
    for number, (group, period) in enumerate(
        (group, period) for group in ("east", "west") for period in (1, 2)
    )
]
EVENTS = [
    {
        "event_id": "forum",
        "group_id": group,
        "event_date": "2014-02-26",
        "event_type": "strategy",
        "event_name_zh_hans": "座谈会",
        "event_name_zh_hant": "座談會",
        "event_name_en": f"Forum on the {group}",
    }
    for group in ("east", "west", "north")
]


def breaks():
    return run_model(
        {
            "metrics/policy_break": GIVEN,
            "core/events": EVENTS,
            "core/groups": groups("east", "west"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/policy_break"),
        },
        "marts/policy_breaks",
    )


def test_judgements_are_passed_on():
    found = breaks()
    check_passed_on(found, GIVEN, KEY)
    assert {row["method_id"] for row in found} == {"metrics/policy_break@1"}


def test_the_event_is_that_of_the_group():
    for row in breaks():
        assert row["event_name_en"] == f"Forum on the {row['group_id']}"
        assert row["event_date"] == date(2014, 2, 26)


def test_labels():
    check_labels(
        breaks(), {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels}
    )
