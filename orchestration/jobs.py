"""The main job and when it runs."""

from collections.abc import Iterator

import dagster

from assets.house import all_steps, stale_steps
from assets.steps import Place

refresh_job = dagster.define_asset_job(
    "refresh",
    selection=dagster.AssetSelection.all(),
    description="Make every table, chart and the report, and publish when all critical checks passed.",
    config={"loggers": {"console": {"config": {"log_level": "WARNING"}}}},
)


def refresh_schedule(place: Place) -> dagster.ScheduleDefinition:
    """Every morning, if anything changed since the last release; skipped with the reason otherwise."""

    def evaluate(
        context: dagster.ScheduleEvaluationContext,
    ) -> Iterator[dagster.RunRequest | dagster.SkipReason]:
        stale = stale_steps(place, all_steps(place))
        if not stale:
            yield dagster.SkipReason("no figure, fact, query or chart changed since the last release")
            return
        keys = [dagster.AssetKey(step.key.split("/")) for step in stale]
        yield dagster.RunRequest(asset_selection=keys)

    return dagster.ScheduleDefinition(
        name="refresh_every_morning",
        job=refresh_job,
        cron_schedule="0 8 * * *",
        execution_timezone="Asia/Shanghai",
        execution_fn=evaluate,
    )
