"""What an explanation tells: a number that is not its leaves, withheld numbers, files, JSON."""

import json
import shutil
from pathlib import Path

import duckdb

from assets.explaining.explanation import explain
from assets.explaining.printing import printed
from assets.explaining.telling import telling
from tests.assets.explaining.explained_release import NORTHEAST, leaves_of, row_ids
from tests.small_house import built_house


def test_a_number_that_is_not_its_leaves_is_told(tmp_path: Path) -> None:
    file = tmp_path / "tampered.duckdb"
    shutil.copyfile(built_house().published_file, file)
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "update marts.group_gap set ratio = ratio * 1.000001"
            " where view_id = 'latest' and membership = 'dated' and indicator_id = 'gdp_per_head'"
            " and group_id = 'bloc_northeast' and period = 2023"
        )
        explanation = explain(connection, f"{NORTHEAST}#ratio")
        text = printed(explanation, telling(connection))
    assert explanation.figures["ratio"].is_equal is False
    assert explanation.figures["value"].is_equal
    assert "NOT EQUAL" in text


def test_a_withheld_number_has_its_reason_and_its_leaves(release: duckdb.DuckDBPyConnection) -> None:
    rows = release.execute(
        "select view_id, membership, indicator_id, group_id, period from core.group_observations"
        " where null_reason = 'coverage_below_minimum' order by all limit 1"
    ).fetchall()
    explanation = explain(release, "/".join(["core.group_observations", *map(str, rows[0])]))
    assert explanation.figures["value"].is_equal is None
    text = printed(explanation, telling(release))
    assert "withheld: coverage_below_minimum (too few members have a figure)" in text
    assert any(not region.children for region in explanation.parts["subject"][0].children)


def test_tables_without_a_file_count_their_leaves(release: duckdb.DuckDBPyConnection) -> None:
    row_id = row_ids(release, "marts", "convergence_windows")[0]
    explanation = explain(release, row_id)
    assert explanation.parts == {} and explanation.method
    assert sum(line["cells"] for line in explanation.leaves) > 0
    coverage = explain(release, row_ids(release, "marts", "strategy_coverage")[0])
    assert coverage.leaves == () and "no inputs are known" in printed(coverage, telling(release))


def test_json_holds_the_whole_tree(release: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(release, NORTHEAST)
    tree = json.loads(explanation.as_json())
    first = tree["parts"]["subject"][0]["children"][0]["children"][0]["children"][0]
    assert first["kind"] == "figure" and first["facts"]["published_on"] == str(
        leaves_of(explanation)[0].facts["published_on"]
    )
    assert tree["figures"]["ratio"]["is_equal"] is True


def test_members_take_one_line_each_and_files_are_listed_once(release: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(release, NORTHEAST)
    told = telling(release)
    text = printed(explanation, told)
    assert sum(line.strip("│├└ ").startswith("Beijing ") for line in text.splitlines()) == 1
    files = {leaf.facts["snapshot_id"] for leaf in leaves_of(explanation)}
    assert text.count(" sha256 ") == len(files)
    long_text = printed(explanation, told, is_long=True)
    assert long_text.count("core.observations/") == len(leaves_of(explanation))


def test_nothing_is_left_behind(release: duckdb.DuckDBPyConnection) -> None:
    explain(release, NORTHEAST)
    left = release.execute("select table_name from duckdb_tables() where temporary").fetchall()
    assert left == []
