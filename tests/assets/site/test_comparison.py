"""Figures for the compare page: one file an indicator, short numbers, breaks marked."""

from assets.site.comparison import Line, compared


def test_a_worked_example() -> None:
    lines: list[Line] = [
        ("gdp_per_head", "bloc_east", 2023, 118840.123456, 1.30461234567, False, "ratio", "national31"),
        ("gdp_per_head", "bloc_east", 2024, 123673.566, 1.3009, True, "ratio", "national31"),
        ("gdp_per_head", "bloc_west", 2024, 75089.0, None, None, "ratio", "national31"),
    ]
    found = compared(lines)
    assert (found["kind"], found["reference"]) == ("ratio", "national31")
    assert found["groups"]["bloc_east"] == {
        "periods": [2023, 2024],
        "values": [118840.1, 123673.6],
        "relative": [1.304612, 1.3009],
        "breaks": [2024],
    }
    assert found["groups"]["bloc_west"]["relative"] == [None]
