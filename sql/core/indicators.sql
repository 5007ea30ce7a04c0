/*
description = "Indicators with unit symbols, aggregation rule, polarity and names. One row per indicator."
grain = ["indicator_id"]
deps = ["reference/indicators", "reference/units", "reference/sources"]
*/
with

indicators as (

    select
        indicator_id, field, kind, unit_id, aggregation, numerator_indicator_id, polarity, price_basis,
        is_compared,
        name_zh_hans, name_zh_hant, name_en, source_id, definition
    from reference.indicators

),

units as (

    select unit_id, symbol_zh_hans, symbol_zh_hant, symbol_en, decimals
    from reference.units

),

sources as (

    select source_id, publisher_zh_hans, publisher_zh_hant, publisher_en
    from reference.sources

)

select
    indicators.indicator_id,
    indicators.field,
    indicators.kind as indicator_kind,
    indicators.aggregation,
    indicators.numerator_indicator_id,
    indicators.polarity,
    indicators.price_basis,
    indicators.is_compared,
    indicators.name_zh_hans as indicator_name_zh_hans,
    indicators.name_zh_hant as indicator_name_zh_hant,
    indicators.name_en as indicator_name_en,
    indicators.unit_id,
    units.symbol_zh_hans as unit_zh_hans,
    units.symbol_zh_hant as unit_zh_hant,
    units.symbol_en as unit_en,
    units.decimals,
    indicators.source_id,
    -- a derived indicator names the publisher of its numerator first, then who derived it
    concat_ws(' · ', printed_sources.publisher_zh_hans, sources.publisher_zh_hans) as publisher_zh_hans,
    concat_ws(' · ', printed_sources.publisher_zh_hant, sources.publisher_zh_hant) as publisher_zh_hant,
    concat_ws(' · ', printed_sources.publisher_en, sources.publisher_en) as publisher_en,
    indicators.definition,
from indicators
inner join units on indicators.unit_id = units.unit_id
inner join sources on indicators.source_id = sources.source_id
left join indicators as numerators on indicators.numerator_indicator_id = numerators.indicator_id
left join sources as printed_sources on numerators.source_id = printed_sources.source_id
order by indicators.indicator_id
