"""The embedded edition is complete, well formed and equal to the collected figures.

The first half always runs. The second half compares cell by cell with the collection
(`../shared/data`, not part of this repository) and is skipped where that folder is absent.
"""

import csv
import hashlib
import re
from collections import Counter

import pytest

from tests.warehouse.collected import COLLECTED, COLLECTIONS, ROOT, SNAPSHOTS, cells, embedded, manifest, read

REFERENCE = ROOT / "warehouse" / "reference" / "cn"
NUMBER = re.compile(r"-?\d+(\.\d+)?")

# National totals of GDP, from the communiques themselves; the collection has provinces only.
COMMUNIQUE = "provinces/gdp_nominal/first_published.2"


def test_manifest_and_files_list_each_other():
    listed = Counter(f"{entry['snapshot_id']}.csv" for entry in manifest())
    present = {str(path.relative_to(SNAPSHOTS)) for path in SNAPSHOTS.rglob("*.csv")}
    assert set(listed) == present - {"manifest.csv", "left_out.csv"}
    assert max(listed.values()) == 1


def test_checksums_counts_and_names_hold():
    for entry in manifest():
        name = entry["snapshot_id"]
        data = (SNAPSHOTS / f"{name}.csv").read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"], name
        assert len(cells(name)) == int(entry["cells"]), name
        stem = "/".join(entry[part] for part in ("collection", "series_id", "vintage_id"))
        assert re.fullmatch(rf"{stem}(\.\d+)?", name), name
        assert entry["attribution"] in ("stated", "weak"), name
        assert entry["attribution"] == "stated" or entry["attribution_note"], name


def test_matrices_are_well_formed():
    for entry in manifest():
        name = entry["snapshot_id"]
        rows = [*csv.reader((SNAPSHOTS / f"{name}.csv").read_text("utf-8").splitlines())]
        header, body = rows[0], rows[1:]
        assert header[:2] == ["region_id", "region"], name
        assert all(re.fullmatch(r"\d{4}", period) for period in header[2:]), name
        assert header[2:] == sorted(set(header[2:])), name
        regions = [row[0] for row in body]
        assert all(re.fullmatch(r"\d{6}", region) for region in regions), name
        assert regions == sorted(set(regions)), name
        assert {len(row) for row in body} == {len(header)}, name
        assert all(NUMBER.fullmatch(text) for row in body for text in row[2:] if text), name


def test_reference_tables_cover_every_matrix():
    vintages = {row["vintage_id"] for row in read(REFERENCE / "vintages.csv")}
    series = {(row["collection"], row["series_id"]) for row in read(REFERENCE / "series.csv")}
    assert {entry["vintage_id"] for entry in manifest()} == vintages
    # the other series are asked of publishers
    live = {row["collection"] for row in read(REFERENCE / "live_collections.csv")}
    printed = {(entry["collection"], entry["series_id"]) for entry in manifest()}
    assert printed == {(collection, name) for collection, name in series if collection not in live}


def test_no_cell_has_two_first_prints():
    series = read(REFERENCE / "series.csv")
    indicators = {(row["collection"], row["series_id"]): row["indicator_id"] for row in series}
    vintages = {row["vintage_id"]: row for row in read(REFERENCE / "vintages.csv")}
    first_prints = Counter(
        (indicators[entry["collection"], entry["series_id"]], *cell)
        for entry in manifest()
        for vintage in (vintages[entry["vintage_id"]],)
        for cell in cells(entry["snapshot_id"])
        if vintage["first_print_from"] <= cell[1] <= vintage["first_print_to"]
    )
    assert [cell for cell, count in first_prints.items() if count > 1] == []


@pytest.mark.skipif(not COLLECTED.is_dir(), reason="collected figures (../shared/data) are absent")
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_figure_equals_the_collected_one(collection: str):
    collected, ours = COLLECTIONS[collection](), embedded(collection, without=COMMUNIQUE)
    assert set(ours) <= set(collected), "cells that nobody published"
    rows = read(SNAPSHOTS / "left_out.csv")
    left_out = {row["series_id"] for row in rows if row["collection"] == collection}
    assert [key for key in set(collected) - set(ours) if key[0] not in left_out] == []
    # The text is kept; only whole counts lose the ".0" that a float column gave them.
    whole = {key: text.removesuffix(".0") for key, text in collected.items()}
    assert [key for key in ours if ours[key] not in (collected[key], whole[key])] == []


@pytest.mark.skipif(not COLLECTED.is_dir(), reason="collected figures (../shared/data) are absent")
def test_national_totals_are_those_the_communiques_are_quoted_with():
    quoted = (COLLECTED.parent / "taxonomy.md").read_text(encoding="utf-8")
    assert len(cells(COMMUNIQUE)) == 4
    assert [text for text in cells(COMMUNIQUE).values() if text not in quoted] == []
