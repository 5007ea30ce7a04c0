"""Beginning steps before their turn: only what is due, only a few, and trouble waits for the turn."""

from collections.abc import Iterator
from dataclasses import replace

import duckdb
import pytest

from assets.house import MOST_AHEAD, begin_ahead, make
from assets.steps import Outcome, Step, fingerprints


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


TABLE = Step("core/things", "Things.", (), "d", run=lambda _: Outcome(1))


def test_what_is_stale_and_has_fresh_inputs_is_begun_and_no_more_than_a_few(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    begun: list[str] = []

    def picture(name: str, dep: str = "core/things") -> Step:
        return Step(
            f"charts/{name}",
            "A picture.",
            (dep,),
            "d",
            run=lambda _: Outcome(),
            begin=lambda _: begun.append(name),
        )

    missing = replace(TABLE, key="core/missing")
    made, *others = [picture(name) for name in ("made", *"abcdef")]
    waiting = picture("waiting", "core/missing")
    current = fingerprints([TABLE, missing, made, waiting, *others])
    make(connection, TABLE)
    make(connection, made)
    begin_ahead(connection, [made, waiting, TABLE, *others], current)
    assert begun == list("abcdef")[:MOST_AHEAD]


def test_trouble_in_beginning_is_left_to_the_step_in_its_turn(connection: duckdb.DuckDBPyConnection) -> None:
    asked: list[str] = []

    def fails(_: duckdb.DuckDBPyConnection) -> Outcome:
        asked.append("asked")
        raise ValueError("no row")

    step = replace(TABLE, run=fails, begin=fails)
    begin_ahead(connection, [step], fingerprints([step]))
    assert asked == ["asked"]
    with pytest.raises(ValueError, match="no row"):
        make(connection, step)


def test_what_was_begun_counts_as_made_only_after_its_turn(connection: duckdb.DuckDBPyConnection) -> None:
    """Begun for new figures, stopped, figures back as they were: the files are those of the new ones."""
    picture = Step(
        "charts/one", "A picture.", ("core/things",), "d", lambda _: Outcome(), begin=lambda _: None
    )
    make(connection, TABLE)
    make(connection, picture)
    other = replace(TABLE, digest="other figures")
    make(connection, other)
    begin_ahead(connection, [picture], fingerprints([other, picture]))
    make(connection, TABLE)
    recorded = dict(connection.execute("from build.fingerprints").fetchall())
    assert recorded.keys() == {"core/things"}
