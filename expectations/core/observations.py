"""What must hold of published figures, whatever they measure: ranges come from the catalogue."""

from expectations.suite import Rule, Suite, few_rows, no_rows

CELL = "indicator_id, region_id, period"
# Every figure beside the one of the year before, within one edition.
STEPS = """(
    select *, lag(value) over series as previous_value
    from core.observations
    window series as (partition by indicator_id, region_id, vintage_id order by period)
    qualify lag(period) over series = period - 1
) as steps"""

# Figures a lower rank of which was published later.
RANKED_AGAINST_TIME = f"""
    select {CELL}, source_id, vintage_id, published_on, lower_vintage_id, lower_published_on
    from (
        select
            *,
            lag(vintage_id) over later as lower_vintage_id,
            lag(published_on) over later as lower_published_on,
        from core.observations
        window later as (partition by {{same}} order by vintage_rank)
    )
    where published_on < lower_published_on"""

SUITE = Suite(
    query="select distinct currency, unit_id, basis_id from core.observations",
    rules=(
        no_rows(
            "values_are_finite",
            f"select {CELL}, vintage_id, value from core.observations"
            " where value is null or not isfinite(value)",
            "a blank cell is no observation, and one infinite value poisons every sum above it",
        ),
        no_rows(
            "values_are_plausible",
            f"""
            select {CELL}, vintage_id, value, plausible_min, plausible_max, cell_address
            from core.observations
            inner join reference.indicators using (indicator_id)
            where observations.region_level <> 'country'
                and observations.value not between indicators.plausible_min
                    and indicators.plausible_max
            """,
            "outside the catalogue's range, which is a region's and not the nation's, a figure has the"
            " wrong unit or the wrong column; all were inside when the ranges were set",
        ),
        no_rows(
            "every_region_is_known",
            f"select {CELL}, vintage_id, cell_address from core.observations where region_level is null",
            "a code regions.csv does not list would drop out of every group without a word",
        ),
        no_rows(
            "output_and_people_do_not_jump_fourfold",
            f"""
            select {CELL}, vintage_id, previous_value, value, cell_address
            from {STEPS}
            where indicator_id in ('gdp_nominal', 'gdp_per_capita', 'population_resident')
                and value / nullif(previous_value, 0) not between 0.25 and 4
            """,
            "a lost digit inside the plausible range; the largest steps in print are x 3.1 and x 0.45",
        ),
        few_rows(
            "yearly_jumps_are_known",
            f"""
            select {CELL}, vintage_id, previous_value, value, cell_address
            from {STEPS}
            inner join reference.indicators using (indicator_id)
            where abs(value / nullif(previous_value, 0) - 1) > max_yearly_jump
            order by abs(value / previous_value - 1) desc
            """,
            "205 jumps of 83 indicators are in print, most of small numbers; more means new ones",
            known=205,
        ),
        no_rows(
            "every_figure_has_an_address_and_a_source",
            f"""
            select {CELL}, vintage_id, source_id, cell_address
            from core.observations
            where nullif(cell_address, '') is null or nullif(snapshot_id, '') is null or source_id is null
            """,
            "a figure nobody can look up again may not be published",
        ),
        no_rows(
            "hong_kong_and_macao_money_is_converted",
            f"""
            select {CELL}, vintage_id, currency, conversion_rate, conversion_rate_name
            from core.observations
            where currency in ('HKD', 'MOP')
                and (coalesce(conversion_rate, 1) = 1 or conversion_rate_name is null)
            """,
            "without that year's rate the value is lost or stays in another currency; in 1999 to 2024 a"
            " Hong Kong dollar cost 0.79 to 1.07 yuan, a pataca 0.77 to 1.04, never 1 exactly",
        ),
        no_rows(
            "a_cell_has_one_first_print",
            f"select {CELL}, count(*) as n from core.observations"
            f" where is_first_print group by {CELL} having count(*) > 1",
            "two first prints would make the first-print view a matter of rank, not of history",
        ),
        no_rows(
            "a_first_print_is_the_oldest_print",
            f"""
            select {CELL}, vintage_id, published_on, oldest
            from (
                select *, min(published_on) over (partition by {CELL}) as oldest
                from core.observations
                where vintage_rank >= 0
            )
            where is_first_print and published_on > oldest
            """,
            "what came out after another figure for the same cell was not the first",
        ),
        no_rows(
            "nothing_is_published_before_its_period_ends",
            f"select {CELL}, vintage_id, published_on from core.observations"
            " where published_on is null or published_on <= make_date(period, 12, 31)",
            "annual figures come out in the year after, at the earliest; an earlier date is a slip in"
            " vintages.csv that would leak the future into the first-print view",
        ),
        no_rows(
            "a_publisher_revises_forward",
            RANKED_AGAINST_TIME.format(same=f"{CELL}, source_id, split_part(snapshot_id, '/', 1)"),
            "within one publisher's collection the higher rank is the later edition; it held for all"
            " 3,255 pairs of editions",
        ),
        few_rows(
            "rank_follows_time_between_publishers",
            RANKED_AGAINST_TIME.format(same=CELL),
            "142 cells rank a publisher's own edition above a younger collection of long series (big"
            " cities in the 2019 and 2020 collections, municipalities in two census tables): more is"
            " not a choice but a slip",
            known=142,
        ),
        no_rows(
            "no_money_waits_for_a_rate",
            f"""
            select {CELL}, vintage_id, currency, value_in_currency
            from core.printed_figures
            anti join core.observations using ({CELL}, vintage_id)
            """,
            "Hong Kong and Macao money of a year whose average rate nobody has printed yet is held back"
            " until it is; land the exchange rates",
            is_critical=False,
        ),
        no_rows(
            "a_rate_is_never_zero",
            f"""
            select {CELL}, vintage_id, value_text
            from core.observations
            where value = 0
                and indicator_id in (
                    select indicator_id from reference.indicators
                    where kind in ('rate', 'index') or is_compared
                )
            """,
            "a zero share, rate or figure per head of a whole region is a blank somebody filled in;"
            " none was observed",
        ),
        few_rows(
            "zeros_are_known",
            f"select {CELL}, vintage_id, value_text from core.observations where value = 0",
            "37 zeros are meant: tea and coke where none is made, boats where none carry passengers,"
            " Tibet's few expressway kilometres rounded away, cities without villages, one year's profit",
            known=37,
        ),
        no_rows(
            "no_zero_between_two_figures",
            f"""
            select {CELL}, vintage_id, previous_value, next_value
            from (
                select
                    *,
                    lag(value) over series as previous_value,
                    lead(value) over series as next_value,
                from core.observations
                window series as (
                    partition by indicator_id, region_id, vintage_id order by period
                )
            )
            where value = 0 and previous_value > 0 and next_value > 0
            """,
            "what was there before and after did not vanish for one year; none was observed",
            is_critical=False,
        ),
        Rule(
            "currency_is_known",
            "ExpectColumnValuesToBeInSet",
            "only these can be brought into yuan; no currency means no money",
            {"column": "currency", "value_set": ["CNY", "HKD", "MOP"]},
        ),
        Rule(
            "every_figure_has_a_basis",
            "ExpectColumnValuesToNotBeNull",
            "views pick by basis; a figure without one would be in no view but the latest",
            {"column": "basis_id"},
        ),
    ),
)
