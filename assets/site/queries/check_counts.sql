-- Checks by the thing they check.
select
    split_part(asset_key, '/', 1) as room,
    count(*) as n_checks,
    count(*) filter (is_passed) as n_passed,
    count(*) filter (not is_passed and not is_critical) as n_warned,
    count(*) filter (not is_passed and is_critical) as n_failed
from build.checks
group by room
order by list_position(['reference', 'ingest', 'staging', 'core', 'metrics', 'marts'], room) nulls last, room
