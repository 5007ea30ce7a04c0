"""Suite of marts/convergence_verdicts on one verdict of each kind."""

# ruff: noqa: E501 (whole rows stand on one line)

import duckdb
import pytest

from expectations.marts.convergence_verdicts import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "marts.convergence_verdicts": """
        view_id indicator_id group_id window_id weighting verdict null_reason n_members has_break p_value \
            p_adjusted log_change log_change_low log_change_high sigma_start sigma_end \
            statement_zh_hans statement_zh_hant statement_en
        latest income nation all_years weighted converging - 31 false 0.01 0.02 -0.6931471805599453 -0.9 -0.3 \
            0.8 0.4 差异缩小 差異縮小 fell
        latest income east all_years weighted inconclusive - 10 false 0.2 0.2 0 -0.1 0.1 0.4 0.4 \
            尚无定论 尚無定論 inconclusive
        latest income northeast all_years weighted "too few units" - 3 false - - - - - - - 不作检验 不作檢驗 few
        latest income west all_years weighted "not testable (break)" - 12 true - - - - - - - 不可检验 不可檢驗 break
        latest income west all_years unweighted "not testable (values)" undefined_for_these_values 12 false \
            - - - - - - - 不可检验 不可檢驗 zero
    """,
}
LABELS = {
    "marts.convergence_verdicts": ("group_short_name", "indicator_name", "unit", "publisher", "view_name"),
}
BREAKING = {
    "every_row_has_a_word": """
        update marts.convergence_verdicts set verdict = null where group_id = 'northeast'
    """,
    "values_that_cannot_be_tested_say_why": """
        update marts.convergence_verdicts set null_reason = null where null_reason is not null
    """,
    "verdict_is_known": """
        update marts.convergence_verdicts set verdict = 'catching up' where group_id = 'nation'
    """,
    "a_direction_rests_on_test_and_interval": """
        update marts.convergence_verdicts set p_value = 0.06 where group_id = 'nation'
    """,
    "the_word_has_the_direction_of_the_change": """
        update marts.convergence_verdicts set verdict = 'diverging' where group_id = 'nation'
    """,
    "small_groups_are_not_tested": """
        update marts.convergence_verdicts set n_members = 4 where group_id = 'east'
    """,
    "no_test_across_a_break": """
        update marts.convergence_verdicts set has_break = true where group_id = 'nation'
    """,
    "the_change_is_that_of_the_levels": """
        update marts.convergence_verdicts set sigma_end = 0.5 where group_id = 'nation'
    """,
    "adjusted_p_is_not_smaller": """
        update marts.convergence_verdicts set p_adjusted = 0.005 where group_id = 'nation'
    """,
    "every_verdict_has_its_sentence": """
        update marts.convergence_verdicts set statement_en = '差异' where group_id = 'nation'
    """,
    "labels_in_three_languages": """
        update marts.convergence_verdicts set unit_en = ''
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
