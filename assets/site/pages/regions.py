"""Regions: a list by province, and a page each with figures, groups, revisions and parts."""

from collections.abc import Iterator

from assets.site.environment import in_language
from assets.site.house import Entity, House
from assets.site.pages.page import Page, by_field


def pages(house: House, language: str) -> Iterator[Page]:
    """The list, then one page a region."""
    named = in_language(language)
    parts: dict[str, list[Entity]] = {}
    for region in house.regions.values():
        parts.setdefault(region["parent_region_id"] or "", []).append(region)
    tops = [region for region in house.regions.values() if region["region_level"] == "province"]
    yield Page("regions.html", "regions.html.jinja", "regions", "", {"tops": tops, "parts": parts})
    for region_id, region in house.regions.items():
        parent = house.regions.get(region["parent_region_id"] or "")
        memberships = house.listed_by("members", "region_id")
        yield Page(
            f"region/{region_id}.html",
            "region.html.jinja",
            "regions",
            named(region, "region_short_name"),
            {
                "region": region,
                "parent": parent,
                "parts": parts.get(region_id, []) if region["region_level"] != "country" else [],
                "readings": house.sentences("region", region_id, language),
                "sections": by_field(house.by("region_values", "region_id").get(region_id, [])),
                "gaps": {
                    row["indicator_id"]: row
                    for row in house.by("province_gaps", "region_id").get(region_id, ())
                },
                "memberships": memberships.get(region_id, []),
                "inherited": memberships.get(region["parent_region_id"], []) if parent else [],
                "revisions": house.by("revisions", "subject_id").get(region_id, [])[:8],
                "pictures": house.pictures_with("region_id", region_id),
            },
        )
