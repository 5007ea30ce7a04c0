"""core/events: one line for each group an event concerns."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, rows, run_model

EVENTS = rows(
    """
    event_id  event_date  event_type  group_ids  name_zh_hans  name_zh_hant  name_en
    jjj_2014  2014-02-26  strategy    jjj        京津冀协同    京津冀協同    Jing-Jin-Ji
    """,
    confidence="high",
)


def test_an_event_of_two_groups_is_two_lines():
    forum = EVENTS[0] | {"event_id": "forum", "group_ids": "bloc_west policy_west"}
    check(
        run_model({"reference/events": [*EVENTS, forum]}, "core/events"),
        """
        event_id  group_id     event_date  event_type  event_name_zh_hans  event_name_zh_hant  event_name_en  confidence
        forum     bloc_west    2014-02-26  strategy    京津冀协同          京津冀協同          Jing-Jin-Ji    high
        forum     policy_west  2014-02-26  strategy    京津冀协同          京津冀協同          Jing-Jin-Ji    high
        jjj_2014  jjj          2014-02-26  strategy    京津冀协同          京津冀協同          Jing-Jin-Ji    high
        """,
    )
