"""Number formats: what shows a percentage or a date, and what only looks like it."""

import pytest

from assets.sources.grids.number_format import is_date, is_percent


@pytest.mark.parametrize("code", ["0%", "0.0%;[Red]-0.0%", "#,##0.00%"])
def test_percentages(code: str) -> None:
    assert is_percent(code)
    assert not is_date(code)


@pytest.mark.parametrize("code", ["m-d", "yyyy-mm-dd", 'yyyy"年"m"月"', "[h]:mm", "[$-804]yyyy/m/d;@"])
def test_dates(code: str) -> None:
    assert is_date(code)


@pytest.mark.parametrize(
    "code",
    ["General", "0.0_ ", '0"年"', "#,##0.00;[Red]-#,##0.00", '0.0"%"', r"0\%", "[DBNum1][$-804]General", "@"],
)
def test_plain_numbers(code: str) -> None:
    assert not is_percent(code)
    assert not is_date(code)
