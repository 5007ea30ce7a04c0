"""Suite of marts/claims on one claim of each verdict but the last."""

import duckdb
import pytest

from expectations.marts.claims import SUITE
from tests.expectations.showing import broken, names, only, warehouse

GIVEN = {
    "core.claims": """
        claim_id
        H1
        H2
        H3
    """,
    "marts.claims": """
        claim_id verdict claimed_value computed_value difference tolerance_kind tolerance \
            null_reason source_title statement_zh statement_en
        H1 reproduced 1.69 1.69 0 absolute 0.005 - Report 句 Sentence
        H2 within_tolerance 100 100.4 0.4 relative 0.005 - Report 句 Sentence
        H3 not_computable 7 - - none - indicator_not_held Report 句 Sentence
    """,
}
LABELS = {
    "marts.claims": (
        "indicator_name",
        "view_name",
    ),
}
BREAKING = {
    "every_claim_has_a_verdict": "update marts.claims set verdict = null where claim_id = 'H1'",
    "verdict_is_known": "update marts.claims set verdict = 'nearly' where claim_id = 'H1'",
    "no_claim_is_lost": "delete from marts.claims where claim_id = 'H1'",
    "not_computable_says_why": "update marts.claims set null_reason = null",
    "reproduced_is_within_tolerance": """
        update marts.claims set difference = 0.6 where claim_id = 'H2'
    """,
    "every_claim_has_a_source": "update marts.claims set statement_zh = '' where claim_id = 'H1'",
    "labels_in_three_languages": """
        update marts.claims set view_name_zh_hant = null where claim_id = 'H1'
    """,
    "every_claim_is_reproduced": """
        update marts.claims set verdict = 'not_reproduced' where claim_id = 'H1'
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
