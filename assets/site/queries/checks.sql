-- Checks that did not pass; official figures have a page of their own.
select asset_key, check_name, is_critical, reason, observed
from build.checks
where not is_passed and not (asset_key = 'marts/claims' and check_name like 'claim_%')
order by asset_key, check_name
