"""What Dagster is told: every step an asset with its words, its checks and its place in the graph."""

from functools import cache
from pathlib import Path
from typing import Any

import dagster

from assets.landing.planning import collections_of
from assets.steps import Step
from orchestration.assets_from_steps import OWNERS, asset_key
from orchestration.code_location import READS_LANDING, build_defs
from tests.small_house import built_house, copy_of_built_house, failures, refresh, steps_of


@cache
def steps() -> list[Step]:
    return steps_of(built_house())


@cache
def all_specs() -> dict[str, dagster.AssetSpec]:
    defs = build_defs(built_house(), steps())
    return {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}


def specs() -> dict[str, dagster.AssetSpec]:
    """Those of the house; the others ask publishers."""
    return {key: spec for key, spec in all_specs().items() if spec.group_name != "landing"}


def test_the_checkout_s_definitions_load() -> None:
    from orchestration.definitions import defs

    dagster.Definitions.validate_loadable(defs)
    keys = {spec.key.to_user_string() for spec in defs.resolve_all_asset_specs()}
    # all of the small house's, and the charts
    assert keys > set(all_specs())
    assert {key.split("/")[0] for key in keys - set(all_specs())} == {"charts"}


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
        drawn_below = landing() if step.key == READS_LANDING else set()
        assert {dep.asset_key.to_user_string() for dep in spec.deps} == {*step.deps, *drawn_below}


def landing() -> set[str]:
    return set(all_specs()) - set(specs())


def test_every_live_collection_is_an_asset_above_the_answers() -> None:
    collections = collections_of(built_house())
    assert landing() == {f"landing/{name}" for name in collections} and len(collections) > 5
    for name, line in collections.items():
        spec = all_specs()[f"landing/{name}"]
        assert line["name_en"] in (spec.description or "")
        # files have no years to ask for
        assert (spec.partitions_def is None) == (line["period_kind"] == "file")
        assert not list(spec.deps)


def test_every_collection_has_its_job_its_schedule_and_its_check() -> None:
    repository = build_defs(built_house(), steps()).get_repository_def()
    collections = collections_of(built_house())
    asked = {name for name, line in collections.items() if line["period_kind"] != "file"}
    assert {f"land_{name}" for name in collections} <= set(repository.job_names)
    schedules = {schedule.name: schedule for schedule in repository.schedule_defs}
    assert set(schedules) == {
        "refresh_every_morning",
        "freshness_every_day",
        *(f"land_{name}_by_calendar" for name in asked),
    }
    assert {sensor.name for sensor in repository.sensor_defs} == {
        "new_answers",
        "inbox_files",
        "incidents",
        "recoveries",
    }
    # nothing asks a publisher before somebody switched it on
    assert {schedule.default_status for schedule in schedules.values()} == {
        dagster.DefaultScheduleStatus.STOPPED
    }
    checks = repository.asset_graph.asset_check_keys
    assert {key.asset_key.path[-1] for key in checks if key.name == "fresh_by_calendar"} == asked


def test_critical_checks_block_and_warnings_do_not() -> None:
    defs = build_defs(built_house(), steps())
    graph = defs.resolve_asset_graph()
    found = {
        (key.asset_key.to_user_string(), key.name): (
            graph.get_check_spec(key).blocking,
            graph.get_check_spec(key).description,
        )
        for key in graph.asset_check_keys
        if key.asset_key.path[0] != "landing"
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
