"""The trial of publication in small: it passes here, and it would notice what it is there to notice."""

import random
from pathlib import Path

import duckdb
import pytest

from orchestration.place import default_place
from orchestration.trials.house_in_small import small_house_steps
from orchestration.trials.killing_refreshes import kill_refreshes
from orchestration.trials.publication import run_publication_trial
from orchestration.trials.publication_findings import PublicationTrial
from orchestration.trials.reading_releases import TornReleaseError, read_release
from orchestration.trials.two_releases import TrialError, TwoReleases, whole
from tests.orchestration.trials.few_steps import few_steps


def test_publication_survives_readers_kills_and_a_second_refresh(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    trial = run_publication_trial(3, 2, 4, seed=1, folder=tmp_path / "house", steps=few_steps)
    assert trial.problems == []
    assert trial.refreshes == 2 and trial.refused == 1
    assert len(trial.tallies) == 3 and all(tally.reads for tally in trial.tallies)
    assert trial.kills.total() == trial.found.total() == trial.recovered == 4
    assert set(trial.found) <= {"old", "new"}
    last = capfd.readouterr().out.splitlines()[-1]
    assert last.startswith("publication: survived; 3 readers, 2 refreshes, ")
    assert " 0 errors, 0 torn reads; 1 second refreshes refused in words; 4 kills (" in last


@pytest.fixture
def releases(tmp_path: Path) -> TwoReleases:
    return TwoReleases(default_place(), tmp_path / "house", few_steps)


def test_a_release_that_is_not_whole_is_noticed(releases: TwoReleases) -> None:
    published = releases.place.published_file
    assert releases.published() == "new"
    with duckdb.connect(str(published)) as connection:
        connection.execute("update marts.figures set value = value + 1 where region_id = '440000'")
    assert releases.published().startswith("torn: ")
    with duckdb.connect(str(published)) as connection:
        connection.execute("delete from marts.figures where region_id = '440000'")
    with pytest.raises(TornReleaseError, match=r"marts\.figures"):
        read_release(published)
    published.write_bytes(published.read_bytes()[:1000])
    assert releases.published().startswith("unreadable: ")


def test_a_refresh_that_fails_after_a_kill_is_noticed(releases: TwoReleases) -> None:
    result = PublicationTrial()
    figures = releases.place.snapshots / "provinces" / "gdp_nominal" / "census5.csv"
    begin = releases.begin

    def begin_and_spoil(*, through_dagster: bool = False):
        refresh = begin(through_dagster=through_dagster)
        if begun:
            figures.write_text("nobody vouches for this")
        begun.append(refresh)
        return refresh

    begun: list[object] = []
    releases.begin = begin_and_spoil  # type: ignore[method-assign]
    kill_refreshes(releases, 1, random.Random(1), result)
    assert result.recovered == 0
    assert len(result.problems) == 1 and "SnapshotChangedError" in result.problems[0]
    with pytest.raises(TrialError, match="SnapshotChangedError"):
        whole(releases.again())


def test_the_small_house_is_made_of_real_steps() -> None:
    keys = [step.key for step in small_house_steps(default_place())]
    assert keys[-2:] == ["exports/marts", "release/qipan"]
    assert {"core/observations", "marts/group_share", "reference/columns"} <= set(keys)
    assert not any(key.startswith(("charts/", "report/")) for key in keys)
