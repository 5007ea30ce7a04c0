"""The small house from refresh to release, and everything that may go wrong on the way."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from assets.house import stale_steps
from assets.steps import Place
from orchestration.resources import locked_build
from orchestration.run import run_refresh
from tests.small_house import (
    built_house,
    change_figure,
    change_line,
    copy_of_built_house,
    failures,
    published,
    read_lines,
    refresh,
    steps_of,
    tree_state,
    upstream,
)

FIRST_PRINT_2024 = "provinces/gdp_nominal/first_published"
# Reads the published file before and after a new release took its place, on one connection.
READER = """
import sys, duckdb
reader = duckdb.connect(sys.argv[1], read_only=True)
query = "select release_id, (select count(*) from marts.group_gap) from catalog.release"
print(reader.execute(query).fetchall(), flush=True)
sys.stdin.readline()
print(reader.execute(query).fetchall(), flush=True)
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return copy_of_built_house(tmp_path)


def stale(place: Place) -> set[str]:
    return {step.key for step in stale_steps(place, steps_of(place))}


def descendants(place: Place, key: str) -> set[str]:
    steps = steps_of(place)
    return {step.key for step in steps if key in upstream(steps, step.key)}


def test_after_a_refresh_nothing_is_stale() -> None:
    assert stale(built_house()) == set()


def test_a_copy_elsewhere_is_as_fresh_as_the_original(place: Place) -> None:
    assert stale(place) == set()


@pytest.mark.parametrize(
    ("file", "first"),
    [
        ("reference/cn/events.csv", "reference/events"),
        ("reference/cn/pairings.csv", "reference/pairings"),
        ("snapshots/provinces/gdp_nominal/census5.csv", "ingest/embedded_edition"),
    ],
)
def test_a_changed_file_makes_its_descendants_stale_and_no_others(
    place: Place, file: str, first: str
) -> None:
    path = place.root / "warehouse" / file
    path.write_bytes(path.read_bytes() + b"\n")
    assert stale(place) == descendants(place, first)
    path.write_bytes(path.read_bytes()[:-1])
    assert stale(place) == set()


def test_an_impossible_figure_stops_the_release(place: Place) -> None:
    before = place.published_file.read_bytes()
    _, highest = plausible_range(place, "gdp_nominal")
    (line,) = [
        line for line in read_lines(place.snapshots / f"{FIRST_PRINT_2024}.csv") if line[0] == "440000"
    ]
    printed = line[-1]
    change_figure(place, FIRST_PRINT_2024, "440000", "2024", str(int(highest * 10)), vouch=True)
    needed = upstream(steps_of(place), "core/observations")
    found = failures(refresh(place, stale(place) & (needed | {"release/qipan"})))
    assert list(found) == ["core/observations"]
    assert found["core/observations"].startswith("CheckFailed: ")
    assert "values_are_plausible failed, since" in found["core/observations"]
    assert "440000" in found["core/observations"]
    assert place.published_file.read_bytes() == before
    # the failed table stays stale, and with it everything behind it
    assert stale(place) >= descendants(place, "core/observations")
    change_figure(place, FIRST_PRINT_2024, "440000", "2024", printed, vouch=True)
    result = refresh(place, stale(place) & needed)
    assert result.success, failures(result)


def plausible_range(place: Place, indicator: str) -> tuple[float, float]:
    header, *lines = read_lines(place.reference / "indicators.csv")
    (line,) = [line for line in lines if line[0] == indicator]
    entry = dict(zip(header, line, strict=True))
    return float(entry["plausible_min"]), float(entry["plausible_max"])


def test_a_snapshot_changed_behind_the_manifest_is_refused(place: Place) -> None:
    before = place.published_file.read_bytes()
    change_figure(place, FIRST_PRINT_2024, "440000", "2024", "141633", vouch=False)
    found = failures(refresh(place, ["ingest/embedded_edition", "staging/embedded_edition", "release/qipan"]))
    assert list(found) == ["ingest/embedded_edition"]
    assert "SnapshotChangedError" in found["ingest/embedded_edition"]
    assert f"{FIRST_PRINT_2024}.csv: sha256 is" in found["ingest/embedded_edition"]
    assert place.published_file.read_bytes() == before


def test_a_wrong_fact_is_refused_with_its_line(place: Place) -> None:
    before = place.published_file.read_bytes()
    _, *lines = read_lines(place.reference / "indicators.csv")
    number = [line[0] for line in lines].index("gdp_per_head") + 2
    change_line(place.reference / "indicators.csv", "gdp_per_head", denominator_indicator_id="popln")
    found = failures(refresh(place, ["reference/indicators", "core/indicators", "release/qipan"]))
    assert list(found) == ["reference/indicators"]
    message = found["reference/indicators"]
    assert "CatalogueError" in message
    assert "indicators.csv" in message and str(number) in message and "'popln'" in message
    assert place.published_file.read_bytes() == before


def test_a_second_refresh_is_told_to_wait(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(place.root))
    steps = steps_of(place)
    with locked_build(place):
        lines = run_refresh(place, steps, steps[:1])
    assert lines
    assert "another refresh is writing the warehouse; wait for it to end and start again" in " ".join(lines)
    assert run_refresh(place, steps, steps[:1]) == []


def test_asking_what_is_stale_during_a_refresh_is_answered_in_words(place: Place) -> None:
    program = (
        "import duckdb, sys; connection = duckdb.connect(sys.argv[1]); print('open', flush=True);"
        " sys.stdin.readline()"
    )
    with other_process(program, place.build_file) as writer:
        assert writer.stdout and writer.stdout.readline() == "open\n"
        with pytest.raises(Exception, match="another refresh is writing the warehouse"):
            stale(place)
        writer.communicate("\n")


def other_process(program: str, file: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_readers_are_never_locked_out_and_never_see_half_a_release(place: Place) -> None:
    release = "select release_id, (select count(*) from marts.group_gap) from catalog.release"
    held = str(published(place, release))
    change_line(place.reference / "claims.csv", "Q007", value="1.75", note="a slip")
    facts = tree_state(place.root)
    # a refresh under way: the build file is open for writing
    with duckdb.connect(str(place.build_file)), other_process(READER, place.published_file) as reader:
        assert reader.stdout and reader.stdout.readline().strip() == held
        reader.communicate("\n")
    with other_process(READER, place.published_file) as reader:
        assert reader.stdout and reader.stdout.readline().strip() == held
        # a release whose page and exports are of the one before is none
        refused = failures(refresh(place, stale(place) - {"report/site", "exports/marts"}))
        assert "2 assets are stale" in refused["release/qipan"]
        result = refresh(place, stale(place))
        assert result.success, failures(result)
        assert reader.communicate("\n")[0].strip() == held
    assert str(published(place, release)) != held
    query = "select verdict, claimed_value, note from marts.claims where claim_id = 'Q007'"
    assert published(place, query) == [("not_reproduced", 1.75, "a slip")]
    # a refresh writes in the build folder only
    assert tree_state(place.root) == facts
