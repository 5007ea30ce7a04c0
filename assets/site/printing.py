"""How a page prints numbers: each as a button bound to a mart row, with that row kept for its card."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeGuard

from markupsafe import Markup, escape

from assets.site.rows import Row
from assets.wording.figures import KINDS, MINUS, Figure, Wording

NONE = Markup('<span class="none">–</span>')
# Amounts this large carry no decimals: nobody reads the tenth of a million.
LARGE = 10_000
CLOSING = re.compile(r"[.,;:!?)\]，。；：、！？）」』”]+")


def written(value: float, kind: str, digits: int = -1) -> str:
    """A number as `Figure.written` writes it, which is the same in all three languages, but quickly."""
    rules = KINDS[kind]
    if rules.least:
        return Figure(value, kind, digits).written("en")
    scaled = value * rules.factor
    digits = rules.digits if digits < 0 else digits
    # the shortest decimal form, rounded half to even, as the locale library does
    shortest = Decimal(str(abs(scaled)))
    text = f"{shortest:,.{digits}f}" if rules.is_grouped else f"{shortest:.{digits}f}"
    is_zero = not any(digit in text for digit in "123456789")
    if value < 0 and not is_zero:
        text = MINUS + text
    elif rules.is_signed and not is_zero:
        text = "+" + text
    return text + rules.suffix


class Printer:
    """Prints the pages of one language and remembers the rows each page's numbers come from."""

    def __init__(self, language: str, known: Mapping[str, Row]) -> None:
        self.language = language
        self._known = known
        self._shown: dict[str, Row] = {}
        self._line: Row | None = None

    def of_row(self, row: Row) -> Markup:
        """Attribute of a table row whose numbers are those of `row` unless they say another address."""
        self._line = row
        return Markup(f' data-of="{row.safe_address}"')

    def closed(self) -> str:
        """The end of a table: what is printed from here on is in no table row."""
        self._line = None
        return ""

    def figure(self, row: Row, column: str, kind: str = "amount", digits: int = -1) -> Markup:
        """The value of `column` as a button bound to the row; a dash where the row has none."""
        made = row.printed.get((column, kind, digits))
        if made is None:
            made = _end_of_button(row, column, kind, digits)
            row.printed[column, kind, digits] = made
        if not made:
            return NONE
        self._shown[row.address] = row
        return Markup(f'<button class="figure" data-figure="{self._address(row)}{made}')

    def amount(self, row: Row, column: str = "value", decimals: int | None = None) -> Markup:
        """An amount with the decimals of its unit, fewer when it is large."""
        if row[column] is None:
            return NONE
        digits = row["decimals"] if decimals is None else decimals
        return self.figure(row, column, "amount", 0 if abs(row[column]) >= LARGE else digits)

    def word(self, row: Row, column: str, text: str, style: str = "") -> Markup:
        """A word that stands for the row's value, such as a verdict, bound to it like a number."""
        self._shown[row.address] = row
        opening = f'<button class="figure word {style}" data-figure="{self._address(row)}#{column}">'
        return Markup(f"{opening}{escape(text)}</button>")

    def counted(self, rows: Sequence[Row], column: str) -> Markup:
        """How many rows these are, bound to all of them."""
        if not rows:
            return Markup('<span class="none">0</span>')
        self._shown |= {row.address: row for row in rows}
        addresses = " ".join(row.address for row in rows)
        return Markup('<button class="figure" data-figure="{}#{}" data-rows="{}">{}</button>').format(
            rows[0].address, column, addresses, written(len(rows), "count")
        )

    def spoken(self, wording: Wording) -> Markup:
        """A sentence whose numbers are buttons, each kept with the stop after it: none begins a line."""
        pieces: list[Markup] = []
        ends_in_button = False
        for text, source in wording.parts:
            is_button = _is_button(source)
            stop = CLOSING.match(text) if ends_in_button and not is_button else None
            if stop:
                pieces[-1] = Markup('<span class="kept">{}{}</span>').format(pieces[-1], stop[0])
            pieces.append(self._piece(text[stop.end() :] if stop else text, source))
            ends_in_button = is_button
        return Markup("").join(pieces)

    def taken(self) -> Mapping[str, Row]:
        """The rows behind the page's numbers by address; the next page starts with none."""
        taken, self._shown = self._shown, {}
        return taken

    def _address(self, row: Row) -> str:
        """Nothing where the table row says it."""
        return "" if row is self._line else row.safe_address

    def _piece(self, text: str, source: object) -> Markup:
        if not _is_button(source):
            return escape(text)
        for address in source.rows:
            self._shown[address] = self._known[address]
        # only a number that is the cell itself may be compared with it, by readers and by check-report
        several = (
            Markup(' data-rows="{}"').format(" ".join(source.rows))
            if len(source.rows) > 1 or source.how != "read"
            else ""
        )
        if source.how == "computed":
            several += Markup(" data-computed")
        return Markup('<button class="figure" data-figure="{}#{}"{}>{}</button>').format(
            source.rows[0], source.column, several, text
        )


def _is_button(source: object) -> TypeGuard[Figure]:
    return isinstance(source, Figure) and bool(source.rows)


def _end_of_button(row: Row, column: str, kind: str, digits: int) -> str:
    """Column and number, which need no escaping; empty where the row has no value."""
    value = row[column]
    return "" if value is None else f'#{column}">{written(value, kind, digits)}</button>'
