"""Printed text to number text: what publishers put in a cell, and what it means.

Real values never become zeros and zeros never become missing: a cell is a number, one of the known
marks for a missing one, or an error.
"""

import math
import re
import unicodedata
from functools import lru_cache

from assets.landing.errors import NotFiniteError, PrintedNumberError

# A mark, and the reason a gap gets. "…" is printed for values smaller than the unit.
MISSING_MARKS = {
    "": "empty_string",
    "-": "marker",
    "--": "marker",
    "---": "marker",
    "—": "marker",
    "——": "marker",
    "…": "below_unit",
    "...": "below_unit",
    "……": "below_unit",
    "无": "marker",
    "無": "marker",
    "不详": "marker",
    ":": "marker",
    "..": "marker",
    "N.A.": "marker",
    "N/A": "marker",
    "n.y.a.": "not_yet_available",
    "(NA)": "marker",
}
# digits of other scripts are no figures of these publishers
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
# Footnote marks: circled numbers, asterisks, daggers, and letters in square or lenticular brackets.
FOOTNOTE = re.compile(r"(?P<mark>[*†‡①-⑳]+|\[[0-9a-zA-Z*]{1,3}\]|【[0-9a-zA-Z]{1,3}】)$")
MINUS_SIGNS = str.maketrans({"−": "-", "﹣": "-", "－": "-"})


def read_number(printed: object, place: str) -> tuple[str, str, str]:
    """Number text, reason it is missing, footnote mark of one printed cell; `place` goes into messages.

    Full-width digits, blanks inside and around, thousands commas and footnote marks are understood.
    Raises PrintedNumberError or NotFiniteError.
    """
    if printed is None:
        return "", "null", ""
    if isinstance(printed, list) and not printed:
        return "", "empty_list", ""
    if isinstance(printed, bool) or not isinstance(printed, str | int | float):
        raise PrintedNumberError(f"{place}: found {_short(printed)}; a number or its text was expected")
    text = _plain(printed) if isinstance(printed, str) else _exact(printed, place)
    if text in MISSING_MARKS:
        return "", MISSING_MARKS[text], ""
    mark = ""
    found = FOOTNOTE.search(text)
    if found:
        mark, text = found["mark"], text[: found.start()].rstrip()
    if text.startswith("#"):
        raise PrintedNumberError(
            f"{place}: found {_short(printed)}, an 'of which' row; name it in the mapping"
        )
    if THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    if text.lower().lstrip("+-") in ("nan", "inf", "infinity"):
        raise NotFiniteError(f"{place}: found {_short(printed)}, which is no figure anybody printed")
    if not NUMBER.fullmatch(text):
        raise PrintedNumberError(
            f"{place}: found {_short(printed)}; neither a number nor a known mark for a missing one."
            " Look at the cell; if the mark is new, add it to MISSING_MARKS with its reason"
        )
    if not math.isfinite(float(text)):
        raise NotFiniteError(f"{place}: found {_short(printed)}, beyond what a double can hold")
    return text.lstrip("+"), "", mark


# every cell of an answer carries the same names; without memory their comparison took most of reading
@lru_cache(maxsize=10_000)
def normal_name(text: str) -> str:
    """A name or unit for comparison: NFKC, no blanks, brackets and punctuation in their ASCII form."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def _plain(text: str) -> str:
    """Without byte order mark and blanks; full-width forms made plain."""
    # marks such as "…" and circled numbers must survive: NFKC turns them into dots and digits
    kept = "".join(
        character if character in "…①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳" else unicodedata.normalize("NFKC", character)
        for character in text
    )
    return re.sub(r"[\s\ufeff\u200b\u3000]+", "", kept.translate(MINUS_SIGNS))


def _exact(number: int | float, place: str) -> str:
    """A JSON number as the shortest text that gives it back."""
    if isinstance(number, float) and not math.isfinite(number):
        raise NotFiniteError(f"{place}: found {number}, beyond what a double can hold")
    return repr(number)


def _short(printed: object) -> str:
    text = repr(printed)
    return text if len(text) <= 60 else text[:57] + "..."
