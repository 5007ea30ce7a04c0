"""Steps as assets: what a run makes later begins early, and only that."""

from collections.abc import Callable
from pathlib import Path

import dagster
import duckdb
import pytest

from assets.steps import Outcome, Place, Step, fingerprints
from orchestration.assets_from_steps import asset_from_step, asset_key
from orchestration.resources import Warehouse

ROOT = Path(__file__).parents[2]
Said = list[tuple[str, str]]


def speaking(said: Said, word: str, name: str) -> Callable[[duckdb.DuckDBPyConnection], Outcome]:
    def run(_: duckdb.DuckDBPyConnection) -> Outcome:
        said.append((word, name))
        return Outcome()

    return run


def picture(said: Said, name: str) -> Step:
    begin = speaking(said, "begun", name)
    return Step(
        f"charts/{name}",
        "A picture.",
        ("core/things",),
        "d",
        run=speaking(said, "made", name),
        begin=lambda connection: begin(connection) and None,
    )


@pytest.mark.parametrize("selected", [("things", "a", "b"), ("things", "b")])
def test_pictures_of_the_run_are_begun_once_their_table_is_made(
    tmp_path: Path, selected: tuple[str, ...]
) -> None:
    said: Said = []
    table = Step("core/things", "Things.", (), "d", run=speaking(said, "made", "things"))
    steps = [table, picture(said, "a"), picture(said, "b")]
    assets = [
        asset_from_step(step, fingerprints(steps), {}, lambda *_: None, later=steps[1:]) for step in steps
    ]
    keys = [asset_key(step.key) for step in steps if step.key.split("/")[1] in selected]
    warehouse = Warehouse.at(Place(root=ROOT, pack="cn", build=tmp_path))
    result = dagster.materialize(assets, resources={"warehouse": warehouse}, selection=keys)
    assert result.success
    assert said[0] == ("made", "things")
    pictures = [name for name in selected if name != "things"]
    assert [name for word, name in said[1:] if word == "begun"][: len(pictures)] == pictures
    assert {name for _, name in said} == set(selected)
    first_made = said.index(("made", pictures[0]))
    assert {("begun", name) for name in pictures} <= set(said[:first_made])
