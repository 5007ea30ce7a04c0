"""The files that say what regions and groups there are: columns as data, no rules."""

from __future__ import annotations

from assets.catalogue.columns import (
    PRECISIONS,
    TableSpec,
    dated,
    in_languages,
    needed,
    one_of,
    optional,
    ref,
    refs,
    text,
)

# The levels a region may have, and the levels its parent may have. China's directly administered
# counties and the districts of its municipalities hang straight below a province.
PARENT_LEVELS: dict[str, tuple[str, ...]] = {
    "union": (),
    "country": ("union",),
    "province": ("country",),
    "state": ("country",),
    "prefecture": ("province",),
    "county": ("prefecture", "province", "state"),
    "nuts1": ("country",),
    "nuts2": ("nuts1",),
    "nuts3": ("nuts2",),
}
CONFIDENCES = ("high", "medium", "low")

REGION_TABLES: dict[str, TableSpec] = {
    "regions": TableSpec(
        (
            *needed("region_id", kind="id"),
            *one_of("level", *PARENT_LEVELS),
            *needed("kind"),
            *ref("parent_region_id", "regions", required=False),
            *in_languages("name"),
            *in_languages("short_name"),
            *text("iso_3166_2"),
            *optional("valid_from", "valid_to", kind="date"),
            *needed("sort_order", kind="integer"),
            *text("note"),
            *needed("source"),
        ),
        key=("region_id",),
    ),
    "partitions": TableSpec(
        (
            *needed("partition_id", kind="id"),
            *ref("universe_group_id", "groups"),
            *in_languages("name"),
            *needed("basis_document"),
            *text("note"),
        ),
        key=("partition_id",),
    ),
    "groups": TableSpec(
        (
            *needed("group_id", kind="id"),
            *one_of(
                "kind",
                "nation",
                "bloc",
                "major_strategy",
                "functional_zone",
                "city_cluster",
                "corridor",
                "other",
            ),
            *ref("partition_id", "partitions", required=False),
            *in_languages("name"),
            *in_languages("short_name"),
            *needed("geography_level"),
            *one_of("membership_rule", "retrospective", "dated"),
            *one_of("partial_rule", "whole", "bounds"),
            *ref("reference_group_id", "groups", required=False),
            *needed("basis_document"),
            *dated("effective_from"),
            *optional("effective_to", kind="date"),
            *needed("sort_order", kind="integer"),
            *one_of("confidence", *CONFIDENCES),
            *text("note"),
        ),
        key=("group_id",),
    ),
    "membership": TableSpec(
        (
            *ref("group_id", "groups"),
            *ref("region_id", "regions"),
            *dated("valid_from"),
            *dated("valid_to"),
            *one_of("coverage_kind", "full", "partial", "policy_only"),
            *needed("basis_document"),
            *text("note"),
        ),
        key=("group_id", "region_id", "valid_from"),
    ),
    "events": TableSpec(
        (
            *needed("event_id", kind="id"),
            *needed("event_date", kind="date"),
            *one_of("event_date_precision", *PRECISIONS),
            *refs("group_ids", "groups"),
            *in_languages("name"),
            *needed("event_type", "source"),
            *one_of("confidence", *CONFIDENCES),
        ),
        key=("event_id",),
    ),
    "pairings": TableSpec(
        (
            *needed("scheme_id", kind="id"),
            *in_languages("scheme_name"),
            *ref("from_region_id", "regions"),
            *ref("to_region_id", "regions"),
            *dated("valid_from"),
            *needed("source"),
            *one_of("confidence", *CONFIDENCES),
        ),
        key=("scheme_id", "from_region_id", "to_region_id"),
    ),
    "contiguity": TableSpec(
        (
            *ref("region_id", "regions"),
            *ref("neighbour_region_id", "regions"),
            *one_of("kind", "land", "customary_link"),
            *needed("source"),
        ),
        key=("region_id", "neighbour_region_id"),
    ),
    "places": TableSpec(
        (
            *ref("region_id", "regions"),
            *needed("longitude", "latitude", kind="number"),
            *needed("how"),
        ),
        key=("region_id",),
    ),
}
