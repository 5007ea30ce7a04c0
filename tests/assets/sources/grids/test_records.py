"""Record lists: members become columns, addresses are those of JSON."""

import pytest

from assets.landing.errors import ShapeError
from assets.sources.grids.grid import NUMBER, TEXT, Cell
from assets.sources.grids.records import read_records


def test_members_become_columns_in_the_order_they_appear() -> None:
    records = [{"region": "北京", "value": 1.5, "note": "a"}, {"value": None, "note": "", "region": "天津"}]
    grid = read_records(records, "t.json")
    assert grid.keys == ("region", "value", "note")
    assert grid.cell(1, 1) == Cell("1.5", NUMBER)
    assert grid.cell(2, 0) == Cell("天津", TEXT)
    assert (grid.cell(2, 1).kind, grid.cell(2, 2).kind) == ("", "")
    assert (grid.place(2, 1), grid.place(0, 1)) == ("cell [1].value", "cell 'value'")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"a": 1}, "found .*a list was expected"),
        ([{"a": 1}, {"b": 2}], r"t.json \[0\]: no member 'b', which other records have"),
        ([1], r"t.json \[0\]: found 1; a record"),
        ([{"a": [1]}], r"t.json \[0\]\.a: found \[1\]; a number or text was expected"),
    ],
)
def test_anything_else_is_refused_where_it_stands(value: object, message: str) -> None:
    with pytest.raises(ShapeError, match=message):
        read_records(value, "t.json")
