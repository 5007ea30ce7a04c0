"""Small lines: scaled to the row, with the nation at one, cut where figures are not comparable."""

import re

from assets.site.sparklines import picture, sparklines


def line_of(text: str) -> str:
    return re.findall(r' d="([^"]+)"', text)[1]


def test_a_worked_example() -> None:
    """96 by 24 with a margin of 3: years 2000-2002 at 3, 48, 93; ratios 0.5-1.5 from 21 to 3; one at 12."""
    drawn = picture([(2000, 0.5, False), (2001, 1.0, False), (2002, 1.5, False)])
    assert line_of(drawn) == "M3 21L48 12L93 3"
    assert '<path class="par" d="M0 12H96"/>' in drawn
    assert '<circle cx="93" cy="3" r="2"/>' in drawn


def test_a_new_basis_or_a_missing_year_cuts_the_line() -> None:
    broken = picture([(2000, 0.5, False), (2001, 1.0, True), (2003, 1.5, False)])
    assert line_of(broken).count("M") == 3


def test_the_nation_is_always_in_the_picture() -> None:
    drawn = picture([(2000, 2.0, False), (2001, 3.0, False)])
    assert 'd="M0 21H96"' in drawn


def test_one_year_is_no_line() -> None:
    lines = [("a", "x", 2000, 1.0, False), ("b", "x", 2000, 1.0, False), ("b", "x", 2001, 1.0, None)]
    assert list(sparklines(lines)) == [("b", "x")]
