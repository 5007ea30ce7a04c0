"""Fingerprints change when, and only when, something a result rests on changed."""

from dataclasses import replace
from pathlib import Path

import duckdb

from assets.steps import Outcome, Place, Step, digest_files, fingerprints


def nothing(_: duckdb.DuckDBPyConnection) -> Outcome:
    return Outcome()


def step(key: str, *deps: str, digest: str = "same") -> Step:
    return Step(key=key, description="", deps=deps, digest=digest, run=nothing)


CHAIN = [
    step("reference/units"),
    step("ingest/figures"),
    step("staging/figures", "ingest/figures", "reference/units"),
    step("core/views", "reference/units"),
    step("metrics/gini", "staging/figures"),
]


def changed(before: list[Step], after: list[Step]) -> set[str]:
    old, new = fingerprints(before), fingerprints(after)
    return {key for key in new if old.get(key) != new[key]}


def test_nothing_changed_nothing_changes() -> None:
    assert fingerprints(CHAIN) == fingerprints(list(CHAIN))


def test_a_new_digest_changes_the_step_and_what_reads_it() -> None:
    after = [replace(CHAIN[0]), replace(CHAIN[1], digest="other"), *CHAIN[2:]]
    assert changed(CHAIN, after) == {"ingest/figures", "staging/figures", "metrics/gini"}


def test_the_last_step_changes_alone() -> None:
    assert changed(CHAIN, [*CHAIN[:4], replace(CHAIN[4], digest="other")]) == {"metrics/gini"}


def test_a_dropped_input_counts_as_a_change() -> None:
    after = [*CHAIN[:2], step("staging/figures", "ingest/figures"), *CHAIN[3:]]
    assert changed(CHAIN, after) == {"staging/figures", "metrics/gini"}


def test_words_and_order_of_inputs_are_no_change() -> None:
    reworded = replace(CHAIN[2], description="other words", deps=("reference/units", "ingest/figures"))
    assert changed(CHAIN, [*CHAIN[:2], reworded, *CHAIN[3:]]) == set()


def test_two_steps_made_the_same_way_differ_by_name() -> None:
    prints = fingerprints([step("core/a"), step("core/b")])
    assert prints["core/a"] != prints["core/b"]


def test_digest_covers_bytes_order_and_text(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("1")
    second.write_text("2")
    digest = digest_files([first, second], "x")
    assert digest_files([first, second], "x") == digest
    assert digest_files([second, first], "x") != digest
    assert digest_files([first, second], "y") != digest
    assert digest_files([first], "x") != digest
    second.write_text("3")
    assert digest_files([first, second], "x") != digest


def test_digest_keeps_neighbouring_files_apart(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("12")
    second.write_text("3")
    joined = digest_files([first, second])
    first.write_text("1")
    second.write_text("23")
    assert digest_files([first, second]) != joined


def test_a_place_knows_its_folders(tmp_path: Path) -> None:
    place = Place(root=tmp_path, pack="cn", build=tmp_path / "build")
    assert place.reference == tmp_path / "warehouse" / "reference" / "cn"
    assert place.snapshots == tmp_path / "warehouse" / "snapshots"
    # what readers open and what a build writes never share a folder
    assert place.published_file.parent == place.build
    assert place.build_file.parent == place.staged.parent == place.build / "private"


def test_room_is_the_first_part_of_the_key() -> None:
    assert step("metrics/gini").room == "metrics"
