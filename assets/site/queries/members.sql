-- Who belongs to which group from when to when.
select
    membership.group_id,
    membership.region_id,
    membership.valid_from,
    membership.valid_from_precision,
    membership.valid_to,
    membership.valid_to_precision,
    membership.coverage_kind,
    membership.basis_document
from reference.membership as membership
inner join core.regions as regions on membership.region_id = regions.region_id
order by membership.group_id, regions.sort_order, membership.region_id, membership.valid_from
