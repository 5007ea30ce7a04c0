"""All rules a reference pack is held to, in one list: each a function from a pack to problems.

Checks of single cells need no other table and are in cell_checks.py.
"""

from __future__ import annotations

from assets.catalogue.edition_checks import (
    claims,
    column_dictionary,
    periods_in_order,
    ranks,
    views,
)
from assets.catalogue.indicator_checks import (
    aggregation_inputs,
    aggregation_loops,
    aggregation_parts,
    number_ranges,
)
from assets.catalogue.live_checks import live_collections, live_series, release_days
from assets.catalogue.membership_checks import (
    groups_without_members,
    membership_dates,
    nested_members,
    repeated_memberships,
)
from assets.catalogue.name_checks import mixed_scripts
from assets.catalogue.pack import Rule
from assets.catalogue.partition_checks import partial_members, partition_problems
from assets.catalogue.reference_checks import (
    boundary_ids,
    controls_apart,
    paired_regions,
    places_on_earth,
    unknown_ids,
)
from assets.catalogue.region_checks import dates_in_order, parent_levels, parent_loops

_MEMBERS = ("regions", "groups", "membership")

# A rule runs when the tables it compares were read whole; those that look at one row at a time,
# or see to it themselves, need none.
RULES = (
    Rule(unknown_ids),
    Rule(mixed_scripts),
    Rule(dates_in_order),
    Rule(periods_in_order),
    Rule(number_ranges),
    Rule(paired_regions),
    Rule(places_on_earth),
    Rule(controls_apart),
    Rule(claims, needs=("claims",)),
    Rule(boundary_ids, needs=("regions",)),
    Rule(parent_levels, needs=("regions",)),
    Rule(parent_loops, needs=("regions",)),
    Rule(groups_without_members, needs=("groups", "membership")),
    Rule(membership_dates, needs=_MEMBERS),
    Rule(repeated_memberships, needs=("groups", "membership")),
    Rule(nested_members, needs=_MEMBERS),
    Rule(partial_members, needs=("groups", "membership")),
    Rule(partition_problems, needs=("partitions", *_MEMBERS)),
    Rule(aggregation_parts, needs=("indicators",)),
    Rule(aggregation_inputs, needs=("indicators",)),
    Rule(aggregation_loops, needs=("indicators",)),
    Rule(views, needs=("views",)),
    Rule(ranks),
    Rule(live_series, needs=("live_series", "series")),
    Rule(live_collections, needs=("live_collections",)),
    Rule(release_days, needs=("release_calendar",)),
    Rule(column_dictionary, needs=("columns",)),
)
