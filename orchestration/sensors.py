"""What starts by itself: a refresh after something landed, the inbox, and word of what went wrong."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

import dagster

from assets.house import all_steps, stale_steps
from assets.landing.landed_tables import landing_digest
from assets.sources.inbox import COLLECTION, waiting
from assets.steps import Place, WarehouseBusyError
from orchestration.assets_from_steps import asset_key
from orchestration.jobs import REFRESH, landing_job_name
from orchestration.notification import Incident, settle
from orchestration.resources import webhook_address

Evaluation = Iterator[dagster.RunRequest | dagster.SkipReason]
RUNNING = dagster.DefaultSensorStatus.RUNNING
# Somebody stopped it; that is no incident.
INTERRUPTIONS = ("DagsterExecutionInterruptedError", "KeyboardInterrupt")


def new_answers_sensor(place: Place) -> dagster.SensorDefinition:
    """Asks for a refresh once answers have landed and none has followed for one look."""

    @dagster.sensor(
        name="new_answers",
        job_name=REFRESH,
        minimum_interval_seconds=30,
        default_status=RUNNING,
        description="Makes and publishes what changed after publishers' answers landed.",
    )
    def sensor(context: dagster.SensorEvaluationContext) -> Evaluation:
        landed = landing_digest(place.landing)
        if not landed:
            yield dagster.SkipReason("nothing was landed yet")
            return
        digest = hashlib.sha256(landed.encode()).hexdigest()[:16]
        seen, _, handled = (context.cursor or "/").partition("/")
        if digest == handled:
            yield dagster.SkipReason("nothing landed since the last look")
            return
        context.update_cursor(f"{digest}/{handled}")
        if digest != seen:
            yield dagster.SkipReason("answers are landing; waiting until no more come")
            return
        try:
            stale = stale_steps(place, all_steps(place))
        except WarehouseBusyError:
            yield dagster.SkipReason("a refresh is under way; looking again after it")
            return
        context.update_cursor(f"{digest}/{digest}")
        if not stale:
            yield dagster.SkipReason("the last release holds everything landed")
            return
        yield dagster.RunRequest(asset_selection=[asset_key(step.key) for step in stale])

    return sensor


def inbox_sensor(place: Place) -> dagster.SensorDefinition:
    """Asks for a landing of the inbox when files wait that were not tried as they are."""

    @dagster.sensor(
        name="inbox_files",
        job_name=landing_job_name(COLLECTION),
        minimum_interval_seconds=30,
        default_status=RUNNING,
        description="Lands files put into the inbox. A refused file waits until it or its mapping changes.",
    )
    def sensor(_context: dagster.SensorEvaluationContext) -> Evaluation:
        files = waiting(place.inbox)
        if not files:
            yield dagster.SkipReason("no file waits that was not tried as it is")
            return
        # one run for these files in this state, however often we look
        # the folder's time moves when an error text is taken away to have its file tried again
        touched = str(place.inbox.stat().st_mtime_ns)
        states = "".join([touched, *(file.state for file in files)])
        states = hashlib.sha256(states.encode()).hexdigest()[:16]
        yield dagster.RunRequest(run_key=states, tags={"qipan/files": str(len(files))})

    return sensor


def incident_sensors(place: Place) -> list[dagster.SensorDefinition]:
    """`incidents` notifies of failed runs, once per asset and errors; `recoveries` closes what succeeded."""

    @dagster.run_failure_sensor(
        name="incidents",
        minimum_interval_seconds=30,
        default_status=RUNNING,
        description="A log line, and a POST to QIPAN_WEBHOOK if set, for each asset that failed; once.",
    )
    def incidents(context: dagster.RunFailureSensorContext) -> None:
        found = incidents_of(context.get_step_failure_events())
        event = context.failure_event
        if not found and event.event_specific_data is not None:
            error = getattr(event.event_specific_data, "error", None)
            found = [_incident(context.dagster_run.job_name, error)] if error else []
        settle(place, _unexpected(found), (), webhook_address(), context.log.error)

    @dagster.run_status_sensor(
        run_status=dagster.DagsterRunStatus.SUCCESS,
        name="recoveries",
        minimum_interval_seconds=30,
        default_status=RUNNING,
        description="Closes the incidents of assets that were made again without an error.",
    )
    def recoveries(context: dagster.RunStatusSensorContext) -> None:
        records = context.instance.get_records_for_run(
            context.dagster_run.run_id, of_type=dagster.DagsterEventType.STEP_SUCCESS
        ).records
        events = [record.event_log_entry.dagster_event for record in records]
        recovered = [asset_of(event) for event in events if event is not None]
        settle(place, (), recovered, webhook_address(), context.log.info)

    return [incidents, recoveries]


def incidents_of(events: Iterable[dagster.DagsterEvent]) -> list[Incident]:
    """One incident for every failed step, those that somebody stopped left out."""
    found = [_incident(asset_of(event), event.step_failure_data.error) for event in events]
    return _unexpected(found)


def asset_of(event: dagster.DagsterEvent) -> str:
    """`room/name` of the asset a step makes."""
    return str(event.step_key).replace("__", "/")


def _incident(asset: str, error: object) -> Incident:
    cause = getattr(error, "cause", None) or error
    name = str(getattr(cause, "cls_name", None) or "failure")
    # Dagster puts the path of the class before the message
    message = re.sub(rf"^([\w.]+\.)?{name}: ", "", str(getattr(cause, "message", "")).strip())
    # a failed landing names the error of every series at the beginning of a line
    named = re.findall(r"^([A-Z]\w*(?:Error|Failed)): ", message, re.MULTILINE)
    return Incident(asset, tuple(sorted(set(named) or {name})), message)


def _unexpected(incidents: Sequence[Incident]) -> list[Incident]:
    return [incident for incident in incidents if not set(incident.error_names) & set(INTERRUPTIONS)]
