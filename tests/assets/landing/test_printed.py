"""Printed text to number text: values stay values, gaps stay gaps, anything else is refused by name."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.landing.errors import NotFiniteError, PrintedNumberError
from assets.landing.printed import MISSING_MARKS, normal_name, read_number


@pytest.mark.parametrize(
    ("printed", "number", "mark"),
    [
        ("49670.2", "49670.2", ""),
        (" 49 670.2 ", "49670.2", ""),
        ("４９６７０．２", "49670.2", ""),  # full-width digits, as yearbooks print them
        ("1,406,312.5", "1406312.5", ""),
        ("\ufeff12.5", "12.5", ""),
        ("－3.2", "-3.2", ""),
        ("−3.2", "-3.2", ""),
        ("+3.2", "3.2", ""),
        ("12.5①", "12.5", "①"),
        ("12.5*", "12.5", "*"),
        ("12.5[a]", "12.5", "[a]"),
        ("1.2e3", "1.2e3", ""),
        (".5", ".5", ""),
        ("0", "0", ""),
        (0, "0", ""),
        (444044, "444044", ""),
        (0.1, "0.1", ""),
    ],
)
def test_a_number_in_any_dress(printed: object, number: str, mark: str) -> None:
    assert read_number(printed, "here") == (number, "", mark)


@pytest.mark.parametrize("mark", [*MISSING_MARKS, None, [], "  ", "　"])
def test_a_gap_has_a_reason_and_no_number(mark: object) -> None:
    number, reason, _ = read_number(mark, "here")
    assert number == ""
    assert reason


@pytest.mark.parametrize(
    "printed",
    [
        "12.5.1",
        "1,40,631",
        "abc",
        "12 to 15",
        "#12",
        "0x10",
        "1_000",
        True,
        {"v": 1},
        ["1"],
        "12%",
        "⑫",
        "一二",
    ],
)
def test_what_is_neither_is_refused_with_its_place(printed: object) -> None:
    with pytest.raises(PrintedNumberError, match="table A, row 3"):
        read_number(printed, "table A, row 3")


@pytest.mark.parametrize("printed", ["NaN", "Infinity", "-inf", "1e400", math.nan, math.inf, 10**400])
def test_what_no_double_holds_is_refused(printed: object) -> None:
    with pytest.raises(NotFiniteError):
        read_number(printed, "here")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_double_comes_back_exactly(value: float) -> None:
    assert float(read_number(value, "here")[0]) == value
    assert float(read_number(repr(value), "here")[0]) == value


@given(st.text(max_size=12))
def test_no_text_ever_becomes_a_number_by_accident(text: str) -> None:
    """Whatever is read is a number a careful reader would read too, or a gap with a reason."""
    try:
        number, reason, _ = read_number(text, "here")
    except (PrintedNumberError, NotFiniteError):
        return
    assert bool(number) != bool(reason)
    if number:
        assert math.isfinite(float(number))
        assert any(character.isdigit() for character in text)


def test_names_compare_without_blanks_widths_and_brackets_of_either_kind() -> None:
    assert normal_name("地区生产总值 (亿元) ") == normal_name("地区生产总值（亿元）")
    assert normal_name("地区生产总值 (亿元)") != normal_name("地区生产总值 (万元)")
