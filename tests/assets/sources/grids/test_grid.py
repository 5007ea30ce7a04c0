"""Addresses as people write them, merged cells, numbers as short as they were typed."""

import pytest

from assets.landing.file_errors import FileTooLargeError
from assets.sources.grids.grid import (
    NUMBER,
    TEXT,
    Cell,
    Grid,
    Span,
    cell_place,
    column_letters,
    number_text,
    raised,
    shown,
)


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_letters_and_back(column: int, letters: str) -> None:
    assert column_letters(column) == letters
    assert cell_place(f"{letters}7") == (6, column)


@pytest.mark.parametrize("address", ["a1", "A0", "A", "1", "A1:B2", "AAAA1"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=address):
        cell_place(address)


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("49843.099999999999", "49843.1"),
        (49843.1, "49843.1"),
        ("103", "103"),
        (103.0, "103"),
        ("0", "0"),
        ("1E-3", "0.001"),
        ("61.918115152276634", "61.918115152276634"),
        ("1e999", "1e999"),
        ("x", "x"),
    ],
)
def test_a_held_number_is_as_short_as_it_was_typed(held: float | str, text: str) -> None:
    assert number_text(held) == text


@pytest.mark.parametrize(("text", "mark"), [("1", "[1]"), (" a ", "[a]"), ("①", "①"), ("注释", "注释")])
def test_a_raised_mark_does_not_become_a_digit(text: str, mark: str) -> None:
    assert raised(text) == mark


def test_merged_cells_show_the_text_of_their_first_within_what_is_used() -> None:
    grid = Grid("a", spans=[Span(0, 0, 1_048_575, 1)])
    grid.put(0, 0, Cell("x", TEXT))
    grid.put(2, 3, Cell("1", NUMBER))
    assert [grid.heading(row, 1).text for row in range(4)] == ["x", "x", "x", ""]
    assert grid.cell(1, 1).kind == ""
    assert grid.place(2, 3) == "sheet 'a', cell D3"


def test_a_grid_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assets.sources.grids.grid.MOST_CELLS", 1)
    grid = Grid("a")
    grid.put(0, 0, Cell("x", TEXT))
    with pytest.raises(FileTooLargeError, match="sheet 'a': more than 1 cells"):
        grid.put(0, 1, Cell("y", TEXT))


def test_text_in_messages_is_one_short_line() -> None:
    assert shown("a\n  b") == "'a b'"
    assert len(shown("x" * 500)) == 42
