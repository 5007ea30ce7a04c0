"""What Dagster is told: every step an asset with its words, its checks and its place in the graph."""

from functools import cache
from pathlib import Path
from typing import Any

import dagster

from assets.steps import Step
from orchestration.assets_from_steps import OWNERS, asset_key
from orchestration.code_location import build_defs
from tests.small_house import built_house, copy_of_built_house, failures, refresh, steps_of


@cache
def steps() -> list[Step]:
    return steps_of(built_house())


@cache
def specs() -> dict[str, dagster.AssetSpec]:
    defs = build_defs(built_house(), steps())
    return {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}


def test_the_checkout_s_definitions_load() -> None:
    from orchestration.definitions import defs

    dagster.Definitions.validate_loadable(defs)
    keys = {spec.key.to_user_string() for spec in defs.resolve_all_asset_specs()}
    # all of the small house's, and the charts
    assert keys > set(specs())
    assert {key.split("/")[0] for key in keys - set(specs())} == {"charts"}


def test_every_step_is_an_asset_and_the_job_makes_all_of_them() -> None:
    assert set(specs()) == {step.key for step in steps()}
    job = build_defs(built_house(), steps()).resolve_job_def("refresh")
    assert {key.to_user_string() for key in job.asset_layer.executable_asset_keys} == set(specs())


def test_an_asset_tells_what_it_is_where_it_belongs_and_what_it_reads() -> None:
    for step in steps():
        spec = specs()[step.key]
        assert spec.description == step.description and len(step.description) > 10, step.key
        assert spec.group_name == step.room
        assert spec.kinds == set(step.kinds) and spec.kinds, step.key
        assert list(spec.owners) == OWNERS
        assert spec.code_version == step.digest[:16]
        assert {dep.asset_key.to_user_string() for dep in spec.deps} == set(step.deps)


def test_critical_checks_block_and_warnings_do_not() -> None:
    defs = build_defs(built_house(), steps())
    graph = defs.resolve_asset_graph()
    found = {
        (key.asset_key.to_user_string(), key.name): (
            graph.get_check_spec(key).blocking,
            graph.get_check_spec(key).description,
        )
        for key in graph.asset_check_keys
    }
    promised = {
        (step.key, check.name): (check.is_critical, check.reason) for step in steps() for check in step.checks
    }
    assert found == promised
    assert any(blocking for blocking, _ in found.values())


def test_steps_run_in_this_process() -> None:
    defs = build_defs(built_house(), steps())
    assert defs.executor is dagster.in_process_executor


def test_keys_have_two_parts() -> None:
    assert asset_key("marts/group_gap") == dagster.AssetKey(["marts", "group_gap"])


def test_a_made_table_shows_rows_columns_and_lineage(tmp_path: Path) -> None:
    result = refresh(copy_of_built_house(tmp_path), ["core/views"])
    assert result.success, failures(result)
    (event,) = result.asset_materializations_for_node("core__views")
    found: dict[str, Any] = {name: value.value for name, value in event.metadata.items()}
    assert found["dagster/row_count"] == 5
    assert found["dagster/table_name"] == "core.views"
    columns = {column.name: column for column in found["dagster/column_schema"].columns}
    assert columns["view_id"].type == "VARCHAR"
    assert columns["view_id"].description
    lineage = found["dagster/column_lineage"].deps_by_column
    assert [(dep.asset_key.to_user_string(), dep.column_name) for dep in lineage["view_id"]] == [
        ("reference/views", "view_id")
    ]
