"""Frozen charts: each release's files under its id, for reports that must show what they were written about.

A frozen file is a second name of the published one (a copy where the disk has no links), so a chart that
stays the same over many releases takes its space once. Publication replaces files by renaming others over
them and never writes into one: a frozen name keeps its bytes.
"""

import csv
import filecmp
import hashlib
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from assets.charts.library import BUNDLE_STEM
from assets.steps import Place, Step

CHARTS = "charts"
LISTING = "files.csv"
"""Name, bytes and sha256 of every file of a frozen release."""


class FrozenFileError(Exception):
    """A frozen file would have to change; the message names it. Nothing was published."""


def frozen_folder(place: Place, release_id: str) -> Path:
    """Folder that holds one release's charts as they were."""
    return place.build / "frozen" / release_id


def refuse_other_bytes(place: Place, steps: Sequence[Step], release_id: str) -> None:
    """Raise FrozenFileError when this release is frozen with other bytes than it is to be published with.

    Called before anything is moved: files of the build in progress come before published ones.
    """
    folder = frozen_folder(place, release_id) / CHARTS
    published, staged = place.build / CHARTS, place.staged / CHARTS
    names = set(_names_of_charts(steps, staged)) | set(_names_of_charts(steps, published))
    for name in sorted(names):
        new = staged / name if (staged / name).is_file() else published / name
        old = folder / name
        if old.is_file() and not _is_same(old, new):
            raise FrozenFileError(
                f"{old}: is frozen with other bytes than this build of the same release ({release_id}) made;"
                " look at what differs; if nobody links to it, remove the folder and refresh again"
            )


def freeze(place: Place, steps: Sequence[Step], release_id: str) -> int:
    """Give every file of the release's charts its frozen name; returns how many there are.

    Files frozen before stay as they are.
    """
    folder = frozen_folder(place, release_id)
    published = place.build / CHARTS
    names = _names_of_charts(steps, published)
    if not names:
        return 0
    (folder / CHARTS).mkdir(parents=True, exist_ok=True)
    for name in names:
        if not (folder / CHARTS / name).is_file():
            _link(published / name, folder / CHARTS / name)
    _write_listing(folder, sorted(path.name for path in (folder / CHARTS).iterdir()))
    return len(names)


def _names_of_charts(steps: Iterable[Step], folder: Path) -> list[str]:
    """Files of the release's charts; those of charts that are no more may lie beside them."""
    stems = {step.key.split("/")[1] for step in steps if step.room == CHARTS} | {BUNDLE_STEM}
    if len(stems) == 1 or not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if path.name.split(".")[0] in stems)


def _is_same(one: Path, other: Path) -> bool:
    return one.samefile(other) or filecmp.cmp(one, other, shallow=False)


def _link(source: Path, target: Path) -> None:
    """A second name, or a copy; under another name first, so that no half file is ever frozen."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        os.link(source, unfinished)
    except OSError:
        # no links on this disk, or too many: a disk that refuses the copy too says so itself
        shutil.copyfile(source, unfinished)
    unfinished.replace(target)


def _write_listing(folder: Path, names: Iterable[str]) -> None:
    unfinished = folder / f"{LISTING}.unfinished"
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "bytes", "sha256"])
        for name in names:
            data = (folder / CHARTS / name).read_bytes()
            writer.writerow([name, len(data), hashlib.sha256(data).hexdigest()])
    unfinished.replace(folder / LISTING)
