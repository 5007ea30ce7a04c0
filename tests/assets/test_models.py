"""The loader of SQL models: what it reads, and what it refuses with which remedy."""

import hashlib
from pathlib import Path

import pytest

from assets.models import ModelError, read_model, read_models, tables_read
from assets.python_models import read_python_models

ROOT = Path(__file__).parents[2]


def write(sql: Path, key: str, query: str, deps: list[str], **header: object) -> Path:
    """A model file with a header that declares `deps`; keywords change or add header lines."""
    lines = {
        "description": "'Something. One row per region.'",
        "grain": "['region_id']",
        "deps": repr(deps),
    }
    if key.startswith("metrics/"):
        lines["method"] = "'a formula'"
    lines |= {name: value for name, value in header.items() if value is not None}
    for name in [name for name, value in header.items() if value is None]:
        lines.pop(name)
    path = sql / f"{key}.sql"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join(f"{name} = {value}" for name, value in lines.items())
    path.write_text(f"/*\n{text}\n*/\n{query}\n", encoding="utf-8")
    return path


def test_a_model_is_its_header_and_its_query(tmp_path):
    path = write(
        tmp_path,
        "metrics/gap",
        "with regions as (select region_id from core.regions)\nselect region_id from regions",
        ["core/regions"],
    )
    model = read_model(path)
    assert (model.key, model.grain, model.deps) == (
        "metrics/gap",
        ("region_id",),
        ("core/regions",),
    )
    assert (model.description, model.method) == ("Something. One row per region.", "a formula")
    assert model.query.startswith("with regions as")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert (model.digest, model.method_id) == (digest, f"metrics/gap@{digest[:8]}")


def test_a_changed_query_or_header_changes_the_method_id(tmp_path):
    ids = {
        read_model(write(tmp_path, "core/a", query, ["reference/regions"], **header)).method_id
        for query in ("select region_id from reference.regions", "select 1 from reference.regions")
        for header in ({}, {"description": "'Other. One row per region.'"})
    }
    assert len(ids) == 4


def test_models_come_in_an_order_in_which_they_can_be_built(tmp_path):
    write(tmp_path, "core/a_last", "select 1 from core.b_middle", ["core/b_middle"])
    write(tmp_path, "core/b_middle", "select 1 from staging.first", ["staging/first"])
    write(tmp_path, "staging/first", "select 1 from ingest.raw", ["ingest/raw"])
    write(tmp_path, "marts/cards", "select 1 from core.methods", ["core/methods"])
    order = [model.key for model in read_models(tmp_path)]
    assert order.index("staging/first") < order.index("core/b_middle") < order.index("core/a_last")
    assert "marts/cards" in order  # core.methods is made by Python and needs no file


@pytest.mark.parametrize(
    ("key", "read", "allowed"),
    [
        ("staging/x", "core.regions", "staging may read ingest, reference"),
        ("core/x", "metrics.gini", "core may read staging, reference, core"),
        ("core/x", "ingest.raw", "core may read staging, reference, core"),
        ("metrics/x", "marts.claims", "metrics may read core, metrics"),
        ("metrics/x", "reference.regions", "metrics may read core, metrics"),
        ("marts/x", "reference.regions", "marts may read metrics, core"),
        ("marts/x", "marts.y", "marts may read metrics, core"),
    ],
)
def test_no_room_reads_backwards_or_past_the_room_before(tmp_path, key, read, allowed):
    path = write(tmp_path, key, f"select 1 from {read}", [read.replace(".", "/")])
    with pytest.raises(ModelError) as refusal:
        read_model(path)
    assert f"sql/{key}.sql: {allowed}, not {read.replace('.', '/')};" in str(refusal.value)


@pytest.mark.parametrize(
    ("query", "deps", "message"),
    [
        ("select 1 from core.a, core.b", ["core/a"], r"only in query \['core/b'\]"),
        ("select 1 from core.a", ["core/a", "core/b"], r"only in header \['core/b'\]"),
        ("select 1 from (select 1 from core.b)", [], r"only in query \['core/b'\]"),
        ("select 1 where 1 in (select 1 from core.b)", [], r"only in query \['core/b'\]"),
        ("with b as (select 1 from core.b) select 1", [], r"only in query \['core/b'\]"),
    ],
)
def test_deps_are_exactly_what_the_query_reads(tmp_path, query, deps, message):
    with pytest.raises(ModelError, match=message):
        read_model(write(tmp_path, "core/x", query, deps))


@pytest.mark.parametrize("query", ["select 1 from regions", "with a as (select 1) select 1 from b"])
def test_a_table_without_its_room_is_refused(tmp_path, query):
    with pytest.raises(ModelError, match=r"name no CTE; write tables as room.table"):
        read_model(write(tmp_path, "core/x", query, []))


@pytest.mark.parametrize(
    "query",
    [
        "create table core.y as select 1",
        "insert into core.y select 1",
        "drop table core.y",
        "attach 'other.duckdb'",
        "select from where",
        "",
    ],
)
def test_anything_but_a_select_is_refused(tmp_path, query):
    with pytest.raises(ModelError, match=r"sql/core/x\.sql: "):
        read_model(write(tmp_path, "core/x", query, []))


def test_two_statements_are_refused(tmp_path):
    with pytest.raises(ModelError, match="holds 2 statements; keep exactly one select"):
        read_model(write(tmp_path, "core/x", "select 1; select 2", []))


@pytest.mark.parametrize(
    ("key", "header", "message"),
    [
        ("core/x", {"owner": "'me'"}, r"has unknown \['owner'\]"),
        ("core/x", {"grain": None}, r"lacks \['grain'\]"),
        ("metrics/x", {"method": None}, r"lacks \['method'\]"),
        ("core/x", {"grain": "[unquoted]"}, "header is not TOML"),
    ],
)
def test_headers_take_the_known_keys_and_no_other(tmp_path, key, header, message):
    with pytest.raises(ModelError, match=message):
        read_model(write(tmp_path, key, "select 1", [], **header))


def test_a_file_without_header_is_refused(tmp_path):
    (tmp_path / "core").mkdir()
    path = tmp_path / "core" / "x.sql"
    path.write_text("select 1\n", encoding="utf-8")
    with pytest.raises(ModelError, match="must open with"):
        read_model(path)


def test_an_unknown_room_is_refused(tmp_path):
    path = write(tmp_path, "attic/x", "select 1", [])
    with pytest.raises(ModelError, match="no such room 'attic'; use one of staging, core"):
        read_model(path)


def test_circles_and_missing_models_are_refused(tmp_path):
    circle, missing = tmp_path / "circle", tmp_path / "missing"
    write(circle, "core/a", "select 1 from core.b", ["core/b"])
    write(circle, "core/b", "select 1 from core.a", ["core/a"])
    with pytest.raises(ModelError, match=r"in a circle: core/\w -> core/\w -> core/\w"):
        read_models(circle)
    write(missing, "core/a", "select 1 from core.b", ["core/b"])
    with pytest.raises(ModelError, match=r"sql/core/a\.sql: reads core/b, but there is no"):
        read_models(missing)


def test_tables_read_sees_through_ctes_joins_and_unions():
    qualified, loose = tables_read(
        "with a as (select 1 from core.a), b as (select 1 from a union all select 1 from core.b)"
        " select 1 from b left join core.c on true where 1 in (select 1 from core.d)"
    )
    assert qualified == {"core/a", "core/b", "core/c", "core/d"}
    assert loose == set()


def test_the_models_of_this_repository_can_be_read():
    in_python = read_python_models(ROOT)
    models = read_models(ROOT / "sql", in_python)
    assert len(models) == len(list((ROOT / "sql").glob("*/*.sql"))) + len(in_python)
    assert all(model.grain and model.description.count("One row per") == 1 for model in models)
