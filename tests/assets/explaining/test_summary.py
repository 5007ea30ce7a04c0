"""Counted inputs of many rows agree with the tree of each."""

import random
from collections.abc import Iterator

import duckdb
import pytest

from assets.explaining.address import table_of
from assets.explaining.explanation import explain
from assets.explaining.summary import input_summary
from tests.small_house import built_house

MARTS = (
    "group_gap",
    "zone_gap",
    "group_profile",
    "province_gap",
    "revisions",
    "claims",
    "convergence_verdicts",
    "spatial",
)


@pytest.fixture(scope="module")
def release() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(built_house().published_file), read_only=True) as connection:
        yield connection


def sample(connection: duckdb.DuckDBPyConnection, name: str, size: int) -> list[str]:
    table = table_of(connection, "marts", name)
    assert table
    query = f"select {table.row_id} as row_id from {table.address} order by row_id"
    ids = [row_id for (row_id,) in connection.execute(query).fetchall()]
    return random.Random(name).sample(ids, min(size, len(ids)))


@pytest.mark.parametrize("name", MARTS)
def test_counts_are_those_of_the_tree(release: duckdb.DuckDBPyConnection, name: str) -> None:
    ids = sample(release, name, 5)
    summary = input_summary(release, f"marts/{name}", ids)
    assert sorted(summary) == sorted(ids)
    for row_id in ids:
        explanation = explain(release, row_id)
        counted: dict[str, int] = {}
        vintages: dict[str, set[str]] = {}
        for line in explanation.leaves:
            counted[line["indicator_id"]] = counted.get(line["indicator_id"], 0) + line["cells"]
            vintages.setdefault(line["indicator_id"], set()).add(line["vintage_id"])
        inputs = summary[row_id]["inputs"]
        assert {line["indicator"]: line["cells"] for line in inputs} == counted
        assert {line["indicator"]: {it["vintage"] for it in line["vintages"]} for line in inputs} == vintages


def test_a_row_is_summed_up_whole(release: duckdb.DuckDBPyConnection) -> None:
    row_id = "marts.group_gap/latest/dated/gdp_per_head/bloc_northeast/national31/2023"
    found = input_summary(release, "marts.group_gap", [row_id, "marts.group_gap/no/such/row"])
    assert list(found) == [row_id]
    assert found[row_id]["view"] == "latest"
    assert found[row_id]["method"].startswith("metrics/gap_to_nation@")
    output, people = found[row_id]["inputs"]
    # the three of the northeast are among the 31 and count once
    assert (output["indicator"], output["cells"]) == ("gdp_nominal", 31)
    assert (people["indicator"], people["cells"]) == ("population_resident", 62)
    assert set(output["vintages"][0]) == {"vintage", "published_from", "published_to", "sources"}


def test_a_mart_without_inputs_says_so(release: duckdb.DuckDBPyConnection) -> None:
    (row_id,) = sample(release, "strategy_coverage", 1)
    assert input_summary(release, "marts/strategy_coverage", [row_id]) == {
        row_id: {"method": None, "view": None, "inputs": []}
    }
