"""Which files wait: settled ones that are neither hidden, nor sidecars, nor refused as they are."""

import os
from pathlib import Path

import pytest

from assets.landing.file_errors import FileTooLargeError, UnknownFormatError
from assets.sources.inbox.folder import InboxFile, finish, read_body, waiting
from tests.assets.sources.inboxes import drop

LONG_AGO = (1_700_000_000, 1_700_000_000)


def test_only_settled_tables_wait(tmp_path: Path) -> None:
    names = [
        "a.xlsx",
        "b.pdf",
        ".hidden.xlsx",
        "~$a.xlsx",
        "a.xlsx.toml",
        "a.xlsx.error.txt",
        "c.xlsx.part",
        "d.crdownload",
        "README.md",
    ]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, LONG_AGO)
    (tmp_path / "done").mkdir()
    (tmp_path / "mappings").mkdir()
    assert [file.name for file in waiting(tmp_path)] == ["a.xlsx", "b.pdf"]


def test_no_folder_is_an_empty_one(tmp_path: Path) -> None:
    assert waiting(tmp_path / "nowhere") == []


@pytest.mark.parametrize(("age", "waits"), [(0.0, False), (2.9, False), (3.1, True), (-3600.0, True)])
def test_a_file_settles_some_seconds_after_its_last_change(tmp_path: Path, age: float, waits: bool) -> None:
    # a clock that ran ahead (age below zero) must not keep a file out for ever
    path = tmp_path / "a.csv"
    path.write_bytes(b"x")
    os.utime(path, LONG_AGO)
    assert bool(waiting(tmp_path, LONG_AGO[1] + age)) is waits


def test_the_state_changes_with_file_sidecar_and_mappings(tmp_path: Path) -> None:
    states = [drop(tmp_path, "a.csv", b"x", "title = 1").state]
    states.append(drop(tmp_path, "a.csv", b"xy", "title = 1").state)
    states.append(drop(tmp_path, "a.csv", b"xy", "title = 2").state)
    (tmp_path / "mappings").mkdir()
    (tmp_path / "mappings" / "m.toml").write_text("files = 1")
    states.append(waiting(tmp_path)[0].state)
    assert len(set(states)) == 4
    assert waiting(tmp_path)[0].state == states[-1]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.csv").symlink_to(tmp_path / "secret")
    with pytest.raises(UnknownFormatError, match=r"a.csv: a link or a device"):
        read_body(InboxFile(inbox / "a.csv", ""))


def test_a_large_file_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assets.sources.inbox.folder.MOST_BYTES", 10)
    with pytest.raises(FileTooLargeError, match=r"a.csv: more than 0 MB"):
        read_body(drop(tmp_path, "a.csv", b"x" * 11))


def test_names_in_done_are_not_overwritten(tmp_path: Path) -> None:
    sha256 = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # of b"x"
    places = [finish(drop(tmp_path, "a.csv", b"x"), sha256).name for _ in range(3)]
    assert places == ["a.csv", "a-2d711642.csv", "a-2d711642-1.csv"]
    assert (tmp_path / "done" / "a-2d711642-1.csv.toml").is_file()
