"""Frozen charts: a release's files keep their bytes under its id, whatever is published after it."""

import errno
import os
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest

from assets import frozen
from assets.draw import chart_steps
from assets.frozen import FrozenFileError, frozen_folder
from assets.house import all_steps, make, stale_steps
from assets.publish import publish_step
from assets.steps import Outcome, Place, Step
from tests.assets.test_publish import TABLES, release, table_step
from tests.small_house import copy_of_built_house, published, read_lines


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(root=tmp_path, pack="cn", build=tmp_path / "build")


def chart_step(place: Place, text: str, digest: str = "d") -> Step:
    """A chart of one file."""

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        folder = place.staged / "charts"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "clubs.en.svg").write_text(text)
        return Outcome()

    return Step("charts/clubs", "A chart?", (), digest, run)


def with_chart(place: Place, text: str, digest: str = "d") -> str:
    """Publish the tables and the chart; returns the id of the release."""
    return str(release(place, [*TABLES, chart_step(place, text, digest)]).facts["release"])


def frozen_chart(place: Place, release_id: str) -> Path:
    return frozen_folder(place, release_id) / "charts" / "clubs.en.svg"


def test_a_frozen_chart_keeps_its_bytes_when_the_next_release_moves_over_the_published_one(
    place: Place,
) -> None:
    first = with_chart(place, "first", "1")
    second = with_chart(place, "second", "2")
    assert first != second
    assert (place.build / "charts" / "clubs.en.svg").read_text() == "second"
    assert frozen_chart(place, first).read_text() == "first"
    assert frozen_chart(place, second).read_text() == "second"


def test_a_frozen_file_is_a_second_name_of_the_published_one(place: Place) -> None:
    only = with_chart(place, "drawn")
    assert frozen_chart(place, only).samefile(place.build / "charts" / "clubs.en.svg")


def test_where_the_disk_has_no_links_it_is_a_copy(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    only = with_chart(place, "drawn")
    assert frozen_chart(place, only).read_text() == "drawn"
    assert not frozen_chart(place, only).samefile(place.build / "charts" / "clubs.en.svg")


def test_the_same_release_with_other_bytes_is_refused_and_nothing_changes(place: Place) -> None:
    only = with_chart(place, "drawn")
    with pytest.raises(FrozenFileError, match=rf"clubs\.en\.svg: is frozen with other bytes.*{only}"):
        with_chart(place, "drawn otherwise")
    assert frozen_chart(place, only).read_text() == "drawn"
    assert (place.build / "charts" / "clubs.en.svg").read_text() == "drawn"
    assert published(place, "select release_id from catalog.release") == [(only,)]


def test_the_same_release_again_with_the_same_bytes_is_left_alone(place: Place) -> None:
    first = with_chart(place, "drawn")
    number = frozen_chart(place, first).stat().st_ino
    assert with_chart(place, "drawn") == first
    assert frozen_chart(place, first).stat().st_ino == number


def test_charts_that_are_no_more_and_other_files_are_not_frozen(place: Place) -> None:
    (place.build / "charts").mkdir(parents=True)
    (place.build / "charts" / "retired.en.svg").write_text("old")
    folder = frozen_folder(place, with_chart(place, "drawn"))
    assert [path.name for path in (folder / "charts").iterdir()] == ["clubs.en.svg"]
    # sha256 of the five letters
    assert read_lines(folder / frozen.LISTING) == [
        ["name", "bytes", "sha256"],
        ["clubs.en.svg", "5", "8b6df8c11847ada8266bad5b8737f94c208c411a3ebe18e27aad31bfb7eb8767"],
    ]


def test_a_house_without_charts_freezes_nothing(place: Place) -> None:
    release(place, [*TABLES[:2], table_step("core/more", "select 2 as value")])
    assert not (place.build / "frozen").exists()


def built(folder: Path) -> tuple[str, Place]:
    """A copy of the small house with one chart drawn and published; returns the id of the release."""
    place = copy_of_built_house(folder)
    drawn = [step for step in chart_steps(place) if step.key == "charts/strategy_timeline"]
    with patch("assets.house.chart_steps", lambda _: drawn):
        steps = [step for step in all_steps(place) if step.room not in ("report", "exports", "release")]
    steps.append(publish_step(place, steps))
    with duckdb.connect(str(place.build_file)) as connection:
        outcomes = {step.key: make(connection, step) for step in stale_steps(place, steps)}
    assert {"charts/strategy_timeline", "release/qipan"} <= set(outcomes)
    return str(outcomes["release/qipan"].facts["release"]), place


def test_two_builds_of_the_small_house_freeze_the_same_id_and_the_same_bytes(tmp_path: Path) -> None:
    (one, first), (two, second) = (built(tmp_path / name) for name in ("one", "two"))
    assert one == two
    files = {path.name: path for path in (frozen_folder(first, one) / "charts").iterdir()}
    assert {f"strategy_timeline.{language}.embed.html" for language in ("zh-Hans", "zh-Hant", "en")} <= set(
        files
    )
    for name, path in files.items():
        assert path.read_bytes() == (frozen_folder(second, two) / "charts" / name).read_bytes(), name
    listings = [(frozen_folder(place, one) / frozen.LISTING).read_bytes() for place in (first, second)]
    assert listings[0] == listings[1]
