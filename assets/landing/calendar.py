"""The release calendar: what should be out by now, and whether asking a publisher makes sense today.

A release is a window of days (release_calendar.csv): it opens when the figures may first be there and
closes when they should be. Freshness is measured against these windows, never against the clock alone.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path


@dataclass(frozen=True)
class Release:
    """One line of release_calendar.csv: a window that returns every year."""

    release_id: str
    collection: str
    release_kind: str
    quarter: int | None
    years_after: int
    opens: tuple[int, int]
    closes: tuple[int, int]
    name_en: str
    name_zh: str

    def window(self, year: int) -> tuple[date, date]:
        """First and last day of the window for the figures of a reference year."""
        opens = date(year + self.years_after, *self.opens)
        closes = date(year + self.years_after + (self.closes < self.opens), *self.closes)
        return opens, closes

    def period(self, year: int) -> str:
        """The period released: 2025, or 2025Q3."""
        return f"{year}Q{self.quarter}" if self.quarter else str(year)


@dataclass(frozen=True)
class Standing:
    """A collection against its calendar on a day.

    `is_late`: a period whose window has closed is not held. `is_due`: it makes sense to ask today.
    """

    is_due: bool
    is_late: bool
    reason: str
    next_opening: date | None
    expected_period: str
    held_period: str


def read_releases(reference: Path) -> list[Release]:
    """Lines of the pack's release_calendar.csv; none when the pack has no such file."""
    path = reference / "release_calendar.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Release(
                line["release_id"],
                line["collection"],
                line["release_kind"],
                int(line["quarter"]) if line["quarter"] else None,
                int(line["years_after"]),
                _month_and_day(line["opens"]),
                _month_and_day(line["closes"]),
                line["name_en"],
                line["name_zh_hans"],
            )
            for line in csv.DictReader(file)
        ]


def standing(
    releases: Sequence[Release], collection: str, held: str, asked_on: date | None, today: date
) -> Standing:
    """Where a collection stands: `held` is its newest period ("" for none), `asked_on` the last day
    its figures (not only its newest period) were asked for.
    """
    windows = [
        (*release.window(year), release, release.period(year))
        for release in releases
        if release.collection == collection
        for year in range(today.year - 3, today.year + 2)
    ]
    firsts = [window for window in windows if window[2].release_kind == "first_print"]
    expected = max((period for _, closes, _, period in firsts if closes < today), default="")
    awaited = [
        window for window in windows if window[0] <= today and _is_wanted(window, held, asked_on, today)
    ]
    future = min((opens for opens, *_ in windows if opens > today), default=None)
    is_late = bool(expected) and held < expected
    if not held:
        # even outside every window: what was published before today is there to be had
        reason = "nothing was ever landed"
    elif is_late:
        reason = f"{expected} should be out, the newest period held is {held}"
    elif awaited:
        opens, closes, release, period = max(awaited, key=lambda window: window[:2])
        reason = f"{release.name_en} ({period}) is awaited from {opens} to {closes}"
    else:
        reason = f"no new data expected: {held} is held" + (f", next release from {future}" if future else "")
    return Standing(not held or is_late or bool(awaited), is_late, reason, future, expected, held)


def last_opening(releases: Sequence[Release], collection: str, today: date) -> date | None:
    """The day a collection's newest window opened or had closed: answers older may be out of date."""
    turned = [
        day
        for release in releases
        if release.collection == collection
        for year in range(today.year - 3, today.year + 1)
        for opens, closes in [release.window(year)]
        for day in (opens, closes + timedelta(days=1))
    ]
    return max((day for day in turned if day <= today), default=None)


def _is_wanted(
    window: tuple[date, date, Release, str], held: str, asked_on: date | None, today: date
) -> bool:
    """Whether a window that has opened is a reason to ask for figures.

    A first print is wanted until it is held. Any window is asked in once when it opens and once more
    after it has closed, since what is in print in between is not yet complete.
    """
    opens, closes, release, period = window
    if release.release_kind == "first_print" and held < period:
        return True
    return asked_on is None or asked_on < opens or asked_on <= closes < today


def _month_and_day(cell: str) -> tuple[int, int]:
    month, day = cell.split("-")
    return int(month), int(day)
