"""Figures: how each kind is written in each language, and what is refused."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.wording.figures import KINDS, LANGUAGES, MINUS, Figure, FigureError, row_id


@pytest.mark.parametrize(
    ("value", "kind", "digits", "expected"),
    [
        (2024, "year", -1, "2024"),
        (12345, "count", -1, "12,345"),
        (526373.4, "amount", 1, "526,373.4"),
        (1.6943, "ratio", -1, "1.69"),
        # the written number is rounded half to even on the decimal digits, as locales do
        (0.785, "percent", -1, "78%"),
        (0.7898, "percent", 1, "79.0%"),
        (-0.161, "change", -1, f"{MINUS}16.1%"),
        (0.043, "change", -1, "+4.3%"),
        (0.163, "points", -1, "+16.3"),
        (0.6064, "p_value", -1, "= 0.606"),
        (0.0005, "p_value", -1, "< 0.001"),
        (0.6064, "probability", -1, "0.606"),
        (0.4635, "index", 2, "0.46"),
        # what rounds to nothing has no sign
        (-0.0001, "change", -1, "0.0%"),
        (0.0001, "points", -1, "0.0"),
    ],
)
def test_a_figure_is_written_by_its_kind_and_decimals(value, kind, digits, expected):
    assert [Figure(value, kind, digits).written(language) for language in LANGUAGES] == [expected] * 3


def test_a_change_of_half_a_percent_is_no_difference_of_percentages():
    assert Figure(0.005, "change").written("en") == "+0.5%"
    assert Figure(0.005, "points").written("en") == "+0.5"


@given(
    st.floats(-1e6, 1e6),
    st.sampled_from([name for name, kind in KINDS.items() if kind.is_grouped and not kind.least]),
    st.integers(0, 4),
)
def test_reading_a_written_figure_gives_its_value_within_half_a_last_digit(value, kind, digits):
    written = Figure(value, kind, digits).written("en")
    number = float(re.sub(r"[,%+]", "", written).replace(MINUS, "-"))
    half = 0.5 * 10**-digits
    assert abs(number - value * KINDS[kind].factor) <= half + 1e-6
    assert ("-0" in f"{number:.{digits}f}") <= (number < 0)


@pytest.mark.parametrize("value", [None, math.nan])
def test_no_value_is_refused_with_its_column_and_row(value):
    with pytest.raises(FigureError, match=r"ratio of marts\.group_gap/x has no value"):
        Figure(value, "ratio", column="ratio", rows=("marts.group_gap/x",))


def test_an_unknown_kind_is_refused_with_the_known_ones():
    with pytest.raises(FigureError, match="'share' is no kind of figure; use one of year, count"):
        Figure(0.2, "share")


def test_an_address_is_the_table_and_the_key_in_the_order_of_the_grain():
    row = {"period": 2024, "group_id": "bloc_west", "ratio": 0.79}
    assert row_id("marts/group_gap", ["group_id", "period"], row) == "marts.group_gap/bloc_west/2024"


def test_half_a_key_is_refused():
    with pytest.raises(FigureError, match="a row of marts/group_gap has no period; select the whole key"):
        row_id("marts/group_gap", ["group_id", "period"], {"group_id": "bloc_west"})
