"""The release calendar: what is due, late or not expected on a day."""

from datetime import date, timedelta

import pytest

from assets.landing.calendar import Release, last_opening, read_releases, standing
from tests.small_house import ROOT

COMMUNIQUE = Release("c", "provinces", "first_print", None, 1, (2, 20), (3, 31), "Communique", "公报")
YEARBOOK = Release("y", "provinces", "detail", None, 1, (9, 15), (12, 15), "Yearbook", "年鉴")
FINAL = Release("f", "provinces", "revision", None, 1, (12, 15), (1, 31), "Final verification", "核实")
ANNUAL = [COMMUNIQUE, YEARBOOK, FINAL]
QUARTER_3 = Release("q", "quarters", "first_print", 3, 0, (10, 20), (11, 20), "Third quarter", "三季度")


def test_a_window_may_end_in_the_year_after_it_opens() -> None:
    assert COMMUNIQUE.window(2025) == (date(2026, 2, 20), date(2026, 3, 31))
    assert FINAL.window(2025) == (date(2026, 12, 15), date(2027, 1, 31))
    assert QUARTER_3.window(2025) == (date(2025, 10, 20), date(2025, 11, 20))
    assert QUARTER_3.period(2025) == "2025Q3"


@pytest.mark.parametrize(
    ("today", "held", "asked_on", "is_due", "is_late", "words"),
    [
        # nothing landed yet
        (date(2026, 5, 1), "", None, True, True, "nothing was ever landed"),
        # between releases, asked after the communique's window closed
        (date(2026, 5, 1), "2025", date(2026, 4, 2), False, False, "no new data expected"),
        # asked within the window: once more after it has closed
        (date(2026, 5, 1), "2025", date(2026, 3, 1), True, False, "Communique"),
        (date(2026, 3, 2), "2025", date(2026, 3, 1), False, False, "no new data expected"),
        # the window of 2025 is open and 2024 is held
        (date(2026, 2, 25), "2024", date(2026, 2, 24), True, False, "Communique (2025)"),
        # it has closed: 2025 should be out
        (date(2026, 4, 1), "2024", date(2026, 3, 31), True, True, "2025 should be out"),
        # the day before it opens
        (date(2026, 2, 19), "2024", date(2026, 2, 1), False, False, "next release from 2026-02-20"),
        # the final verification changes figures nobody announces
        (date(2026, 12, 15), "2025", date(2026, 12, 14), True, False, "Final verification"),
        (date(2026, 12, 16), "2025", date(2026, 12, 16), False, False, "no new data expected"),
    ],
)
def test_what_is_due_on_a_day(
    today: date, held: str, asked_on: date | None, is_due: bool, is_late: bool, words: str
) -> None:
    found = standing(ANNUAL, "provinces", held, asked_on, today)
    assert (found.is_due, found.is_late) == (is_due, is_late)
    assert words in found.reason


def test_quarters_are_awaited_one_by_one() -> None:
    assert standing([QUARTER_3], "quarters", "2026Q2", date(2026, 8, 1), date(2026, 10, 19)).is_due is False
    assert standing([QUARTER_3], "quarters", "2026Q2", date(2026, 8, 1), date(2026, 10, 20)).is_due
    late = standing([QUARTER_3], "quarters", "2026Q2", date(2026, 8, 1), date(2026, 11, 21))
    assert late.is_late
    assert "2026Q3 should be out" in late.reason


def test_another_collection_is_not_looked_at() -> None:
    assert standing(ANNUAL, "quarters", "2025", date(2026, 1, 1), date(2026, 3, 1)).is_due is False


def test_answers_older_than_the_last_opening_may_be_out_of_date() -> None:
    assert last_opening(ANNUAL, "provinces", date(2026, 12, 20)) == date(2026, 12, 16)
    assert last_opening(ANNUAL, "provinces", date(2026, 3, 1)) == date(2026, 2, 20)
    assert last_opening(ANNUAL, "elsewhere", date(2026, 3, 1)) is None


def test_every_day_of_years_has_a_standing_in_the_calendar_of_the_pack() -> None:
    """No line of release_calendar.csv breaks on any day, leap days included, and every collection returns."""
    releases = read_releases(ROOT / "warehouse" / "reference" / "cn")
    collections = {release.collection for release in releases}
    assert len(collections) >= 7
    for collection in collections:
        days = [date(2027, 1, 1) + timedelta(days=count) for count in range(731)]
        held = "2028Q4" if "quarter" in collection else "2028"
        due = [standing(releases, collection, held, date(2026, 12, 31), day).is_due for day in days]
        # nothing new to be had on the first days; after each window somebody should look again
        assert (due[0], due[-1]) == (False, True)
