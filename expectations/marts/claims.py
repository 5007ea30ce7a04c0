"""What must hold of official claims beside our figures: a verdict each, and the reason for having none."""

from expectations.suite import Rule, Suite, labels_complete, no_rows

VERDICTS = ["reproduced", "within_tolerance", "not_reproduced", "not_computable"]

SUITE = Suite(
    query="select claim_id, verdict from marts.claims",
    rules=(
        Rule(
            "every_claim_has_a_verdict",
            "ExpectColumnValuesToNotBeNull",
            "a claim without a verdict was not looked at",
            {"column": "verdict"},
        ),
        Rule(
            "verdict_is_known",
            "ExpectColumnValuesToBeInSet",
            "four words, each with a sentence in three languages",
            {"column": "verdict", "value_set": VERDICTS},
        ),
        no_rows(
            "no_claim_is_lost",
            "select claims.claim_id from core.claims"
            " anti join marts.claims as judged on claims.claim_id = judged.claim_id",
            "a claim whose indicator or view has no name would fall out of the joins unseen",
        ),
        no_rows(
            "not_computable_says_why",
            "select claim_id, verdict, computed_value, null_reason from marts.claims"
            " where (verdict = 'not_computable') <> (null_reason is not null)"
            " or (verdict = 'not_computable') <> (computed_value is null)",
            "what cannot be checked names the missing figure; what can be checked has one",
        ),
        no_rows(
            "reproduced_is_within_tolerance",
            """
            select claim_id, claimed_value, computed_value, tolerance_kind, tolerance
            from marts.claims
            where verdict in ('reproduced', 'within_tolerance')
                and case tolerance_kind
                    when 'absolute' then abs(difference) > tolerance + 1e-9
                    when 'relative' then abs(difference) > tolerance * abs(claimed_value)
                    when 'at_least' then computed_value < claimed_value
                    else true
                end
            """,
            "the verdict is read as praise of our figures, so it is checked against the claim's own rule",
        ),
        no_rows(
            "every_claim_has_a_source",
            "select claim_id from marts.claims where coalesce(source_title, '') = ''"
            " or coalesce(statement_zh, '') = '' or coalesce(statement_en, '') = ''",
            "a claim is somebody's sentence: who said it, and what, in Chinese and English",
        ),
        labels_complete("marts.claims", "indicator_name", "view_name"),
        no_rows(
            "every_claim_is_reproduced",
            """
            select claim_id, claimed_value, computed_value, difference, tolerance_kind, tolerance
            from marts.claims
            where verdict = 'not_reproduced'
            order by claim_id
            """,
            "9 of 83 checkable claims are not: bloc GDP of 2014 and 2016 as first printed, one income, one"
            " share. They are listed until a figure or a reading explains them",
            is_critical=False,
        ),
    ),
)
