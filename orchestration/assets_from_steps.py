"""One Dagster asset per step, with description, kinds, lineage, checks and metadata."""

import base64
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import dagster
import duckdb

from assets.house import CheckFailed, begin_ahead, failed_critically, make
from assets.steps import CheckResult, Outcome, Place, Step
from assets.tables import ColumnDefinition, columns_of
from orchestration.report_server import HOST, PORT
from orchestration.resources import Warehouse

OWNERS = ["team:qipan"]
# Runs of the UI that make any step wait for each other; landing goes on beside them.
POOL = "warehouse"


def asset_key(key: str) -> dagster.AssetKey:
    """`room/name` as a Dagster key."""
    return dagster.AssetKey(key.split("/"))


def asset_from_step(
    step: Step,
    fingerprints: Mapping[str, str],
    definitions: dict[str, ColumnDefinition],
    report_progress: Callable[[Step, Outcome, float], None],
    later: Sequence[Step] = (),
    drawn_below: Sequence[dagster.AssetKey] = (),
) -> dagster.AssetsDefinition:
    """The asset of a step. Raises CheckFailed in the run when a critical check fails.

    `later` are steps that can begin in the background before their turn; those of the run do.
    `drawn_below` are assets outside the house that fill what the step reads: the graph shows them above.
    """

    @dagster.asset(
        key=asset_key(step.key),
        deps=[*(asset_key(dep) for dep in step.deps), *drawn_below],
        description=step.description,
        group_name=step.room,
        kinds=set(step.kinds),
        owners=OWNERS,
        pool=POOL,
        code_version=step.digest[:16],
        metadata={name: value for name, value in step.facts.items() if value},
        check_specs=[
            dagster.AssetCheckSpec(
                name=check.name,
                asset=asset_key(step.key),
                description=check.reason,
                blocking=check.is_critical,
            )
            for check in step.checks
        ],
    )
    def made(
        context: dagster.AssetExecutionContext, warehouse: Warehouse
    ) -> Iterator[dagster.MaterializeResult]:
        # the run's own selection is empty where it makes everything
        in_run = context.job_def.asset_layer.executable_asset_keys
        begin_ahead(
            warehouse.connection,
            (other for other in later if asset_key(other.key) in in_run),
            fingerprints,
        )
        started = time.monotonic()
        outcome = make(warehouse.connection, step)
        seconds = time.monotonic() - started
        report_progress(step, outcome, seconds)
        yield dagster.MaterializeResult(
            metadata=_metadata(step, outcome, warehouse.connection, warehouse.place, definitions),
            check_results=[_check_result(check) for check in outcome.checks],
            data_version=dagster.DataVersion(fingerprints[step.key][:16]),
        )
        failed = failed_critically(outcome)
        if failed:
            raise CheckFailed("; ".join(failed_in_words(check) for check in failed))

    return made


def failed_in_words(check: CheckResult) -> str:
    """What a failed check saw and why it matters, as a sentence and the first rows."""
    rows = check.observed.get("first rows")
    seen = rows or ", ".join(f"{name} {value}" for name, value in check.observed.items())
    return f"{check.name} failed, since {check.reason}. Seen: {seen}"


def _metadata(
    step: Step,
    outcome: Outcome,
    connection: duckdb.DuckDBPyConnection,
    place: Place,
    definitions: dict[str, ColumnDefinition],
) -> dict[str, Any]:
    facts: dict[str, Any] = {
        name: _shown(value) for name, value in outcome.facts.items() if name not in ("preview", "page")
    }
    if outcome.rows is not None:
        facts["dagster/row_count"] = outcome.rows
    if "duckdb" in step.kinds and step.is_transaction:
        facts["dagster/table_name"] = step.key.replace("/", ".")
        facts["dagster/column_schema"] = _column_schema(step, connection, definitions)
        facts["dagster/column_lineage"] = _column_lineage(step, connection)
    preview = outcome.facts.get("preview")
    if preview:
        facts["preview"] = dagster.MetadataValue.md(_inline_picture(place, str(preview)))
    if page := outcome.facts.get("page"):
        facts["page"] = dagster.MetadataValue.url(f"http://{HOST}:{PORT}/{page}")
    return facts


def _column_schema(
    step: Step, connection: duckdb.DuckDBPyConnection, definitions: dict[str, ColumnDefinition]
) -> dagster.TableSchema:
    return dagster.TableSchema(
        columns=[
            dagster.TableColumn(
                name,
                kind,
                description=definitions[name].comment if name in definitions else None,
            )
            for name, kind in columns_of(connection, step.key)
        ]
    )


def _column_lineage(step: Step, connection: duckdb.DuckDBPyConnection) -> dagster.TableColumnLineage:
    """Where columns come from, by name: in this house the same name is the same thing in every room."""
    sources: dict[str, list[dagster.TableColumnDep]] = {}
    for dep in step.deps:
        for name, _ in columns_of(connection, dep):
            sources.setdefault(name, []).append(dagster.TableColumnDep(asset_key(dep), name))
    return dagster.TableColumnLineage(
        {name: sources[name] for name, _ in columns_of(connection, step.key) if name in sources}
    )


def _inline_picture(place: Place, preview: str) -> str:
    """Markdown with the picture inside, so that the UI shows it without another request."""
    content = base64.b64encode((place.staged / preview).read_bytes()).decode()
    return f"![{preview}](data:image/png;base64,{content})"


def _check_result(check: CheckResult) -> dagster.AssetCheckResult:
    severity = dagster.AssetCheckSeverity
    return dagster.AssetCheckResult(
        check_name=check.name,
        passed=check.passed,
        severity=severity.ERROR if check.is_critical else severity.WARN,
        description=check.reason,
        metadata={name: _shown(value) for name, value in check.observed.items()},
    )


def _shown(value: object) -> bool | int | float | str:
    return value if isinstance(value, bool | int | float | str) else str(value)
