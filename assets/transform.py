"""Rooms `staging` to `marts`: one step per model, with its structure checks and its suite."""

import importlib
from pathlib import Path

import duckdb

from assets.claims import claim_checks, judge_claims
from assets.models import Model, read_models
from assets.python_models import PythonModel, create_from_model, read_python_models
from assets.steps import CheckName, Outcome, Place, Step, digest_files
from assets.tables import (
    STRUCTURE,
    ColumnDefinition,
    check_structure,
    comment,
    create_from_query,
    create_from_rows,
    row_count,
    sources_and_vintages,
)
from expectations.suite import Suite, check_suite

CLAIMS = "marts/claims"
TABLES = Path(__file__).parent / "tables.py"
METHODS = (
    "Methods: formula, source and version of every metric, taken from the headers of the models."
    " One row per metric table."
)


def transform_steps(place: Place, definitions: dict[str, ColumnDefinition]) -> list[Step]:
    """One step per model, in SQL or in Python, in building order; ModelError when one breaks a rule."""
    models = read_models(place.root / "sql", read_python_models(place.root))
    return [
        _methods_step(models, definitions),
        *(_step(place, model, definitions) for model in models),
    ]


def _methods_step(models: list[Model], definitions: dict[str, ColumnDefinition]) -> Step:
    """The method cards as a table, so that a row of a mart can name the method that made it."""
    key = "core/methods"
    columns = ("table_key", "method_id", "method", "description")
    rows = [(model.key, model.method_id, model.method, model.description) for model in models if model.method]

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        create_from_rows(connection, key, columns, rows, definitions)
        comment(connection, key, METHODS, definitions)
        structure = check_structure(connection, key, ("table_key",), definitions)
        return Outcome(row_count(connection, key), {}, (structure,))

    return Step(
        key=key,
        description=METHODS,
        deps=(),
        digest=digest_files(
            [path for model in models if model.method for path in model.files] + [Path(__file__)]
        ),
        run=run,
        kinds=("python", "duckdb"),
        checks=(STRUCTURE,),
        facts={"grain": "table_key"},
    )


def _step(place: Place, model: Model, definitions: dict[str, ColumnDefinition]) -> Step:
    suite, suite_files = _suite(place, model)

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        if isinstance(model, PythonModel):
            create_from_model(connection, model, definitions)
        else:
            create_from_query(connection, model.key, model.query)
        comment(connection, model.key, model.description, definitions)
        structure = check_structure(
            connection, model.key, model.grain, definitions, may_be_empty=model.may_be_empty
        )
        meaning = check_suite(connection, suite) if suite else ()
        claims = judge_claims(connection) if model.key == CLAIMS else ()
        return Outcome(
            row_count(connection, model.key),
            sources_and_vintages(connection, model.key),
            (structure, *meaning, *claims),
        )

    promised = tuple(
        CheckName(rule.name, rule.is_critical, rule.reason) for rule in (suite.rules if suite else ())
    )
    if model.key == CLAIMS:
        promised += claim_checks(place)
        suite_files.append(place.root / "assets" / "claims.py")
    facts: dict[str, object] = {"grain": ", ".join(model.grain)}
    if model.method:
        facts |= {"method": model.method, "method_id": model.method_id}
    return Step(
        key=model.key,
        description=model.description,
        deps=model.deps,
        digest=digest_files([*model.files, place.reference / "columns.csv", TABLES, *suite_files]),
        run=run,
        kinds=("python" if isinstance(model, PythonModel) else "sql", "duckdb"),
        checks=(STRUCTURE, *promised),
        facts=facts,
    )


def _suite(place: Place, model: Model) -> tuple[Suite | None, list[Path]]:
    """The suite at the model's path in `expectations/`, if there is one, and the files it is made of."""
    path = place.root / "expectations" / model.room / f"{model.name}.py"
    if not path.is_file():
        return None, []
    module = importlib.import_module(f"expectations.{model.room}.{model.name}")
    return module.SUITE, [path, place.root / "expectations" / "suite.py"]
