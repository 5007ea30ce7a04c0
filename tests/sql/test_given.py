"""The tables of the model tests are typed as columns.csv says, and every model has its test."""

import csv
import re

import pytest

from tests.sql.given import ROOT, check, rows, run_model, type_of

COLUMNS = ROOT / "warehouse" / "reference" / "cn" / "columns.csv"
MODELS = sorted((ROOT / "sql").glob("*/*.sql"))


def test_columns_have_the_type_columns_csv_gives_them():
    with COLUMNS.open(encoding="utf-8", newline="") as file:
        declared = {line["column_name"]: line["type"] for line in csv.DictReader(file)}
    queries = " ".join(path.read_text(encoding="utf-8") for path in MODELS)
    used = set(re.findall(r"\w+", queries))
    differing = {
        name: (type_of(name), kind)
        for name, kind in declared.items()
        if name in used and type_of(name) != kind
    }
    assert differing == {}


@pytest.mark.parametrize("path", MODELS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_model_has_its_test(path):
    test = ROOT / "tests" / "sql" / path.parent.name / f"test_{path.stem}.py"
    assert test.is_file(), f"write {test.relative_to(ROOT)}"


def test_every_test_has_its_model():
    tests = (ROOT / "tests" / "sql").glob("*/test_*.py")
    models = {(path.parent.name, f"test_{path.stem}") for path in MODELS}
    assert [path for path in tests if (path.parent.name, path.stem) not in models] == []


def test_cells():
    (row,) = rows(
        """
        period  value  is_first_print  note        valid_from  n_members
        2020    2/3    true            two words!  2020-12-31  -
        """,
        view_id="latest",
    )
    assert (row["period"], row["value"], row["is_first_print"]) == (2020, 2 / 3, True)
    assert (row["note"], str(row["valid_from"])) == ("two words!", "2020-12-31")
    assert (row["n_members"], row["view_id"]) == (None, "latest")


def test_a_line_with_a_cell_too_few_is_refused():
    with pytest.raises(AssertionError, match="2 cells under 3 columns"):
        rows("a  b  c\n1  2")


def test_expected_rows_must_be_all_rows_in_order():
    found = [{"region_id": "a", "value": 1.0}, {"region_id": "b", "value": 2.0}]
    check(found, "region_id  value\na  1\nb  2")
    for wrong in ("a  1", "b  2\na  1", "a  1\nb  2.0000001", "a  1\nb  2\nb  2"):
        with pytest.raises(AssertionError):
            check(found, "region_id  value\n" + wrong)


def test_a_given_table_nothing_reads_is_refused():
    views = "view_id  kind  name_zh_hans  name_zh_hant  name_en  description\na  b  c  d  e  f"
    with pytest.raises(AssertionError, match="core/unread"):
        run_model({"reference/views": views, "core/unread": "a\n1"}, "core/views")
