"""Suite of marts/verdict_influence on a group of three, of which two stay."""

import duckdb
import pytest

from expectations.marts.verdict_influence import SUITE
from tests.expectations.showing import broken, names, only, warehouse

# ln .5 and ln .8: dispersion halves without a or b, and falls by a fifth without c
GIVEN = {
    "marts.verdict_influence": """
        view_id indicator_id group_id membership window_id weighting left_out_region_id n_members verdict \
            p_value log_change log_change_low log_change_high sigma_start sigma_end whole_verdict \
            has_other_verdict statement_zh_hans statement_zh_hant statement_en
        latest income nation dated all_years weighted a 2 converging 0.01 -0.6931471805599453 -0.9 -0.3 0.8 \
            0.4 converging false 缩小 縮小 fell
        latest income nation dated all_years weighted b 2 converging 0.01 -0.6931471805599453 -0.9 -0.3 0.8 \
            0.4 converging false 缩小 縮小 fell
        latest income nation dated all_years weighted c 2 inconclusive 0.2 -0.2231435513142097 -0.5 0.1 1 \
            0.8 converging true 尚无定论 尚無定論 inconclusive
        latest beds nation dated all_years weighted a 1 "too few units" - - - - - - inconclusive true \
            不作检验 不作檢驗 few
        latest beds nation dated all_years weighted b 1 "not testable (values)" - - - - - - inconclusive \
            true 不可检验 不可檢驗 equal
    """,
    "metrics.convergence_test": """
        view_id indicator_id group_id window_id weighting lowest_log_change highest_log_change
        latest income nation all_years weighted -0.6931471805599453 -0.2231435513142097
        latest beds nation all_years weighted - -
    """,
}
LABELS = {
    "marts.verdict_influence": (
        "group_short_name",
        "left_out_region_name",
        "indicator_name",
        "publisher",
        "view_name",
    ),
}
BREAKING = {
    "verdict_is_known": """
        update marts.verdict_influence set verdict = 'catching up', has_other_verdict = true
        where verdict = 'inconclusive'
    """,
    "every_member_is_left_out_once": """
        delete from marts.verdict_influence where left_out_region_id = 'b' and indicator_id = 'income'
    """,
    "a_direction_rests_on_test_and_interval": """
        update marts.verdict_influence set p_value = 0.06 where left_out_region_id = 'a'
            and indicator_id = 'income'
    """,
    "the_change_is_that_of_the_levels": """
        update marts.verdict_influence set sigma_end = 0.5 where left_out_region_id = 'a'
    """,
    "the_range_is_that_of_the_verdict": """
        update metrics.convergence_test set highest_log_change = -0.1 where indicator_id = 'income'
    """,
    "another_verdict_is_marked": """
        update marts.verdict_influence set has_other_verdict = false
    """,
    "every_row_has_its_sentence": """
        update marts.verdict_influence set statement_en = '缩小' where left_out_region_id = 'c'
    """,
    "labels_in_three_languages": """
        update marts.verdict_influence set left_out_region_name_en = null
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
