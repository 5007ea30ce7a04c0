"""Folders and disks that refuse the build file, and runs a kill left behind in the run history."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import dagster
import pytest

from assets.disk import DiskError
from assets.steps import Place
from orchestration.place import ROOT
from orchestration.resources import Warehouse, locked_build
from tests.orchestration.test_build_file import fill, things

NOBODY = 65534


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(root=tmp_path, pack="cn", build=tmp_path / "build")


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Within this block the folder cannot be written; root, who may write anywhere, is somebody else."""
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(stat.S_IRWXU)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder everybody can enter, unlike those of pytest."""
    folder = Path(mkdtemp(prefix="qipan-rights-"))
    yield folder
    shutil.rmtree(folder)


def test_a_read_only_folder_is_told_with_the_way_out(open_folder: Path) -> None:
    place = Place(root=open_folder, pack="cn", build=open_folder / "build")
    with without_rights(open_folder), pytest.raises(DiskError) as told, locked_build(place):
        pass
    assert str(told.value) == (
        f"Permission denied: '{place.build}'; give yourself the right to write there, or name another build"
        " folder in QIPAN_BUILD and start again; the warehouse published before is untouched"
    )
    fill(place)
    place.build_file.chmod(stat.S_IRUSR)
    with without_rights(place.build_file.parent), pytest.raises(DiskError, match="Permission denied"):
        things(place)
    # not taken for damage
    assert not list(open_folder.rglob("*unreadable*"))


def test_a_file_where_the_build_folder_should_be_is_named(place: Place) -> None:
    place.build.write_text("")
    with (
        pytest.raises(DiskError, match="move away the file that stands where a folder should be"),
        locked_build(place),
    ):
        pass


# Writes a table larger than the limit on file sizes, in a process of its own: a limit cannot be raised again.
LIMITED = """
import os, resource, sys
from pathlib import Path
from assets.house import make
from assets.steps import Outcome, Place, Step
from orchestration.resources import opened_build

resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))

def run(connection):
    connection.execute("create table big as select random() as x from range(200_000)")
    return Outcome()

try:
    with opened_build(Place(Path(sys.argv[1]), "cn", Path(sys.argv[1]) / "build")) as connection:
        make(connection, Step("core/big", "Big table.", (), "d", run))
except Exception as error:
    print(type(error).__name__, error, flush=True)
os._exit(0)
"""


def test_a_disk_that_really_refuses_is_told_and_gone_on_from(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(place)
    told = subprocess.run(
        [sys.executable, "-c", LIMITED, str(place.root)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert told.startswith("DiskError ") and f'Could not write file "{place.build_file}' in told
    assert "File too large; raise the limit on the size of a file (ulimit -f) and start again" in told
    assert ("things",) in things(place) and ("big",) not in things(place)
    assert capsys.readouterr().out == ""


def test_a_killed_run_does_not_hold_up_those_that_wait(place: Place) -> None:
    seen = {}

    @dagster.job(resource_defs={"warehouse": Warehouse.at(place)})
    def look() -> None:
        @dagster.op(required_resource_keys={"warehouse"})
        def count(context: dagster.OpExecutionContext) -> None:
            seen["alive"] = context.instance.get_runs(
                dagster.RunsFilter(statuses=[dagster.DagsterRunStatus.STARTED])
            )

        count()

    with dagster.DagsterInstance.ephemeral() as instance:
        killed = instance.create_run_for_job(look, status=dagster.DagsterRunStatus.STARTED)
        result = look.execute_in_process(instance=instance)
        assert [run.run_id for run in seen["alive"]] == [result.run_id]
        ended = instance.get_run_by_id(killed.run_id)
    assert ended and ended.status == dagster.DagsterRunStatus.FAILURE
