"""What must hold when landed figures get our ids, units and vintages: none lost, none doubled."""

from expectations.suite import Rule, Suite, no_rows

SUITE = Suite(
    query="select distinct currency from staging.landed_figures",
    rules=(
        no_rows(
            "every_landed_figure_arrives",
            """
            select printed.answer_id, printed.cell_address, printed.value_text
            from ingest.landed_figures as printed
            anti join staging.landed_figures as kept on printed.cell_address = kept.cell_address
            where printed.value_text is not null
            """,
            "an answer whose series or collection has no line any more would fall out of the joins unseen",
        ),
        no_rows(
            "a_cell_arrives_once",
            """
            select cell_address, count(*) as n
            from staging.landed_figures
            group by cell_address
            having count(*) > 1
            """,
            "a series listed twice would enter every sum twice",
        ),
        no_rows(
            "an_edition_prints_a_cell_once",
            """
            select indicator_id, region_id, period_text, vintage_id, count(*) as n
            from staging.landed_figures
            group by indicator_id, region_id, period_text, vintage_id
            having count(distinct value_in_currency) > 1
            """,
            "two values of one cell in one edition: which of them was printed cannot be told; give the"
            " second file of the inbox an edition of its own",
        ),
        no_rows(
            "nothing_is_retrieved_before_its_period_ends",
            """
            select indicator_id, region_id, period_text, published_on, cell_address
            from staging.landed_figures
            where period_text = cast(period as varchar) and published_on <= make_date(period, 12, 31)
            """,
            "an annual figure before the end of its year is a slip in a sidecar, or a clock that is wrong",
        ),
        no_rows(
            "every_answer_is_used",
            """
            select answer_id, error_name, error_message
            from ingest.answers
            where not is_accepted
            """,
            "an answer that is held back waits for somebody to look at it; the rest is published meanwhile",
            is_critical=False,
        ),
        Rule(
            "currency_is_known",
            "ExpectColumnValuesToBeInSet",
            "the currencies core/observations knows how to convert; no currency means no money",
            {"column": "currency", "value_set": ["CNY", "HKD", "MOP"]},
        ),
    ),
)
