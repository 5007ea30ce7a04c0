"""Loading a pack as a whole: all problems at once, missing and odd files, the real pack."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.catalogue import CatalogueError, load_pack
from assets.catalogue.specs import OPTIONAL_FILES
from tests.assets.catalogue.test_tiny_pack import as_csv, messages, tiny, write

PACKS = Path(__file__).parents[2] / "warehouse" / "reference"
# Every cell of the tiny pack, as (table, row, column).
CELLS = [
    (table, index, column)
    for table, rows in tiny().items()
    for index, row in enumerate(rows[:20])
    for column in row
]


def test_rows_come_with_their_lines(tmp_path: Path) -> None:
    groups = load_pack(write(tmp_path, tiny())).tables["groups"]
    assert [(line, row["group_id"]) for line, row in groups.numbered()] == [
        (2, "all"),
        (3, "east"),
        (4, "west"),
        (5, "zone"),
    ]
    assert groups.columns[:3] == ("group_id", "kind", "partition_id")


def test_several_mistakes_are_reported_together(tmp_path: Path) -> None:
    pack = tiny()
    pack["groups"][1]["kind"] = "blok"
    pack["membership"][5]["region_id"] = "31"
    pack["indicators"][4]["weight_indicator_id"] = ""
    pack["views"][0]["kind"] = "first_print"
    write(tmp_path, pack)
    (tmp_path / "units.csv").unlink()
    (tmp_path / "events.csv").write_bytes(b"\xef\xbb\xbf" + as_csv("events", pack["events"]))
    with pytest.raises(CatalogueError) as caught:
        load_pack(tmp_path)
    assert str(caught.value).splitlines() == [
        f"7 problems in the reference pack {tmp_path.name}:",
        "events.csv line 1: found a byte order mark; save as UTF-8 without BOM",
        "groups.csv line 3, kind: found 'blok'; use one of nation, bloc, major_strategy, "
        "functional_zone, city_cluster, corridor, other",
        "indicators.csv line 6, weight_indicator_id: found an empty cell; "
        "fill it in: weighted_mean needs weight_indicator_id",
        "membership.csv line 4, region_id: found '13' in no group of the partition halves "
        "from 1988 on; add it to one of east, west",
        "membership.csv line 7, region_id: found '31'; use one of 10, 11, 1101, 12, 13",
        "units.csv: found no such file; add it with the header "
        "unit_id,symbol_zh_hans,symbol_zh_hant,symbol_en,decimals",
        "views.csv, kind: found no view of kind latest; add one",
    ]


def test_optional_files_may_be_absent(tmp_path: Path) -> None:
    pack = tiny()
    for row in pack["groups"]:
        row["partition_id"] = ""
    write(tmp_path, pack)
    for name in OPTIONAL_FILES:
        (tmp_path / name).unlink(missing_ok=True)
    assert load_pack(tmp_path).tables["claims"].rows == ()


def test_unknown_files_and_folders(tmp_path: Path) -> None:
    write(tmp_path, tiny())
    (tmp_path / "regons.csv").write_text("region_id\n")
    (tmp_path / ".~lock.regions.csv#").write_text("left by a spreadsheet program")
    (found,) = messages(tmp_path)
    assert found.startswith("regons.csv: found a file no pack has; remove it; a pack holds regions")


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    write(tmp_path, tiny())
    (tmp_path / "claims.csv").unlink()
    (tmp_path / "claims.csv").mkdir()
    assert messages(tmp_path) == [
        "claims.csv: found that it cannot be read (Is a directory); make it a readable file"
    ]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="1 problem in the reference pack absent:"):
        load_pack(tmp_path / "absent")


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    cell=st.sampled_from(CELLS),
    garbage=st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        st.sampled_from(["0000-00-00", "9999-12-31", "0001-01-01", "-1", "1e99", "nan", "11 11"]),
        st.sampled_from(["east", "west", "all", "10", "11", "gdp", "people", "latest", "sum"]),
    ),
)
def test_no_cell_breaks_the_checks(
    tmp_path_factory: pytest.TempPathFactory, cell: tuple[str, int, str], garbage: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "corrupted"
    folder.mkdir(exist_ok=True)
    table, index, column = cell
    pack = tiny()
    pack[table][index][column] = garbage
    messages(folder, pack)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    table=st.sampled_from(sorted(tiny())),
    place=st.floats(0, 1),
    garbage=st.binary(min_size=1, max_size=6),
)
def test_no_bytes_break_the_reader(
    tmp_path_factory: pytest.TempPathFactory, table: str, place: float, garbage: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "spliced"
    folder.mkdir(exist_ok=True)
    write(folder, tiny())
    data = (folder / f"{table}.csv").read_bytes()
    at = int(place * len(data))
    (folder / f"{table}.csv").write_bytes(data[:at] + garbage + data[at:])
    messages(folder)


@pytest.mark.parametrize("folder", sorted(PACKS.glob("*/")), ids=lambda folder: folder.name)
def test_real_packs_load_cleanly_and_fast(folder: Path) -> None:
    start = time.perf_counter()
    load_pack(folder)
    # Measured 0.06 s; ten times that would be felt at every start.
    assert time.perf_counter() - start < 0.5
