"""A small copy of the house for trials: all facts, few figures and marts, so a refresh takes seconds."""

import csv
import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from assets.export import export_step
from assets.house import all_steps
from assets.publish import publish_step
from assets.reference import read_definitions
from assets.steps import Place, Step

# Just enough for every table to hold a row: output, its index, both populations, exchange rates.
SERIES = ("gdp_nominal", "gdp_index_prev_year_100", "population_resident", "census_population")
FIRST_YEAR = 2018
MARTS = ("marts/coverage", "marts/group_share", "marts/province_gap")
CHANGED = "provinces/gdp_nominal/first_published"


def make_small_house(house: Place, folder: Path) -> Place:
    """Copy `house` in small to `folder`: code by link, facts whole, figures of SERIES since FIRST_YEAR."""
    small = Place(root=folder, pack=house.pack, build=folder / "warehouse" / "build")
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("sql", "expectations", "assets"):
        (folder / name).symlink_to(house.root / name)
    shutil.copytree(house.reference, small.reference)
    header, *entries = _read(house.snapshots / "manifest.csv")
    kept = [header]
    for entry in entries:
        named = dict(zip(header, entry, strict=True))
        if named["series_id"] not in SERIES and named["collection"] != "exchange_rates":
            continue
        lines = _since(FIRST_YEAR, _read(house.snapshots / f"{named['snapshot_id']}.csv"))
        cells = sum(cell != "" for line in lines[1:] for cell in line[2:])
        if cells:
            sha256 = _write(small.snapshots / f"{named['snapshot_id']}.csv", lines)
            kept.append(list((named | {"cells": str(cells), "sha256": sha256}).values()))
    _write(small.snapshots / "manifest.csv", kept)
    return small


def small_house_steps(place: Place) -> list[Step]:
    """What MARTS are made from, in building order, with their exports and the publication of it all."""
    built_alone = ("charts", "report", "exports", "release")
    tables = {step.key: step for step in all_steps(place) if step.room not in built_alone}
    exports = export_step(place, [tables[key] for key in MARTS], read_definitions(place.reference))
    needed = {*exports.deps, "reference/columns", "core/observations"}
    for step in reversed(tables.values()):
        if step.key in needed:
            needed.update(step.deps)
    steps = [*(step for key, step in tables.items() if key in needed), exports]
    return [*steps, publish_step(place, steps)]


def print_another_figure(place: Place, region_id: str, figure: str) -> None:
    """Let the publisher print `figure` as a region's newest output; the manifest vouches for it."""
    path = place.snapshots / f"{CHANGED}.csv"
    lines = _read(path)
    for line in lines:
        if line[0] == region_id:
            line[-1] = figure
    sha256 = _write(path, lines)
    header, *entries = _read(place.snapshots / "manifest.csv")
    for entry in entries:
        if entry[0] == CHANGED:
            entry[header.index("sha256")] = sha256
    _write(place.snapshots / "manifest.csv", [header, *entries])


def _since(year: int, lines: Sequence[Sequence[str]]) -> list[list[str]]:
    """A printed table without the columns before `year`; the first two name the region."""
    kept = [number for number, name in enumerate(lines[0]) if number < 2 or int(name) >= year]
    return [[line[number] for number in kept] for line in lines]


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _write(path: Path, lines: Sequence[Sequence[str]]) -> str:
    """Write a CSV file whole; returns its sha256."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)
    return hashlib.sha256(path.read_bytes()).hexdigest()
