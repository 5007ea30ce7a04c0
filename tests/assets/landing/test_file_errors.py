"""Every error of the inbox is shown once: what raises it, the cell it names and the remedy it gives."""

import zipfile
from pathlib import Path

import pytest

from assets.landing import errors as landing_errors
from assets.landing import file_errors
from assets.landing.errors import LandingError
from tests.assets.sources import refused_files, refused_headings, refused_rows
from tests.assets.sources.inboxes import GDP, SERIES, SIDECAR, TABLE, UNIT, figures_of, workbook
from tests.assets.sources.workbooks import zipped

SHOWN = [*refused_files.SHOWN, *refused_headings.SHOWN, *refused_rows.SHOWN]
# shown where files are found and moved
ELSEWHERE = {
    "MappingError",
    "NoMappingError",
    "AmbiguousMappingError",
    "FileChangedError",
    "FileTooLargeError",
}


@pytest.mark.parametrize(
    ("error", "name", "body", "sidecar", "said"), SHOWN, ids=[f"{one[0]}-{n}" for n, one in enumerate(SHOWN)]
)
def test_an_error_names_file_cell_and_remedy(
    tmp_path: Path, error: str, name: str, body: bytes, sidecar: str, said: list[str]
) -> None:
    kind = getattr(file_errors, error, None) or getattr(landing_errors, error)
    with pytest.raises(LandingError) as refusal:
        figures_of(tmp_path, name, body, sidecar or SIDECAR + SERIES)
    message = str(refusal.value)
    assert type(refusal.value) is kind, message
    assert message.startswith(name)
    for words in said:
        assert words in message
    assert len(message) < 600


def test_a_unit_that_moved_is_found_and_both_places_are_named(tmp_path: Path) -> None:
    rows = [GDP[0], [], ["单位：亿元"], *GDP[2:]]
    with pytest.raises(file_errors.MovedUnitRowError) as refusal:
        figures_of(tmp_path, "t.xlsx", workbook(rows), SIDECAR + UNIT)
    assert str(refusal.value) == (
        "t.xlsx, sheet '表1', cell A2: expected the unit 亿元 of gdp_nominal, found it at A3;"
        " look whether rows have moved, then set unit_cell"
    )


def test_every_error_of_the_inbox_is_shown() -> None:
    own = {
        name
        for name, kind in vars(file_errors).items()
        if getattr(kind, "__module__", "") == file_errors.__name__
    }
    assert own - ELSEWHERE == {one[0] for one in SHOWN} & own


def test_a_part_that_unpacks_without_end_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assets.sources.grids.xlsx.MOST_BYTES", 1000)
    with pytest.raises(file_errors.FileTooLargeError, match=r"t.xlsx: unpacks to more than"):
        figures_of(tmp_path, "t.xlsx", workbook(TABLE))


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><workbook>&a;</workbook>'
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(workbook(TABLE))
    with zipfile.ZipFile(path) as parts:
        changed = {name: parts.read(name).decode() for name in parts.namelist()}
    body = zipped(changed | {"xl/workbook.xml": bomb})
    with pytest.raises(file_errors.DamagedFileError, match="declares a document type"):
        figures_of(tmp_path / "inbox", "t.xlsx", body)
