"""What must hold of the exchange rates Hong Kong and Macao figures are converted with."""

from expectations.suite import Rule, Suite, no_rows

SUITE = Suite(
    query="select indicator_id, period, value from staging.exchange_rates",
    rules=(
        Rule(
            "rates_are_positive",
            "ExpectColumnValuesToBeBetween",
            "a rate of zero would make a region's money vanish, one in fen or for 100 units would make"
            " it a hundredfold; 0.77 to 8.28 were observed",
            {"column": "value", "min_value": 0.1, "max_value": 20},
        ),
        no_rows(
            "rates_do_not_jump",
            """
            select indicator_id, period, value, previous_value
            from (
                select *, lag(value) over (partition by indicator_id order by period) as previous_value
                from staging.exchange_rates
            )
            where abs(value / nullif(previous_value, 0) - 1) > 0.1
            """,
            "none of the annual averages of 1999 to 2024 moves by a tenth within a year; a larger move is"
            " a devaluation to be read about, or a misread cell",
            is_critical=False,
        ),
    ),
)
