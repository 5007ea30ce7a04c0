"""A tiny valid pack that the other test_catalogue modules damage, one cell or file at a time."""

import csv
import io
from pathlib import Path

from assets.catalogue import CatalogueError, load_pack
from assets.catalogue.columns import Column
from assets.catalogue.specs import TABLES

Rows = dict[str, list[dict[str, str]]]

_DEFAULTS = {
    "id": "some",
    "ids": "some",
    "integer": "1",
    "number": "1",
    "date": "2000-01-01",
    "day_of_year": "02-28",
    "period": "2000",
    "text": "some",
}
# What each row says beyond the defaults; required cells not named here get one of those.
_ROWS: Rows = {
    "regions": [
        {"region_id": "10", "level": "country"},
        {"region_id": "11", "level": "province", "parent_region_id": "10"},
        {"region_id": "12", "level": "province", "parent_region_id": "10"},
        {
            "region_id": "13",
            "level": "province",
            "parent_region_id": "10",
            "valid_from": "1988-04-26",
        },
        {"region_id": "1101", "level": "prefecture", "parent_region_id": "11"},
    ],
    "partitions": [{"partition_id": "halves", "universe_group_id": "all"}],
    "groups": [
        {"group_id": "all", "kind": "nation"},
        {"group_id": "east", "kind": "bloc", "partition_id": "halves"},
        {
            "group_id": "west",
            "kind": "bloc",
            "partition_id": "halves",
            "reference_group_id": "east",
        },
        {
            "group_id": "zone",
            "kind": "city_cluster",
            "membership_rule": "dated",
            "effective_from": "2010-05-01",
            "effective_from_precision": "month",
            "effective_to": "2020-01-01",
        },
    ],
    "membership": [
        *({"group_id": "all", "region_id": region} for region in ("11", "12", "13")),
        {"group_id": "east", "region_id": "11"},
        {"group_id": "west", "region_id": "12"},
        {"group_id": "west", "region_id": "13"},
        {
            "group_id": "zone",
            "region_id": "1101",
            "valid_from": "2010-05-01",
            "valid_from_precision": "month",
            "valid_to": "2020-01-01",
            "valid_to_precision": "year",
        },
    ],
    "events": [{"event_id": "start", "group_ids": "east zone"}],
    "pairings": [{"from_region_id": "11", "to_region_id": "12"}],
    "contiguity": [{"region_id": "11", "neighbour_region_id": "12"}],
    "places": [{"region_id": "11", "longitude": "116.4", "latitude": "40.2"}],
    "units": [{"unit_id": "yuan"}, {"unit_id": "persons"}],
    "sources": [{"source_id": "bureau", "landing_page": "https://example.org/"}],
    "indicators": [
        {"indicator_id": "gdp", "aggregation": "sum"},
        {"indicator_id": "people", "aggregation": "sum", "kind": "stock", "unit_id": "persons"},
        {
            "indicator_id": "people_average",
            "aggregation": "period_average",
            "numerator_indicator_id": "people",
            "unit_id": "persons",
        },
        {
            "indicator_id": "gdp_per_head",
            "aggregation": "ratio",
            "numerator_indicator_id": "gdp",
            "denominator_indicator_id": "people_average",
            "ratio_rule": "own_basis",
            "scale": "10000",
            "plausible_min": "800",
            "plausible_max": "800000",
            "is_compared": "true",
        },
        {
            "indicator_id": "income",
            "aggregation": "weighted_mean",
            "weight_indicator_id": "people_average",
            "is_compared": "true",
        },
        {"indicator_id": "prices", "aggregation": "none", "min_coverage": ""},
    ],
    "breaks": [{"indicator_id": "gdp", "period": "2010"}],
    "conditioning": [
        {"conditioning_set_id": "schooling", "indicator_id": "income", "control_indicator_id": "prices"}
    ],
    "vintages": [
        {"vintage_id": "first", "basis_id": "first", "rank": "1"},
        {"vintage_id": "census", "basis_id": "census", "rank": "2"},
    ],
    "views": [
        {"view_id": "latest", "kind": "latest"},
        {"view_id": "revised", "kind": "basis", "basis_ids": "census first"},
    ],
    "series": [{"series_id": "gdp", "collection": "provinces", "indicator_id": "gdp"}],
    "claims": [
        {
            "subject_ids": "east 12",
            "indicator_id": "gdp",
            "view_id": "latest",
            "unit_id": "yuan",
            "tolerance_kind": "none",
        }
    ],
    "live_collections": [{"collection": "provinces", "source_id": "bureau", "region_ids": "11 12"}],
    "live_series": [{"collection": "provinces", "series_id": "gdp", "catalogue_code": "c1"}],
    "release_calendar": [{"release_id": "yearbook", "collection": "provinces", "years_after": "1"}],
    "accepted_answers": [{"sha256": "ab12", "error_name": "JumpError"}],
    "columns": [],
}
_CELLS = {
    "indicators": {
        "unit_id": "yuan",
        "source_id": "bureau",
        "min_coverage": "0.95",
        "is_compared": "false",
    },
}


def _cell(column: Column) -> str:
    if not column.required:
        return ""
    return column.choices[0] if column.choices else _DEFAULTS[column.kind]


def tiny() -> Rows:
    """Give the rows of the tiny pack, fresh for each test to change."""
    pack = {
        table: [
            {column.name: _cell(column) for column in spec.columns} | _CELLS.get(table, {}) | cells
            for cells in _ROWS[table]
        ]
        for table, spec in TABLES.items()
    }
    types = {"date": "DATE", "integer": "INTEGER", "number": "DOUBLE"}
    for spec in TABLES.values():
        for column in spec.columns:
            kind = "BOOLEAN" if "true" in column.choices else types.get(column.kind, "VARCHAR")
            described = {"column_name": column.name, "type": kind, "unit": ""}
            described |= {"description_en": "some", "description_zh": "some"}
            if described not in pack["columns"]:
                pack["columns"].append(described)
    return pack


def as_csv(table: str, rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, TABLES[table].names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def write(folder: Path, pack: Rows) -> Path:
    for table, rows in pack.items():
        (folder / f"{table}.csv").write_bytes(as_csv(table, rows))
    return folder


def messages(folder: Path, pack: Rows | None = None) -> list[str]:
    """Load a pack, written first if given, and return what is wrong with it."""
    if pack is not None:
        write(folder, pack)
    try:
        load_pack(folder)
    except CatalogueError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_tiny_pack_is_valid(tmp_path: Path) -> None:
    assert messages(tmp_path, tiny()) == []


def test_tiny_pack_has_every_table(tmp_path: Path) -> None:
    pack = load_pack(write(tmp_path, tiny()))
    assert list(pack.tables) == list(TABLES)
    assert all(table.rows for table in pack.tables.values())
