"""Rows for the cards: read back as they were, common cells once, inputs shared."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assets.site.card_rows import packed, rows_file, write_rows
from assets.site.rows import Row
from tests.assets.site.reading_pages import unpacked

CELLS = st.one_of(st.none(), st.integers(-9, 9), st.text(max_size=3))


def row(key: str, inputs: list, **cells: object) -> Row:
    made = Row(f"marts.x/{key}", cells)
    made.inputs = inputs
    return made


def test_a_worked_example() -> None:
    inputs = [["gdp_nominal", 31, [["census5", "2026-01-01", "2026-01-01"]], ["nbs"]]]
    data = packed([row("a/1", inputs, group="a", value=1.5), row("a/2", inputs, group="a", note="n")])
    assert data == {
        "inputs": [inputs],
        "tables": {
            "marts.x": {
                "columns": ["value", "note"],
                "same": {"group": "a"},
                "rows": [["a/1", 0, 1.5, None], ["a/2", 0, None, "n"]],
            }
        },
    }


@given(st.dictionaries(st.integers(0, 9), st.dictionaries(st.sampled_from("abc"), CELLS), max_size=5))
def test_read_back_as_they_were(tables: dict[int, dict[str, object]]) -> None:
    rows = [row(str(key), [[key % 2]], **cells) for key, cells in tables.items()]
    back = unpacked(json.loads(json.dumps(packed(rows))))
    assert back == {each.address: each.cells | {"inputs": each.inputs} for each in rows}


def test_a_page_without_numbers_has_no_file(tmp_path: Path) -> None:
    shown = {"methods.html": {}, "group/yreb.html": {"marts.x/a": row("a", [], value=1)}}
    write_rows(shown, tmp_path)
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.js")] == ["rows/group/yreb.js"]
    assert rows_file("index.html") == "index.js"
