"""Room `reference`: the CSV files people write, one table each, verbatim, cast by columns.csv."""

import csv
from functools import cache
from pathlib import Path

import duckdb

from assets.catalogue import Pack, load_pack
from assets.catalogue.specs import OPTIONAL_FILES
from assets.steps import Outcome, Place, Step, digest_files
from assets.tables import (
    STRUCTURE,
    ColumnDefinition,
    check_structure,
    comment,
    create_from_rows,
    row_count,
)

# Tables whose first column alone does not identify a line.
GRAINS: dict[str, tuple[str, ...]] = {
    "breaks": ("indicator_id", "period"),
    "membership": ("group_id", "region_id", "line_number"),
    "pairings": ("scheme_id", "from_region_id", "to_region_id"),
    "series": ("collection", "series_id"),
    "contiguity": ("region_id", "neighbour_region_id"),
    "conditioning": ("conditioning_set_id", "indicator_id", "control_indicator_id"),
    "live_series": ("collection", "series_id", "catalogue_code"),
    "accepted_answers": ("sha256", "error_name"),
}
DESCRIPTIONS = {
    "accepted_answers": "Answers people accepted in spite of a check. One row per answer, error.",
    "breaks": "Years in which an indicator's definition or coverage changed. One row per indicator, period.",
    "claims": "Headline figures officials have printed, to be recomputed. One row per claim.",
    "columns": "Every column name of the warehouse, once: type, unit, meaning. One row per column name.",
    "conditioning": "Controls beside which beta is measured. One row per set, indicator, control.",
    "contiguity": "Provinces that share a border. One row per pair.",
    "events": "Dated policy events. One row per event.",
    "groups": "Blocs, strategy zones, clusters. One row per group.",
    "indicators": "Indicators: unit, aggregation rule, plausible range. One row per indicator.",
    "live_collections": "What is asked of publishers over the network. One row per collection.",
    "live_series": "Publishers' codes of the series asked for. One row per series, publisher catalogue.",
    "membership": "Which region belongs to which group from when to when. One row per line of the file.",
    "pairings": "Provinces paired for mutual help. One row per pair.",
    "partitions": "Sets of groups that divide the nation without rest or overlap. One row per partition.",
    "places": "A point that stands for each province where distances matter. One row per region.",
    "regions": "Regions by GB/T 2260 code. One row per region.",
    "release_calendar": "When publishers release and revise. One row per release.",
    "series": "Which printed series feeds which indicator. One row per collection, series.",
    "sources": "Publishers and their licences. One row per publisher.",
    "units": "Units and their symbols. One row per unit.",
    "views": "Which vintage a number takes. One row per view.",
    "vintages": "Editions of the same figures. One row per vintage.",
}


def read_definitions(reference: Path) -> dict[str, ColumnDefinition]:
    """columns.csv by column name."""
    with (reference / "columns.csv").open(encoding="utf-8", newline="") as file:
        return {
            line["column_name"]: ColumnDefinition(
                line["column_name"],
                line["type"],
                line["unit"],
                line["description_en"],
                line["description_zh"],
            )
            for line in csv.DictReader(file)
        }


def reference_steps(place: Place, definitions: dict[str, ColumnDefinition]) -> list[Step]:
    """One step per CSV file of the pack. Running one raises CatalogueError when any file is wrong."""
    return [_step(place, path, definitions) for path in sorted(place.reference.glob("*.csv"))]


def _step(place: Place, path: Path, definitions: dict[str, ColumnDefinition]) -> Step:
    name = path.stem
    key = f"reference/{name}"
    with path.open(encoding="utf-8", newline="") as opened:
        first_column = next(csv.reader(opened), [""])[0]
    grain = GRAINS.get(name, (first_column,))
    description = DESCRIPTIONS.get(name, f"Reference table {name}. One row per line of the file.")

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        pack = _accepted_pack(place.reference, digest_files(sorted(place.reference.glob("*.csv"))))
        table = pack.tables[name]
        columns = [*table.columns, "line_number"]
        lines = [[*row.values(), str(number)] for number, row in table.numbered()]
        create_from_rows(connection, key, columns, lines, definitions)
        comment(connection, key, description, definitions)
        may_be_empty = path.name in OPTIONAL_FILES
        structure = check_structure(connection, key, grain, definitions, may_be_empty=may_be_empty)
        return Outcome(row_count(connection, key), {"file": str(path.relative_to(place.root))}, (structure,))

    return Step(
        key=key,
        description=description,
        deps=(),
        digest=digest_files([path, place.reference / "columns.csv", Path(__file__)]),
        run=run,
        kinds=("csv", "duckdb"),
        checks=(STRUCTURE,),
        facts={"grain": ", ".join(grain)},
    )


@cache
def _accepted_pack(reference: Path, _digest: str) -> Pack:
    """The checked pack, once for each state of its files; `_digest` is what the cache turns on."""
    return load_pack(reference)
