"""What the README says can be typed, opened and queried, can be."""

import re
from pathlib import Path

import duckdb
import pytest

from tests.small_house import built_house

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PUBLISHED = ROOT / "warehouse" / "build" / "qipan.duckdb"
TOP_FOLDERS = ("assets", "expectations", "orchestration", "sql", "tests", "warehouse")
QUERIES = re.findall(r"```sql\n(.*?)```\s*(?:```text\n(.*?)```)?", README, re.DOTALL)
TYPES = {"varchar", "double", "integer", "bigint", "boolean", "date", "int32", "int64", "timestamp"}


def code_in_text() -> list[str]:
    """Words in backticks outside fenced blocks."""
    prose = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    return re.findall(r"`([^`\n]+)`", prose)


def test_it_is_finished_and_short() -> None:
    assert re.findall(r"@@\w+@@|TODO|TBD", README) == []
    assert len(README.splitlines()) <= 175


def test_every_make_command_is_a_target() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=`|\s+#|\s*$)", README, re.MULTILINE))
    assert {"refresh", "test"} <= named <= targets
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert targets <= set(phony.split())


def test_every_path_leads_somewhere() -> None:
    paths = [word for word in code_in_text() if word.split("/")[0] in TOP_FOLDERS and "/" in word]
    paths += re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert paths
    lost = []
    for path in paths:
        if path.startswith(("warehouse/build", "warehouse/inbox", "warehouse/landing")):
            continue  # made by a refresh, by people, by publishers
        pattern = re.sub(r"<\w+>", "*", path.rstrip("/"))
        if not list(ROOT.glob(pattern)):
            lost.append(path)
    assert lost == []


def test_every_csv_it_names_is_there() -> None:
    names = {word for word in code_in_text() if re.fullmatch(r"\w+\.csv", word)}
    held = {path.name for path in (ROOT / "warehouse").rglob("*.csv")}
    assert names <= held


def test_it_shows_queries_with_their_results() -> None:
    assert len(QUERIES) >= 3
    assert all(output for _, output in QUERIES)


@pytest.mark.parametrize("query", [query for query, _ in QUERIES])
def test_a_query_runs_as_printed(query: str) -> None:
    with duckdb.connect(str(built_house().published_file), read_only=True) as reader:
        reader.execute(query).fetchall()


@pytest.mark.parametrize(("query", "output"), QUERIES)
def test_a_query_gives_what_is_printed(query: str, output: str) -> None:
    if not PUBLISHED.is_file():
        pytest.skip("no release at warehouse/build/qipan.duckdb; make refresh first")
    with duckdb.connect(str(PUBLISHED), read_only=True) as reader:
        cursor = reader.execute(query)
        columns = [column[0] for column in cursor.description or ()]
        rows = cursor.fetchall()
    header, *printed = table(output)
    assert header == columns
    assert len(printed) == len(rows)
    for line, row in zip(printed, rows, strict=True):
        assert all(is_printed_as(value, cell) for value, cell in zip(row, line, strict=True)), (line, row)


def table(text: str) -> list[list[str]]:
    """Cells of a printed table, drawn with lines or aligned with two spaces or more."""
    lines = [line.strip().strip("│|").strip() for line in text.strip().splitlines()]
    split = [re.split(r"\s*[│|]\s*|\s{2,}", line) for line in lines if re.search(r"\w", line)]
    split = [cells for cells in split if not set(cells) <= TYPES]
    width = len(split[0])
    return [cells for cells in split if len(cells) == width and not re.fullmatch(r"\d+ rows?", cells[0])]


def is_printed_as(value: object, cell: str) -> bool:
    """Whether a cell shows a value: to the digits printed where it is a fraction."""
    if value is None:
        return cell in ("NULL", "-", "–", "None")
    if isinstance(value, float):
        number = cell.replace(",", "")
        digits = len(number.partition(".")[2])
        return abs(float(number) - value) <= 0.5000001 * 10**-digits
    if isinstance(value, bool):
        return cell.lower() == str(value).lower()
    return cell.replace(",", "") == str(value).replace(",", "")
