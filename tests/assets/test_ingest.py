"""Printed and landed figures as tables: every cell as text, every file and answer with its origin."""

from collections import Counter
from pathlib import Path

import duckdb
import pytest

from assets.ingest import ingest_steps
from assets.reference import read_definitions
from assets.sources.embedded_edition import SnapshotChangedError
from assets.steps import Place, Step
from tests.assets.landing.test_landed_tables import land, population
from tests.small_house import change_figure, read_lines, small_house

CENSUS4 = "provinces/gdp_nominal/census4"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return small_house(tmp_path)


def all_steps(place: Place) -> dict[str, Step]:
    return {step.key: step for step in ingest_steps(place, read_definitions(place.reference))}


def steps_of_room(place: Place) -> tuple[Step, Step]:
    """The steps of the embedded edition."""
    steps = all_steps(place)
    return steps["ingest/snapshots"], steps["ingest/embedded_edition"]


def test_every_printed_cell_of_every_file_lands(place: Place) -> None:
    with duckdb.connect() as connection:
        outcomes = [step.run(connection) for step in steps_of_room(place)]
        found = connection.execute(
            "select snapshot_id, count(*) from ingest.embedded_edition group by snapshot_id"
        ).fetchall()
    header, *lines = read_lines(place.snapshots / "manifest.csv")
    printed = Counter(
        {
            line[0]: sum(
                cell != "" for row in read_lines(place.snapshots / f"{line[0]}.csv")[1:] for cell in row[2:]
            )
            for line in lines
        }
    )
    assert dict(found) == dict(printed)
    # the manifest says how many cells were collected
    assert dict(found) == {line[0]: int(line[header.index("cells")]) for line in lines}
    assert [outcome.rows for outcome in outcomes] == [len(lines), printed.total()]
    assert all(check.passed for outcome in outcomes for check in outcome.checks)


def test_a_cell_lands_as_text_with_its_address(place: Place) -> None:
    lines = read_lines(place.snapshots / f"{CENSUS4}.csv")
    with duckdb.connect() as connection:
        for step in steps_of_room(place):
            step.run(connection)
        found = connection.execute(
            "select region_label, period_text, value_text, cell_address from ingest.embedded_edition"
            f" where snapshot_id = '{CENSUS4}' and cell_address like '%!C2'"
        ).fetchall()
    assert found == [(lines[1][1], lines[0][2], lines[1][2], f"{CENSUS4}.csv!C2")]


def test_a_figure_changed_behind_the_manifest_is_refused(place: Place) -> None:
    change_figure(place, CENSUS4, "440000", "2012", "1", vouch=False)
    _, figures = steps_of_room(place)
    with duckdb.connect() as connection, pytest.raises(SnapshotChangedError, match=CENSUS4):
        figures.run(connection)


def digests(place: Place) -> list[str]:
    return [step.digest for step in steps_of_room(place)]


def test_digests_follow_figures_and_manifest(place: Place) -> None:
    snapshots, figures = digests(place)
    change_figure(place, CENSUS4, "440000", "2012", "1", vouch=False)
    assert digests(place)[0] == snapshots
    assert digests(place)[1] != figures
    change_figure(place, CENSUS4, "440000", "2012", "1", vouch=True)
    assert digests(place)[0] != snapshots


def test_a_renamed_file_changes_the_digest(place: Place) -> None:
    before = digests(place)[1]
    path = place.snapshots / f"{CENSUS4}.csv"
    path.rename(path.with_name("census4.9.csv"))
    assert digests(place)[1] != before


LANDED = ("ingest/answers", "ingest/landed_series", "ingest/landed_figures")


def test_without_anything_landed_the_tables_are_there_and_empty(place: Place) -> None:
    with duckdb.connect() as connection:
        outcomes = [all_steps(place)[key].run(connection) for key in LANDED]
    assert [outcome.rows for outcome in outcomes] == [0, 0, 0]
    assert all(check.passed for outcome in outcomes for check in outcome.checks)


def test_what_was_landed_is_read_again_at_every_build(place: Place) -> None:
    before = all_steps(place)
    land(place.landing, population({"HKG": 7_524_100, "MAC": 687_000}))
    steps = all_steps(place)
    # nothing else of the room has to be made again
    changed = {key for key, step in steps.items() if step.digest != before[key].digest}
    assert changed == set(LANDED)
    with duckdb.connect() as connection:
        outcomes = [steps[key].run(connection) for key in LANDED]
        found = connection.execute(
            "select is_accepted, n_figures, region_code, value_text, unit_factor"
            " from ingest.answers inner join ingest.landed_figures using (answer_id)"
            " inner join ingest.landed_series using (answer_id) order by region_code"
        ).fetchall()
    assert all(check.passed for outcome in outcomes for check in outcome.checks)
    assert found == [(True, 2, "810000", "7524100", 0.0001), (True, 2, "820000", "687000", 0.0001)]
