"""The exports: files that say what they hold, in the words of the column definitions."""

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from assets.export import LABEL_ENDINGS, NAMES, label_columns
from assets.reference import read_definitions
from tests.small_house import built_house, published, steps_of

FOLDER = "exports"


@pytest.fixture(scope="module")
def folder() -> Path:
    return built_house().build / FOLDER


@pytest.fixture(scope="module")
def package(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def resources(package: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {resource["path"]: resource for resource in package["resources"]}


def header_and_rows(path: Path) -> tuple[list[str], int]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    return header, len(rows)


def test_label_columns_come_in_three_languages() -> None:
    columns = [
        "group_id",
        "name_zh_hans",
        "name_zh_hant",
        "name_en",
        "title_zh_hans",
        "title_en",
        "unit_zh_hans",
    ]
    assert label_columns(columns) == {"name_zh_hans", "name_zh_hant", "name_en"}


def test_descriptor_names_every_file_and_no_other(folder: Path, package: dict[str, Any]) -> None:
    files = {path.name for path in folder.iterdir()} - {"datapackage.json"}
    assert set(resources(package)) == files
    marts = {step.key.split("/")[1] for step in steps_of(built_house()) if step.room == "marts"}
    assert {name.split(".")[0] for name in files} == marts | {key.split("/")[1] for key in NAMES.values()}
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])


def test_descriptor_tells_columns_and_rows_of_every_file(folder: Path, package: dict[str, Any]) -> None:
    with duckdb.connect() as connection:
        for path, resource in resources(package).items():
            told = [field["name"] for field in resource["schema"]["fields"]]
            if path.endswith(".parquet"):
                rows = connection.execute(f"select count(*) from '{folder / path}'").fetchall()[0][0]
                cursor = connection.execute(f"select * from '{folder / path}' limit 0")
                columns = [column[0] for column in cursor.description or ()]
            else:
                columns, rows = header_and_rows(folder / path)
            assert (told, resource["rows"]) == (columns, rows), path


def test_fields_are_explained_by_the_column_definitions(package: dict[str, Any]) -> None:
    definitions = read_definitions(built_house().reference)
    fields = resources(package)["group_gap.parquet"]["schema"]["fields"]
    (ratio,) = [field for field in fields if field["name"] == "ratio"]
    assert ratio == {
        "name": "ratio",
        "type": "number",
        "description": definitions["ratio"].description_en,
        "unit": definitions["ratio"].unit,
    }
    every = [field for resource in package["resources"] for field in resource["schema"]["fields"]]
    assert [field["name"] for field in every if not field["description"]] == []


def test_repeated_names_are_left_out_of_csv_and_kept_in_parquet(package: dict[str, Any]) -> None:
    def labels(path: str) -> list[str]:
        fields = resources(package)[path]["schema"]["fields"]
        return [field["name"] for field in fields if field["name"].endswith(LABEL_ENDINGS)]

    assert labels("group_gap.csv.gz") == []
    assert "group_name_zh_hans" in labels("group_gap.parquet")
    # a claim's sentence has two languages and belongs to its row
    assert "statement_en" in labels("claims.csv.gz")


def test_every_foreign_key_is_found_in_the_file_of_names(folder: Path, package: dict[str, Any]) -> None:
    by_name = {resource["name"]: resource for resource in package["resources"]}
    seen = set()
    with duckdb.connect() as connection:
        for resource in package["resources"]:
            for key in resource["schema"].get("foreignKeys", []):
                target = by_name[key["reference"]["resource"]]
                column = key["fields"]
                assert target["schema"]["primaryKey"] == [key["reference"]["fields"]]
                lost = connection.execute(
                    f"select count(*) from {as_text(folder, resource)} as mart"
                    f" anti join {as_text(folder, target)} as names using ({column})"
                    f" where {column} is not null"
                ).fetchall()
                assert lost == [(0,)], (resource["path"], column)
                seen.add(column)
    assert seen == set(NAMES)


def as_text(folder: Path, resource: dict[str, Any]) -> str:
    """A CSV file as DuckDB reads it by itself, ids kept as text."""
    return f"read_csv('{folder / resource['path']}', all_varchar = true)"


def test_parquet_holds_the_mart_as_published(folder: Path) -> None:
    place = built_house()
    with duckdb.connect() as connection:
        connection.execute(f"attach '{place.published_file}' as house (read_only)")
        mart, file = "house.marts.group_gap", f"'{folder}/group_gap.parquet'"
        differ = f"(from {mart} except all from {file}) union all (from {file} except all from {mart})"
        assert connection.execute(f"select count(*) from ({differ})").fetchall() == [(0,)]


def test_primary_key_is_the_grain(package: dict[str, Any]) -> None:
    grains = dict(
        published(built_house(), "select table_name, grain from catalog.tables where room = 'marts'")
    )
    for path in ("group_gap.parquet", "group_gap.csv.gz", "claims.csv.gz"):
        key = resources(package)[path]["schema"]["primaryKey"]
        assert ", ".join(key) == grains[path.split(".")[0]]


def test_licence_and_sources_are_told(package: dict[str, Any]) -> None:
    assert "Apache-2.0" in json.dumps(package)
    assert package.get("name")
