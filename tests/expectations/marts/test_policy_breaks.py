"""Suite of marts/policy_breaks on an event with a placebo and one that cannot be tested."""

import duckdb
import pytest

from assets.statistics.break_level import LEVEL
from expectations.marts.policy_breaks import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.policy_breaks": """
        view_id indicator_id group_id event_id period is_event verdict statistic p_value placebo_p \
            largest_period null_reason
        latest income jjj forum 2012 true "coincides with a change" 9 0.01 0.5 2012 -
        latest income jjj forum 2015 false - 3 - - - -
        latest income jjj outline 2023 true "not testable (too few years)" - - - - too_few_years_around_event
    """,
}
LABELS = {
    "marts.policy_breaks": (
        "group_short_name",
        "event_name",
        "indicator_name",
        "unit",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "verdict_is_known": """
        update marts.policy_breaks set verdict = 'caused a change' where period = 2012
    """,
    "one_judgement_for_each_event": """
        delete from marts.policy_breaks where period = 2012
    """,
    "tested_or_with_a_reason": """
        update marts.policy_breaks set null_reason = null
    """,
    "a_coincidence_has_a_small_p_and_the_largest_statistic": """
        update marts.policy_breaks set largest_period = 2015
    """,
    "a_small_p_is_no_missing_change": """
        update marts.policy_breaks set verdict = 'no change found' where period = 2012
    """,
    "statistics_are_not_negative": """
        update marts.policy_breaks set statistic = -1
    """,
    "placebos_make_the_placebo_p": """
        update marts.policy_breaks set statistic = 10 where period = 2015
    """,
    "labels_in_three_languages": """
        update marts.policy_breaks set event_name_en = null
    """,
}


@pytest.fixture(scope="module")
def tables() -> duckdb.DuckDBPyConnection:
    return warehouse(GIVEN, LABELS)


def test_accepts(tables: duckdb.DuckDBPyConnection) -> None:
    assert broken(tables, SUITE) == set()


@pytest.mark.parametrize("rule", sorted(names(SUITE)))
def test_rejects(tables: duckdb.DuckDBPyConnection, rule: str) -> None:
    assert broken(tables, only(SUITE, rule), BREAKING[rule]) == {rule}


@pytest.mark.parametrize(("p", "is_accepted"), [(LEVEL - 0.001, True), (LEVEL, False), (0.04, False)])
def test_the_level_is_that_of_the_method(
    tables: duckdb.DuckDBPyConnection, p: float, is_accepted: bool
) -> None:
    found = broken(tables, SUITE, f"update marts.policy_breaks set p_value = {p} where period = 2012")
    assert (found == set()) is is_accepted
