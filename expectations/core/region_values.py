"""What must hold of regional values in every view, printed or derived."""

from expectations.suite import Rule, Suite, no_rows

CELL = "view_id, indicator_id, region_id, period"

# Sums of the three sector shares that miss the whole, and the cells answers have touched.
SECTOR_SUMS = """
    with sums as (
        select view_id, region_id, period, basis_text, sum(value) as total
        from core.region_values
        where indicator_id in ('va_primary_share', 'va_secondary_share', 'va_tertiary_share')
        group by all
        having count(*) = 3 and abs(sum(value) - 100) > 0.5
    ),
    landed as (
        select distinct region_id, period
        from staging.landed_figures
        where indicator_id in ('gdp_nominal', 'va_primary', 'va_secondary', 'va_tertiary')
    )
    select sums.* from sums"""

SUITE = Suite(
    query="select distinct view_id, unit_id, basis_text, source_id from core.region_values",
    rules=(
        no_rows(
            "values_are_finite",
            f"select {CELL}, value, numerator, denominator from core.region_values"
            " where value is null or not isfinite(value)"
            " or not isfinite(coalesce(numerator, 0)) or not isfinite(coalesce(denominator, 0))",
            "a division by nothing must leave no row, not an infinite one",
        ),
        no_rows(
            "denominators_are_positive",
            f"select {CELL}, denominator from core.region_values where denominator <= 0",
            "population, output and area divide; none of them was ever zero or negative",
        ),
        no_rows(
            "a_ratio_is_its_parts",
            f"""
            select {CELL}, value, numerator, denominator
            from core.region_values
            where indicator_id in (
                    select indicator_id from reference.indicators where aggregation = 'ratio'
                )
                and abs(value * denominator - numerator) > 1e-9 * abs(numerator)
            """,
            "groups add up numerators and denominators: they must give the region's own value too",
        ),
        no_rows(
            "three_sectors_make_a_whole",
            f"{SECTOR_SUMS} anti join landed using (region_id, period)",
            "numerators and GDP of one basis add up but for rounding: 99.99 to 100.02 % over 2,002 sums;"
            " a mix of bases misses by whole points",
        ),
        no_rows(
            "three_sectors_are_revised_together",
            f"{SECTOR_SUMS} semi join landed using (region_id, period)",
            "a publisher may revise output before its sectors, or one of them may not have been landed:"
            " their shares are off until the rest has come",
            is_critical=False,
        ),
        no_rows(
            "derived_values_are_plausible",
            """
            select
                region_values.view_id, region_values.indicator_id, region_values.region_id,
                region_values.period, region_values.value, indicators.plausible_min,
                indicators.plausible_max
            from core.region_values
            inner join reference.indicators
                on region_values.indicator_id = indicators.indicator_id
            where indicators.aggregation = 'ratio'
                and region_values.value not between indicators.plausible_min
                    and indicators.plausible_max
            """,
            "printed figures are held to the range in core/observations, the ratios made of them here;"
            " a wrong unit on one side shows in the ratio first",
        ),
        no_rows(
            "the_latest_view_leaves_nothing_out",
            """
            select distinct observations.indicator_id, observations.region_id, observations.period
            from core.observations
            anti join (select * from core.region_values where view_id = 'latest') as seen
                on observations.indicator_id = seen.indicator_id
                and observations.region_id = seen.region_id
                and observations.period = seen.period
            """,
            "whatever was published has a newest edition",
        ),
        Rule(
            "every_value_names_its_basis",
            "ExpectColumnValuesToNotBeNull",
            "breaks are found by comparing bases; a missing one would hide them",
            {"column": "basis_text"},
        ),
        Rule(
            "every_value_names_its_source",
            "ExpectColumnValuesToNotBeNull",
            "charts print the source line from here",
            {"column": "source_id"},
        ),
        Rule(
            "every_value_has_a_unit",
            "ExpectColumnValuesToNotBeNull",
            "a number without a unit cannot be drawn",
            {"column": "unit_id"},
        ),
    ),
)
