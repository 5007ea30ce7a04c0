"""The fewest steps a trial of publication can do with, so that a refresh takes less than a second."""

from pathlib import Path

import duckdb

from assets.house import all_steps
from assets.publish import publish_step
from assets.steps import CheckResult, Outcome, Place, Step, digest_files
from assets.tables import create_from_query

OBSERVATIONS = """
    select 'y' as indicator_id, region_code as region_id, period_text as period, value_text::double as value,
        1 as vintage_rank, date '2025-01-01' as published_on
    from ingest.embedded_edition
"""


def few_steps(place: Place) -> list[Step]:
    """The figures as printed, one mart of them, a file beside it, and the publication."""
    real = {step.key: step for step in all_steps(place)}
    kept = [
        real["reference/columns"],
        real["ingest/snapshots"],
        real["ingest/embedded_edition"],
        _table("core/observations", OBSERVATIONS, "ingest/embedded_edition"),
        _table(
            "marts/figures", "select region_id, period, value from core.observations", "core/observations"
        ),
        _exports(place),
    ]
    return [*kept, publish_step(place, kept)]


def _table(key: str, query: str, dep: str) -> Step:
    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        create_from_query(connection, key, query)
        return Outcome(1, {}, (CheckResult("structure", True, True, "rows"),))

    return Step(key, "A table.", (dep,), digest_files([Path(__file__)]), run, ("sql", "duckdb"))


def _exports(place: Place) -> Step:
    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        folder = place.staged / "exports"
        folder.mkdir(parents=True, exist_ok=True)
        connection.execute(f"copy marts.figures to '{folder}/figures.csv' (format csv, header)")
        return Outcome()

    return Step("exports/marts", "A file.", ("marts/figures",), digest_files([Path(__file__)]), run)
