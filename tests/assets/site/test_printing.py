"""Numbers on pages: written as in sentences, bound to their rows, counted once."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.report_check.web import read_html
from assets.site.printing import Printer, written
from assets.site.rows import Row
from assets.wording.figures import KINDS, LANGUAGES, Figure, Wording

ROW = Row(
    "marts.group_profile/bloc_east/gdp_per_head",
    {"value": 123673.566, "ratio": 1.3009, "share": None, "decimals": 1},
)


@given(
    st.floats(-1e7, 1e7, allow_nan=False).filter(lambda value: value == 0 or abs(value) > 1e-6),
    st.sampled_from(sorted(KINDS)),
    st.integers(0, 3),
)
def test_written_as_figures_are_in_every_language(value: float, kind: str, digits: int) -> None:
    for language in LANGUAGES:
        assert written(value, kind, digits) == Figure(value, kind, digits).written(language)


@pytest.mark.parametrize(
    ("value", "kind", "digits", "text"),
    [
        (1.30087, "ratio", -1, "1.30"),
        (0.5238, "percent", 1, "52.4%"),
        (-0.161, "change", -1, "−16.1%"),
        (0.0271, "change", -1, "+2.7%"),
        (-0.0001, "change", -1, "0.0%"),
        (2024, "year", -1, "2024"),
        (123673.566, "amount", -1, "123,674"),
    ],
)
def test_worked_examples(value: float, kind: str, digits: int, text: str) -> None:
    assert written(value, kind, digits) == text


def test_a_number_is_a_button_bound_to_its_row() -> None:
    printer = Printer("en", {})
    assert printer.figure(ROW, "ratio", "ratio") == (
        '<button class="figure" data-figure="marts.group_profile/bloc_east/gdp_per_head#ratio">1.30</button>'
    )
    assert printer.taken() == {ROW.address: ROW}
    # the rows of a page are its own
    assert printer.taken() == {}


def test_numbers_of_a_table_row_leave_its_address_out() -> None:
    printer = Printer("en", {})
    other = Row("marts.group_profile/bloc_west/gdp_per_head", {"ratio": 0.79})
    assert printer.of_row(ROW) == ' data-of="marts.group_profile/bloc_east/gdp_per_head"'
    assert printer.figure(ROW, "ratio", "ratio") == (
        '<button class="figure" data-figure="#ratio">1.30</button>'
    )
    assert f'data-figure="{other.address}#ratio"' in printer.figure(other, "ratio", "ratio")
    printer.closed()
    assert f'data-figure="{ROW.address}#ratio"' in printer.figure(ROW, "ratio", "ratio")


def test_a_missing_number_is_a_dash_and_binds_nothing() -> None:
    printer = Printer("en", {})
    assert printer.figure(ROW, "share", "percent") == '<span class="none">–</span>'
    assert printer.taken() == {}


def test_large_amounts_have_no_decimals() -> None:
    assert ">123,674<" in Printer("en", {}).amount(ROW)
    small = Row("marts.x/y", {"value": 6.25, "decimals": 1})
    assert ">6.2<" in Printer("en", {}).amount(small)


def test_a_sentence_keeps_its_words_escaped_and_its_numbers_bound() -> None:
    figure = Figure(1.3009, "ratio", column="ratio", rows=(ROW.address,))
    wording = Wording((("<b>East</b> ", None), ("1.30", figure)))
    said = Printer("en", {ROW.address: ROW}).spoken(wording)
    assert said.startswith("&lt;b&gt;East&lt;/b&gt; <button")
    assert f'data-figure="{ROW.address}#ratio"' in said


@pytest.mark.parametrize(
    ("after", "kept", "left"), [(", and", ",", " and"), ("），而", "），", "而"), (" on", "", " on")]
)
def test_no_stop_begins_a_line(after: str, kept: str, left: str) -> None:
    figure = Figure(1.3009, "ratio", column="ratio", rows=(ROW.address,))
    said = Printer("en", {ROW.address: ROW}).spoken(Wording((("1.30", figure), (after, None))))
    assert said.endswith(f"1.30</button>{kept}</span>{left}" if kept else f"1.30</button>{left}")
    assert ('<span class="kept"><button' in said) is bool(kept)


def test_only_a_number_that_is_its_cell_can_be_compared_with_it(tmp_path: Path) -> None:
    """exp(-0.5) - 1 = -39.3% is no cell, nor is a count: the reader of check-report leaves both out."""
    read = Figure(1.3009, "ratio", column="ratio", rows=(ROW.address,))
    computed = Figure(math.exp(-0.5) - 1, "change", column="ratio", rows=(ROW.address,), how="computed")
    counted = Figure(1, "count", rows=(ROW.address,), how="counted")
    wording = Wording(tuple((figure.written("en"), figure) for figure in (read, computed, counted)))
    said = Printer("en", {ROW.address: ROW}).spoken(wording)
    assert f'data-rows="{ROW.address}" data-computed>−39.3%</button>' in said
    assert f'data-figure="{ROW.address}#" data-rows="{ROW.address}">1</button>' in said
    (cell,) = read_html(tmp_path / "page.html", f"<p>{said}</p>").cells
    assert (cell.text, cell.row, cell.column) == ("1.30", ROW.address, "ratio")


def test_a_count_names_all_its_rows() -> None:
    other = Row("marts.group_profile/bloc_west/gdp_per_head", {"value": 1.0})
    said = Printer("en", {}).counted([ROW, other], "value")
    assert f'data-rows="{ROW.address} {other.address}">2</button>' in said
