"""Models written in Python: their header, what they may read, what a change of the library changes."""

from pathlib import Path

import duckdb
import pytest

from assets.models import ModelError, read_models
from assets.python_models import FOLDER, Inputs, create_from_model, read_python_model, read_python_models
from assets.reference import read_definitions
from tests.small_house import ROOT

HEADER = {
    "DESCRIPTION": "'Something. One row per group.'",
    "GRAIN": "('group_id',)",
    "DEPS": "('core/groups',)",
    "METHOD": "'a formula'",
    "COLUMNS": "('group_id', 'value')",
}


def write(root: Path, name: str = "gap", body: str = "", **changes: str | None) -> Path:
    """A model file below `root`; keywords change header lines, None takes one out."""
    header = {key: value for key, value in (HEADER | changes).items() if value is not None}
    path = root / FOLDER / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(f"{key} = {value}" for key, value in header.items()) + "\n" + body)
    return path


def inputs(deps: str = "('core/groups',)", root: Path | None = None) -> Inputs:
    connection = duckdb.connect()
    connection.execute("create schema core; create table core.groups as select 'east' as group_id")
    connection.execute("create table core.regions as select 'a' as region_id")
    assert root
    return Inputs(connection, read_python_model(write(root, DEPS=deps)))


def test_a_model_is_its_header(tmp_path):
    model = read_python_model(write(tmp_path))
    assert (model.key, model.grain, model.deps) == ("metrics/gap", ("group_id",), ("core/groups",))
    assert (model.description, model.method) == ("Something. One row per group.", "a formula")
    assert (model.columns, model.query) == (("group_id", "value"), "")
    assert model.method_id == f"metrics/gap@{model.digest[:8]}"


def test_the_header_is_read_without_running_the_module(tmp_path):
    assert read_python_model(write(tmp_path, body="raise SystemExit\n")).name == "gap"


@pytest.mark.parametrize("missing", sorted(HEADER))
def test_a_header_that_lacks_something_is_refused(tmp_path, missing):
    with pytest.raises(ModelError, match=rf"gap\.py: header lacks \['{missing}'\]"):
        read_python_model(write(tmp_path, **{missing: None}))


def test_a_computed_header_is_refused(tmp_path):
    with pytest.raises(ModelError, match=r"gap\.py: GRAIN is computed; write it out"):
        read_python_model(write(tmp_path, GRAIN="tuple(['group_id'])"))


@pytest.mark.parametrize("dep", ["marts/claims", "reference/groups", "staging/landed_figures"])
def test_metrics_read_core_and_metrics_only(tmp_path, dep):
    with pytest.raises(ModelError, match=f"metrics may read core, metrics, not {dep}"):
        read_python_model(write(tmp_path, DEPS=f"('{dep}',)"))


def test_a_change_of_the_library_changes_the_method(tmp_path):
    library = tmp_path / "assets" / "statistics"
    path = write(tmp_path, body="from assets.statistics.one import one\n")
    (library / "one.py").write_text("from assets.statistics.two import two\n")
    (library / "two.py").write_text("two = 2\n")
    (library / "other.py").write_text("other = 1\n")
    before = read_python_model(path)
    assert {"gap.py", "one.py", "two.py"} <= {file.name for file in before.files}
    ids = [before.method_id]
    for name, text in (("other", "other = 2\n"), ("two", "two = 3\n")):
        (library / f"{name}.py").write_text(text)
        ids.append(read_python_model(path).method_id)
    assert ids[0] == ids[1] != ids[2]


def test_inputs_give_declared_tables_only(tmp_path):
    assert inputs(root=tmp_path).rows("select group_id from core.groups") == [("east",)]
    with pytest.raises(ModelError, match=r"gap\.py: a query reads \['core/regions'\], DEPS has not"):
        inputs(root=tmp_path).rows("select region_id from core.regions")


def test_a_declared_table_nobody_reads_is_refused(tmp_path):
    found = inputs("('core/groups', 'core/regions')", tmp_path)
    found.rows("select group_id from core.groups")
    with pytest.raises(ModelError, match=r"DEPS has \['core/regions'\], no query reads them"):
        found.check_all_read()


def made(monkeypatch, tmp_path, value):
    """The table of a model whose module yields one row with `value`."""

    class Module:
        @staticmethod
        def rows(given):
            given.rows("select group_id from core.groups")
            yield "east", value

    monkeypatch.setattr("assets.python_models.importlib.import_module", lambda name: Module)
    model = read_python_model(write(tmp_path))
    with duckdb.connect() as connection:
        connection.execute("create schema core; create table core.groups as select 'east' as group_id")
        create_from_model(connection, model, read_definitions(ROOT / "warehouse" / "reference" / "cn"))
        return connection.execute("select group_id, value from metrics.gap").fetchall()


@pytest.mark.parametrize("value", [0.1, 1 / 3, 1e-300, -2.5, None])
def test_rows_become_a_typed_table_without_losing_a_digit(monkeypatch, tmp_path, value):
    assert made(monkeypatch, tmp_path, value) == [("east", value)]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_refused(monkeypatch, tmp_path, value):
    with pytest.raises(ModelError, match=r"gap\.py: a row holds (nan|inf); give None and a null_reason"):
        made(monkeypatch, tmp_path, value)


def test_models_of_both_kinds_are_built_in_one_order(tmp_path):
    for room, name, deps in (("core", "groups", "[]"), ("marts", "gaps", '["metrics/gap"]')):
        path = tmp_path / "sql" / room / f"{name}.sql"
        path.parent.mkdir(parents=True)
        query = "select 1 as value" if room == "core" else "select value from metrics.gap"
        path.write_text(f'/*\ndescription = "x"\ngrain = ["value"]\ndeps = {deps}\n*/\n{query}\n')
    write(tmp_path)
    models = read_models(tmp_path / "sql", read_python_models(tmp_path))
    assert [model.key for model in models] == ["core/groups", "metrics/gap", "marts/gaps"]


def test_a_table_two_files_make_is_refused(tmp_path):
    path = tmp_path / "sql" / "metrics" / "gap.sql"
    path.parent.mkdir(parents=True)
    path.write_text(
        '/*\ndescription = "x"\ngrain = ["value"]\ndeps = []\nmethod = "m"\n*/\nselect 1 as value\n'
    )
    write(tmp_path)
    with pytest.raises(ModelError, match=r"sql/metrics/gap\.sql makes this table too; keep one"):
        read_python_models(tmp_path)
