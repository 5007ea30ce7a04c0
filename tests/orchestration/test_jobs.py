"""The jobs, and the morning's schedule: a run for what changed, a reason when nothing did."""

from pathlib import Path

import dagster
from dagster._core.definitions.schedule_definition import ScheduleExecutionData

from assets.house import stale_steps
from assets.steps import Place
from orchestration.code_location import build_defs
from tests.small_house import built_house, change_line, copy_of_built_house, steps_of, without_charts


def evaluate(place: Place) -> ScheduleExecutionData:
    defs = build_defs(place, steps_of(place))
    schedule = defs.resolve_schedule_def("refresh_every_morning")
    with without_charts(), dagster.DagsterInstance.ephemeral() as instance:
        context = dagster.build_schedule_context(instance=instance, repository_def=defs.get_repository_def())
        return schedule.evaluate_tick(context)


def test_nothing_changed_is_a_reason_to_skip() -> None:
    tick = evaluate(built_house())
    assert not tick.run_requests
    assert tick.skip_message == "no figure, fact, query or chart changed since the last release"


def test_what_changed_is_requested(tmp_path: Path) -> None:
    place = copy_of_built_house(tmp_path)
    change_line(place.reference / "claims.csv", "Q007", note="seen again")
    tick = evaluate(place)
    (request,) = tick.run_requests or ()
    assert request.asset_selection == [
        dagster.AssetKey(step.key.split("/")) for step in stale_steps(place, steps_of(place))
    ]
    names = {key.to_user_string() for key in request.asset_selection or ()}
    assert {"reference/claims", "marts/claims", "release/qipan"} <= names
    assert "core/observations" not in names


def test_the_schedule_rings_at_eight_in_shanghai() -> None:
    schedule = build_defs(built_house(), steps_of(built_house())).resolve_schedule_def(
        "refresh_every_morning"
    )
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 8 * * *", "Asia/Shanghai")
    assert schedule.job_name == "refresh"


def test_making_the_warehouse_asks_no_publisher() -> None:
    job = build_defs(built_house(), steps_of(built_house())).resolve_job_def("refresh")
    assert job.description and "publish" in job.description and "no publisher" in job.description
    made = {key.path[0] for key in job.asset_layer.executable_asset_keys}
    assert "landing" not in made and "release" in made
    assert not {
        key for key in job.asset_layer.asset_graph.asset_check_keys if key.name == "fresh_by_calendar"
    }


def test_a_landing_job_makes_one_collection() -> None:
    job = build_defs(built_house(), steps_of(built_house())).resolve_job_def("land_hk_year")
    assert {node.name for node in job.nodes} == {"landing__hk_year"}
    assert job.asset_layer.selected_asset_keys == {dagster.AssetKey(["landing", "hk_year"])}
    assert job.description and job.description.startswith("Hong Kong C&SD, annual: ")


def test_the_freshness_job_makes_nothing() -> None:
    job = build_defs(built_house(), steps_of(built_house())).resolve_job_def("freshness")
    # its checks run without the assets; that they do is tested in test_freshness.py
    assert job.asset_layer.selected_asset_keys == set() and len(job.nodes) > 5
