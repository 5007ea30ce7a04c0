"""Group pages: why a group stops earlier than others, once for every reason."""

from types import SimpleNamespace

from assets.site.house import House
from assets.site.pages.groups import _shortfalls
from assets.site.rows import Row


def shortfall(indicator: str, period: int, present: int) -> Row:
    cells = {
        "period": period, "null_reason": "coverage_below_minimum", "n_present": present, "n_members": 8,
    }  # fmt: skip
    return Row(f"core.group_observations/latest/dated/{indicator}/policy_ne_revival/{period}", cells)


def test_rows_of_one_reason_are_told_by_the_newest() -> None:
    rows = [
        shortfall("a", 2024, 3),
        shortfall("b", 2024, 3),
        shortfall("b", 2019, 3),
        shortfall("c", 2019, 4),
    ]
    house = SimpleNamespace(by=lambda query, column: {"policy_ne_revival": rows})
    assert _shortfalls(house, "policy_ne_revival") == [rows[0], rows[3]]  # type: ignore[arg-type]
    assert _shortfalls(house, "bloc_east") == []  # type: ignore[arg-type]


def test_the_newest_year_is_that_of_any_group() -> None:
    rows = [
        Row("marts.group_profile/x/a", {"period": 2006}),
        Row("marts.group_profile/y/a", {"period": 2024}),
    ]
    house = SimpleNamespace(by=lambda query, column: {"a": rows})
    assert House.newest_years.func(house) == {"a": 2024}  # type: ignore[arg-type]
