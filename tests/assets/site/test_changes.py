"""What changed since the last release, from two releases that differ in known rows."""

import shutil
from pathlib import Path

import duckdb
import pytest

from assets.site.changes import changes_since
from assets.site.rows import grains_of
from assets.steps import Place
from tests.small_house import built_house


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A build and the release before it, equal so far."""
    house = built_house()
    made = Place(root=house.root, pack="cn", build=tmp_path)
    made.build_file.parent.mkdir(parents=True)
    shutil.copyfile(house.build_file, made.build_file)
    shutil.copyfile(house.published_file, made.published_file)
    return made


def changes(place: Place):
    with duckdb.connect(str(place.build_file), read_only=True) as connection:
        return changes_since(connection, place, grains_of(place.root))


def test_the_first_release_has_nothing_before_it(place: Place) -> None:
    place.published_file.unlink()
    assert changes(place).previous == ""
    assert changes(place).is_empty


def test_equal_releases_differ_in_nothing(place: Place) -> None:
    found = changes(place)
    assert found.previous
    assert found.is_empty


def test_a_flipped_verdict_and_a_new_revision_are_told(place: Place) -> None:
    with duckdb.connect(str(place.published_file)) as published:
        published.execute("update marts.claims set verdict = 'not_reproduced' where claim_id = 'H043'")
        gone = published.execute(
            "delete from marts.revisions where indicator_id = 'gdp_nominal' and subject_id = '440000'"
            " and period = 2018 and change <> 0 returning vintage_id"
        ).fetchall()
    found = changes(place)
    ((flip),) = found.claims
    assert (flip.row["claim_id"], flip.before, flip.row["verdict"]) == (
        "H043",
        "not_reproduced",
        "reproduced",
    )
    assert sorted(row["vintage_id"] for row in found.revised) == sorted(vintage for (vintage,) in gone)
    assert gone and not found.verdicts


def test_an_unlike_release_is_not_compared(place: Place) -> None:
    with duckdb.connect(str(place.published_file)) as published:
        published.execute("drop table marts.claims")
    assert changes(place).previous == ""
