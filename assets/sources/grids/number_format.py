"""What a spreadsheet's number format says about a cell: a percentage, a date, or just a number."""

import re

PERCENT_FORMATS = frozenset({9, 10})
# 27-36 and 50-58 are the date formats of East Asian versions (ECMA-376 part 1, 18.8.30).
DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
# What is shown as it stands, or only colours and aligns: "text", \x, _x, *x, [Red], [$-804].
NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


def is_percent(code: str) -> bool:
    """Whether a format such as 0.0% shows a hundred times the number held."""
    return "%" in NOT_CODE.sub("", code)


def is_date(code: str) -> bool:
    """Whether a format such as m-d shows a day or a time."""
    plain = NOT_CODE.sub("", code).casefold()
    return plain != "general" and any(letter in plain for letter in "ymdhs")
