"""The files that say what is asked of publishers, when they release, and what people decided."""

from __future__ import annotations

from assets.catalogue.columns import TableSpec, in_languages, needed, one_of, optional, ref, refs, text

LIVE_TABLES: dict[str, TableSpec] = {
    "live_collections": TableSpec(
        (
            *needed("collection", kind="id"),
            *ref("source_id", "sources"),
            *needed("source_module", kind="id"),
            *one_of("period_kind", "year", "quarter", "day", "file"),
            *refs("region_ids", "regions", "groups", required=False),
            *optional("first_year", kind="integer"),
            *one_of("is_fallback", "true", "false"),
            *in_languages("name"),
            *text("note"),
        ),
        key=("collection",),
    ),
    "live_series": TableSpec(
        (
            *ref("collection", "live_collections"),
            *ref("series_id", "series.series_id"),
            *needed("catalogue_code"),
            *text("item_code", "printed_name"),
            *one_of("id_status", "verified", "inferred", "by_name"),
            *refs("region_ids", "regions", required=False),
            *optional("basis_id", kind="id"),
            *optional("first_year", "last_year", kind="integer"),
            *text("note"),
        ),
        key=("collection", "series_id", "catalogue_code"),
    ),
    "release_calendar": TableSpec(
        (
            *needed("release_id", kind="id"),
            *ref("collection", "live_collections"),
            *one_of("release_kind", "first_print", "detail", "revision"),
            *optional("quarter", kind="integer"),
            *needed("years_after", kind="integer"),
            *needed("opens", "closes", kind="day_of_year"),
            *in_languages("name"),
            *one_of("confidence", "high", "medium", "low"),
            *text("note"),
        ),
        key=("release_id",),
    ),
    "accepted_answers": TableSpec(
        (
            *needed("sha256", "error_name", kind="id"),
            *needed("decided_on", kind="date"),
            *needed("reason"),
        ),
        key=("sha256", "error_name"),
    ),
}
