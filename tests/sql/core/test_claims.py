"""core/claims: one line for each subject a claim names."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, rows, run_model

CLAIMS = """
    claim_id  subject_ids                period_start  period_end  measure         indicator_id  reference_id  view_id      start_view_id  scale  value  text_seen
    C2        bloc_east                  2012          2021        change          gdp           -             first_print  census4        10000  29.7   no
    C1        bloc_central bloc_west jj  -             2021        share_combined  gdp           national31    first_print  -              1      43.1   yes
"""


def claims():
    return run_model(
        {
            "reference/claims": rows(
                CLAIMS,
                tolerance_kind="absolute",
                tolerance=0.05,
                rounding_decimals=1,
                unit_id="percent",
                statement_zh="话",
                statement_en="words",
                source_title="speech",
                publication_date="2022-09-20",
                url="https://example.org",
                confidence="high",
                note=None,
            )
        },
        "core/claims",
    )


def test_subjects_are_numbered_in_the_order_the_claim_names_them():
    check(
        claims(),
        """
        claim_id  position  subject_id    period_start  period_end  measure         reference_id  view_id      start_view_id  scale  claimed_value  is_text_seen
        C1        1         bloc_central  -             2021        share_combined  national31    first_print  first_print    1      43.1           true
        C1        2         bloc_west     -             2021        share_combined  national31    first_print  first_print    1      43.1           true
        C1        3         jj            -             2021        share_combined  national31    first_print  first_print    1      43.1           true
        C2        1         bloc_east     2012          2021        change          -             first_print  census4        10000  29.7           false
        """,
    )


def test_what_the_claim_says_is_carried_to_every_line():
    for row in claims():
        assert (row["tolerance_kind"], row["tolerance"], row["rounding_decimals"]) == (
            "absolute",
            0.05,
            1,
        )
        assert (row["statement_zh"], row["url"]) == ("话", "https://example.org")
