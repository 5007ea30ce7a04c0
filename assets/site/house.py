"""What the pages say: everything read from the finished build once, before the first page is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import duckdb
from markupsafe import Markup

from assets.site.changes import Changes, changes_since
from assets.site.pictures import Picture, pictures_of
from assets.site.rows import QUERIES, Row, SiteError, grains_of, records, rows, rows_at, trace_inputs
from assets.site.sparklines import sparklines
from assets.steps import Place, Step
from assets.wording.figures import Wording

Entity = dict[str, Any]
Readings = Mapping[tuple[str, str], Mapping[str, list[Wording]]]
# Rows pages print, by query: the table they are rows of.
ROWS = {
    "profiles": "marts/group_profile",
    "shortfalls": "core/group_observations",
    "verdicts": "marts/convergence_verdicts",
    "region_values": "core/region_values",
    "province_gaps": "marts/province_gap",
    "coverage": "marts/coverage",
    "revisions": "marts/revisions",
    "claims": "marts/claims",
}
LISTS = (
    "members", "overlaps", "methods", "vintages", "views", "sources", "snapshots", "columns", "tables",
    "checks", "check_counts", "compared_groups",
)  # fmt: skip


@dataclass(frozen=True)
class House:
    """The build in memory: entities by id, rows by query, lists, small lines, pictures, sentences."""

    release: str
    indicators: Mapping[str, Entity]
    groups: Mapping[str, Entity]
    regions: Mapping[str, Entity]
    rows: Mapping[str, list[Row]]
    lists: Mapping[str, list[Entity]]
    group_lines: Mapping[tuple[str, str], Markup]
    region_lines: Mapping[tuple[str, str], Markup]
    pictures: tuple[Picture, ...]
    readings: Readings
    changes: Changes
    notice: str
    downloads: tuple[tuple[str, int], ...] = ()
    known: dict[str, Row] = field(default_factory=dict)

    def by(self, query: str, column: str) -> Mapping[Any, list[Row]]:
        """Rows of one query by the value of a column, in the order of the query."""
        return self._indexed(query, column)

    def sentences(self, kind: str, subject: str, language: str) -> list[Wording]:
        """The readings of one subject."""
        return self.readings.get((kind, subject), {}).get(language, [])

    def pictures_with(self, column: str, value: str) -> list[Picture]:
        """Charts whose rows speak of a group, region or indicator."""
        return [picture for picture in self.pictures if value in picture.subjects.get(column, ())]

    def listed_by(self, name: str, column: str) -> Mapping[Any, list[Entity]]:
        """Lines of one list by the value of a column."""
        return self._indexed(name, column)

    @cached_property
    def newest_years(self) -> Mapping[str, int]:
        """The newest year in which any group has a figure, by indicator."""
        return {
            indicator_id: max(row["period"] for row in rows)
            for indicator_id, rows in self.by("profiles", "indicator_id").items()
        }

    @cached_property
    def _indexes(self) -> dict[tuple[str, str], dict[Any, list[Any]]]:
        return {}

    def _indexed(self, name: str, column: str) -> dict[Any, list[Any]]:
        if (name, column) not in self._indexes:
            index: dict[Any, list[Any]] = {}
            lines: Iterable[Any] = self.rows[name] if name in self.rows else self.lists[name]
            for line in lines:
                index.setdefault(line[column], []).append(line)
            self._indexes[name, column] = index
        return self._indexes[name, column]


def read_house(
    connection: duckdb.DuckDBPyConnection,
    place: Place,
    charts: list[Step],
    release: str,
    downloads: tuple[tuple[str, int], ...] = (),
) -> House:
    """Reads everything the pages need. Raises SiteError for an id that cannot be the name of a file."""
    grains = grains_of(place.root)
    found = {name: rows(connection, name, table, grains[table]) for name, table in ROWS.items()}
    readings = _readings(connection)
    pictures = tuple(pictures_of(connection, place, charts, grains))
    known = {row.address: row for listed in found.values() for row in listed}
    spoken = [wording for texts in readings.values() for listed in texts.values() for wording in listed]
    spoken += [wording for picture in pictures for wording in picture.wordings()]
    needed = {address for wording in spoken for figure in wording.figures for address in figure.rows}
    known |= rows_at(connection, needed - known.keys(), grains)
    trace_inputs(connection, known)
    notice = place.root / "NOTICE"
    return House(
        release=release,
        indicators=_entities(connection, "indicators", "indicator_id"),
        groups=_entities(connection, "groups", "group_id"),
        regions=_entities(connection, "regions", "region_id"),
        rows=found,
        lists={name: records(connection, name) for name in LISTS},
        group_lines=sparklines(_lines(connection, "group_ratios")),
        region_lines=sparklines(_lines(connection, "region_ratios")),
        pictures=pictures,
        readings=readings,
        changes=changes_since(connection, place, grains),
        notice=notice.read_text(encoding="utf-8") if notice.is_file() else "",
        downloads=downloads,
        known=known,
    )


def _entities(connection: duckdb.DuckDBPyConnection, query: str, key: str) -> dict[str, Entity]:
    found = {record[key]: record for record in records(connection, query)}
    for identifier in found:
        if not identifier.replace("_", "").replace("-", "").isalnum() or not identifier.isascii():
            raise SiteError(
                f"{key} '{identifier}' cannot be the name of a page; use letters, digits, _ and - only"
            )
    return found


def _lines(connection: duckdb.DuckDBPyConnection, query: str) -> list[Any]:
    return connection.execute((QUERIES / f"{query}.sql").read_text(encoding="utf-8")).fetchall()


def _readings(connection: duckdb.DuckDBPyConnection) -> Readings:
    """Sentences about groups, regions, indicators and the release."""
    from assets.wording.readings import readings

    return readings(connection)
