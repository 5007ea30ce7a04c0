"""Where the house stands, and who may write its build file."""

from pathlib import Path

import pytest

from assets.steps import Place
from orchestration.place import ROOT, default_place
from orchestration.resources import Warehouse, WarehouseBusyError, locked_build

NOBODY = 65534


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(root=tmp_path, pack="cn", build=tmp_path / "build")


def test_the_environment_names_pack_and_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QIPAN_BUILD", str(tmp_path))
    monkeypatch.setenv("QIPAN_PACK", "other")
    assert default_place() == Place(root=ROOT, pack="other", build=tmp_path)


def test_without_environment_the_build_lies_in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QIPAN_REPLAY", raising=False)
    monkeypatch.delenv("QIPAN_BUILD", raising=False)
    monkeypatch.delenv("QIPAN_PACK", raising=False)
    assert default_place() == Place(root=ROOT, pack="cn", build=ROOT / "warehouse" / "build")


def test_a_relative_build_folder_does_not_move_with_the_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QIPAN_BUILD", "there")
    assert default_place().build == tmp_path / "there"


def test_one_writer_at_a_time(place: Place) -> None:
    with (
        locked_build(place),
        pytest.raises(WarehouseBusyError, match="wait for it to end and start again"),
        locked_build(place),
    ):
        pass


def test_the_lock_ends_with_its_holder(place: Place) -> None:
    with pytest.raises(ValueError, match="a step failed"), locked_build(place):
        raise ValueError("a step failed")
    with locked_build(place):
        assert place.build_file.parent.is_dir()


def test_the_resource_knows_its_place(place: Place) -> None:
    assert Warehouse.at(place).place == place


def test_there_is_no_connection_outside_a_run(place: Place) -> None:
    with pytest.raises(RuntimeError, match="no connection outside a run"):
        _ = Warehouse.at(place).connection
