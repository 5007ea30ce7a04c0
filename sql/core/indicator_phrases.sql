/*
description = "English names of indicators as they stand inside a sentence: a small first letter, unless the first word is an abbreviation or a proper name. One row per indicator."
grain = ["indicator_id"]
deps = ["core/indicators", "core/regions"]
*/
with

indicators as (

    select indicator_id, indicator_name_en
    from core.indicators

),

-- named after a person; places come from core.regions
eponyms as (

    select unnest(['Engel', 'Gini', 'Laspeyres', 'Theil', 'Zipf']) as proper_name

),

proper_names as (

    select proper_name
    from eponyms
    union
    select region_short_name_en
    from core.regions

),

capitalised as (

    select distinct indicators.indicator_id
    from indicators
    left join proper_names
        on starts_with(indicators.indicator_name_en, proper_names.proper_name)
        and not regexp_matches(
            substr(indicators.indicator_name_en, length(proper_names.proper_name) + 1), '^\w'
        )
    where proper_names.proper_name is not null
        -- a second capital, a digit or a sign in the first word: GDP, R&D, CO2, PM2.5
        or regexp_matches(indicators.indicator_name_en, '^\S+[A-Z0-9&]')

)

select
    indicators.indicator_id,
    case when capitalised.indicator_id is null
        then lower(substr(indicators.indicator_name_en, 1, 1)) || substr(indicators.indicator_name_en, 2)
        else indicators.indicator_name_en
    end as indicator_phrase_en,
from indicators
left join capitalised on indicators.indicator_id = capitalised.indicator_id
order by indicators.indicator_id
