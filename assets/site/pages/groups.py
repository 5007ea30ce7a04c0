"""Blocs and zones: a list by kind, and a page each with standing, verdicts, members and overlaps."""

from collections.abc import Iterator
from itertools import groupby

from assets.site.environment import in_language
from assets.site.house import Entity, House
from assets.site.pages.page import Page, by_field, main_verdict
from assets.site.rows import Row

KINDS = ("nation", "bloc", "major_strategy", "city_cluster", "corridor", "functional_zone", "other")
# The figure the list shows of every group.
LISTED = "gdp_per_head"


def pages(house: House, language: str) -> Iterator[Page]:
    """The list, then one page a group."""
    named = in_language(language)
    listed = {row["group_id"]: row for row in house.by("profiles", "indicator_id").get(LISTED, ())}
    context = {"kinds": _by_kind(house), "listed": LISTED, "rows": listed}
    yield Page("groups.html", "groups.html.jinja", "groups", "", context)
    for group_id, group in house.groups.items():
        rows = house.by("profiles", "group_id").get(group_id, [])
        older = {
            row["indicator_id"] for row in rows if row["period"] < house.newest_years[row["indicator_id"]]
        }
        verdicts = {row["indicator_id"]: main_verdict(house, group_id, row["indicator_id"]) for row in rows}
        yield Page(
            f"group/{group_id}.html",
            "group.html.jinja",
            "groups",
            named(group, "group_short_name"),
            {
                "group": group,
                "readings": house.sentences("group", group_id, language),
                "sections": by_field(rows),
                "older": older,
                "shortfalls": _shortfalls(house, group_id),
                "verdicts": verdicts,
                "judged": by_field([row for row in verdicts.values() if row]),
                "members": house.listed_by("members", "group_id").get(group_id, []),
                "overlaps": house.listed_by("overlaps", "group_id").get(group_id, []),
                "pictures": house.pictures_with("group_id", group_id),
            },
        )


def _shortfalls(house: House, group_id: str) -> list[Row]:
    """Why the newest years lack a figure: of every reason and number of members the newest row."""
    found: dict[tuple[str, int, int], Row] = {}
    for row in house.by("shortfalls", "group_id").get(group_id, ()):
        found.setdefault((row["null_reason"], row["n_present"], row["n_members"]), row)
    return list(found.values())


def _by_kind(house: House) -> list[tuple[str, list[Entity]]]:
    def place(group: Entity) -> int:
        return KINDS.index(group["group_kind"]) if group["group_kind"] in KINDS else len(KINDS)

    ordered = sorted(house.groups.values(), key=lambda group: (place(group), group["sort_order"]))
    return [(kind, list(listed)) for kind, listed in groupby(ordered, key=lambda group: group["group_kind"])]
