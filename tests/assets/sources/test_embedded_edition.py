"""Reading printed matrices: text and addresses as they stand, and a helpful refusal of anything else."""

import hashlib
from pathlib import Path

import pytest

from assets.sources.embedded_edition import (
    FIGURE_COLUMNS,
    PrintedCellError,
    SnapshotChangedError,
    SnapshotError,
    SnapshotShapeError,
    read_figures,
    read_matrix,
)

MATRIX = "region_id,region,2019,2020\n110000,北京,35371.3,36102.6\n440000,广东,,110761\n"
ERROR_PAGE = "<!DOCTYPE html>\n<html><head><title>403 Forbidden</title></head></html>\n"


def read(text: str) -> list[tuple[str, ...]]:
    return list(read_matrix("provinces/gdp_nominal/census4", text.encode()))


def test_cells_keep_their_text_and_know_their_address() -> None:
    place = "provinces/gdp_nominal/census4.csv"
    assert read(MATRIX) == [
        ("110000", "北京", "2019", "35371.3", f"{place}!C2"),
        ("110000", "北京", "2020", "36102.6", f"{place}!D2"),
        ("440000", "广东", "2020", "110761", f"{place}!D3"),
    ]


@pytest.mark.parametrize("text", ["103.0", "-2.5", "0", "1.5e-3", "007"])
def test_a_number_stays_as_printed(text: str) -> None:
    assert [cell[3] for cell in read(f"region_id,region,2020\n110000,北京,{text}\n")] == [text]


def test_columns_beyond_z_have_two_letters() -> None:
    periods = ",".join(str(year) for year in range(1990, 2020))
    values = "," * 29 + "7"
    assert read(f"region_id,region,{periods}\n110000,北京,{values}\n")[0][4].endswith("!AF2")


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("n.a.", "n.a."),
        ("NaN", "NaN"),
        ("inf", "inf"),
        ('"36,102.6"', "36,102.6"),
        ("12 ", "12 "),
        ("…", "…"),
        ("12%", "12%"),
        ("0x10", "0x10"),
        # Full-width digits pass Python's \d and float(), and no publisher means them.
        ("１２３", "１２３"),
        ("١٢", "١٢"),
    ],
)
def test_a_cell_that_is_no_number_is_refused_with_its_address(cell: str, shown: str) -> None:
    with pytest.raises(PrintedCellError) as refusal:
        read(f"region_id,region,2019,2020\n110000,北京,35371.3,{cell}\n")
    assert str(refusal.value) == (
        f"provinces/gdp_nominal/census4.csv cell D2 (北京, 2020): found '{shown}';"
        " give the number as printed, or leave the cell blank where none is"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (MATRIX.replace(",36102.6", "").encode(), "line 2: 3 cells, the header has 4;"),
        ((MATRIX + "120000,天津,1,2,3\n").encode(), "line 4: 5 cells, the header has 4;"),
        (MATRIX.encode()[:-8], "line 3: 3 cells, the header has 4; a comma is missing or too many, or the"),
        (MATRIX.encode("gb18030"), "not UTF-8 at byte 34; save it as UTF-8"),
        (ERROR_PAGE.encode(), "line 1: found '<!DOCTYPE html>'; the header must open region_id,region"),
        (b"", "line 1: found 'nothing'; the header must open region_id,region"),
        (b"code,region,2020\n", "line 1: found 'code,region'; the header must open region_id,region"),
        (
            (MATRIX + "110000,北京市,1,2\n").encode(),
            "line 4: region 110000 a second time; keep one",
        ),
    ],
)
def test_a_file_that_is_no_matrix_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(SnapshotShapeError) as refusal:
        list(read_matrix("provinces/gdp_nominal/census4", content))
    assert str(refusal.value).startswith("provinces/gdp_nominal/census4.csv")
    assert message in str(refusal.value)


def edition(folder: Path, digest: str) -> Path:
    """A folder with one matrix and the manifest that vouches for it."""
    (folder / "provinces" / "gdp_nominal").mkdir(parents=True)
    (folder / "provinces" / "gdp_nominal" / "census4.csv").write_text(MATRIX, encoding="utf-8")
    (folder / "manifest.csv").write_text(
        "snapshot_id,collection,series_id,sha256\n"
        f"provinces/gdp_nominal/census4,provinces,gdp_nominal,{digest}\n",
        encoding="utf-8",
    )
    return folder


def test_figures_carry_where_they_come_from(tmp_path: Path) -> None:
    digest = hashlib.sha256(MATRIX.encode()).hexdigest()
    first, *_ = read_figures(edition(tmp_path, digest))
    assert dict(zip(FIGURE_COLUMNS, first, strict=True)) == {
        "snapshot_id": "provinces/gdp_nominal/census4",
        "collection": "provinces",
        "series_id": "gdp_nominal",
        "region_code": "110000",
        "region_label": "北京",
        "period_text": "2019",
        "value_text": "35371.3",
        "cell_address": "provinces/gdp_nominal/census4.csv!C2",
    }


def test_changed_bytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    with pytest.raises(
        SnapshotChangedError, match=r"the manifest vouches for 0{12}…; restore the file, or add"
    ):
        list(read_figures(edition(tmp_path, "0" * 64)))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    place = edition(tmp_path, "0" * 64)
    (place / "provinces" / "gdp_nominal" / "census4.csv").unlink()
    with pytest.raises(SnapshotChangedError, match=r"census4\.csv: listed in manifest\.csv but not there"):
        list(read_figures(place))


def test_a_ragged_manifest_line_is_named(tmp_path: Path) -> None:
    place = edition(tmp_path, hashlib.sha256(MATRIX.encode()).hexdigest())
    with (place / "manifest.csv").open("a", encoding="utf-8") as file:
        file.write("provinces/gdp_nominal/census5,provinces\n")
    with pytest.raises(SnapshotError, match=r"manifest\.csv"):
        list(read_figures(place))
