"""What must hold of events and gaps: one judgement an event, never more than 'coincides with'."""

from assets.statistics.break_level import LEVEL
from expectations.suite import INDICATOR_LABELS, Rule, Suite, labels_complete, no_rows

ROW = ("view_id", "indicator_id", "group_id", "event_id", "period")
CELL = ", ".join(ROW)
TABLE = "marts.policy_breaks"

SUITE = Suite(
    query=f"select distinct verdict from {TABLE} where is_event",
    rules=(
        Rule(
            "verdict_is_known",
            "ExpectColumnValuesToBeInSet",
            "a series of one gap can coincide with an event, it cannot show a cause",
            {
                "column": "verdict",
                "value_set": [
                    "coincides with a change",
                    "no change found",
                    "larger change at another date",
                    "not testable (too few years)",
                    "not testable (break)",
                ],
            },
        ),
        no_rows(
            "one_judgement_for_each_event",
            f"select {', '.join(ROW[:-1])}, count_if(is_event) as n_events from {TABLE} group by all"
            " having count_if(is_event) <> 1",
            "placebo dates stand beside the event they are compared with",
        ),
        no_rows(
            "tested_or_with_a_reason",
            f"select {CELL}, p_value, null_reason from {TABLE}"
            " where is_event and (p_value is null) = (null_reason is null)",
            "an event without a test says why",
        ),
        no_rows(
            "a_coincidence_has_a_small_p_and_the_largest_statistic",
            f"select {CELL}, p_value, largest_period from {TABLE}"
            " where verdict = 'coincides with a change'"
            f" and (p_value >= {LEVEL} or abs(largest_period - period) > 1)",
            "else the event borrows the change of another year",
        ),
        no_rows(
            "a_small_p_is_no_missing_change",
            f"select {CELL}, p_value from {TABLE}"
            " where is_event and p_value is not null"
            f" and (verdict = 'no change found') <> (p_value >= {LEVEL})",
            "one level, the method's own, decides between a change and none",
        ),
        no_rows(
            "statistics_are_not_negative",
            f"select {CELL}, statistic from {TABLE} where statistic < 0",
            "F compares sums of squares, of which the larger model leaves the smaller",
        ),
        no_rows(
            "placebos_make_the_placebo_p",
            f"""
            select events.{", events.".join(ROW)}, any_value(events.placebo_p) as said,
                (1 + count_if(placebos.statistic >= events.statistic)) / (1 + count(placebos.statistic))
                    as counted
            from {TABLE} as events
            left join {TABLE} as placebos
                on events.view_id = placebos.view_id
                and events.indicator_id = placebos.indicator_id
                and events.group_id = placebos.group_id
                and events.event_id = placebos.event_id
                and not placebos.is_event
            where events.is_event and events.placebo_p is not null
            group by all
            having abs(said - counted) > 1e-9
            """,
            "the chart shows the dates the share is counted from",
        ),
        labels_complete(TABLE, "group_short_name", "event_name", *INDICATOR_LABELS, "view_name"),
    ),
)
