"""What must hold when printed figures get our ids and units: none lost, none doubled."""

from expectations.suite import Rule, Suite, no_rows

SUITE = Suite(
    query="select distinct currency from staging.embedded_edition",
    rules=(
        no_rows(
            "every_printed_figure_arrives",
            """
            select printed.snapshot_id, printed.cell_address, printed.value_text
            from ingest.embedded_edition as printed
            anti join staging.embedded_edition as kept on printed.cell_address = kept.cell_address
            where printed.collection <> 'exchange_rates'
            """,
            "a snapshot or series without a line in the manifest or in series.csv would fall out of the"
            " joins unseen; all 69,655 cells arrived when this was written",
        ),
        no_rows(
            "a_cell_arrives_once",
            """
            select cell_address, count(*) as n
            from staging.embedded_edition
            group by cell_address
            having count(*) > 1
            """,
            "a series listed twice would enter every sum twice",
        ),
        Rule(
            "currency_is_known",
            "ExpectColumnValuesToBeInSet",
            "the currencies core/observations knows how to convert; no currency means no money",
            {"column": "currency", "value_set": ["CNY", "HKD", "MOP"]},
        ),
    ),
)
