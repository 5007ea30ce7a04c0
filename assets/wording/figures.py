"""Figures: numbers that know what they count and which mart row they were read from.

A sentence takes figures, never bare numbers, so that every number in print can be traced and checked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
LOCALES = {"zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_HK", "en": "en"}
MINUS = "−"


@dataclass(frozen=True)
class Kind:
    """How figures of one sort are written: factor before writing, decimals, signs and what follows."""

    factor: float = 1
    digits: int = 0
    is_grouped: bool = True
    is_signed: bool = False
    suffix: str = ""
    # a smaller value is written as less than this
    least: float = 0


# A `change` is a relative change, `points` a difference of two percentages: never the same thing.
KINDS = {
    "year": Kind(is_grouped=False),
    "count": Kind(),
    "years": Kind(),
    "amount": Kind(),
    "ratio": Kind(digits=2),
    "index": Kind(digits=3),
    "percent": Kind(factor=100, suffix="%"),
    "change": Kind(factor=100, digits=1, is_signed=True, suffix="%"),
    "points": Kind(factor=100, digits=1, is_signed=True),
    "probability": Kind(digits=3),
    # written with its sign of comparison, after the letter p: = 0.037, < 0.001
    "p_value": Kind(digits=3, least=0.001),
}


class FigureError(Exception):
    """A number cannot be bound to a row; the message says which, what was found and what to do."""


@dataclass(frozen=True)
class Figure:
    """One number of a sentence: value in the mart's unit, kind, decimals, and the rows behind it.

    `how` is `read` (the value of `column` in one row), `counted` (how many rows) or `computed` (from
    `column` of several rows). Raises FigureError for an unknown kind or a value that is no number.
    """

    value: float
    kind: str
    digits: int = -1
    column: str = ""
    rows: tuple[str, ...] = ()
    how: str = "read"

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise FigureError(f"'{self.kind}' is no kind of figure; use one of {', '.join(KINDS)}")
        if self.value is None or self.value != self.value:
            raise FigureError(
                f"{self.column or self.kind} of {', '.join(self.rows) or 'no row'} has no value"
            )
        if self.digits < 0:
            object.__setattr__(self, "digits", KINDS[self.kind].digits)

    def format(self, locale: "Locale") -> str:
        """The figure as that locale writes it."""
        from babel.numbers import format_decimal

        kind = KINDS[self.kind]
        if 0 < kind.least > self.value:
            return f"< {format_decimal(kind.least, locale=locale)}"
        value = self.value * kind.factor
        whole = "#,##0" if kind.is_grouped else "0"
        pattern = f"{whole}.{'0' * self.digits}" if self.digits else whole
        text: str = format_decimal(abs(value), format=pattern, locale=locale)
        is_zero = not any(digit in text for digit in "123456789")
        if value < 0 and not is_zero:
            text = MINUS + text
        elif kind.is_signed and not is_zero:
            text = "+" + text
        if kind.least:
            text = f"= {text}"
        return text + kind.suffix

    def written(self, language: str) -> str:
        """The figure in one of the three languages."""
        return self.format(locale_of(language))


@dataclass(frozen=True)
class Quote:
    """A whole sentence a mart row carries, with the row it stands in."""

    text: str
    column: str
    rows: tuple[str, ...]


Source = Figure | Quote


@dataclass(frozen=True)
class Wording:
    """A finished text in pieces; a piece that came from a mart row has its source beside it."""

    parts: tuple[tuple[str, Source | None], ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(text for text, _ in self.parts)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures in the order they are read."""
        return tuple(source for _, source in self.parts if isinstance(source, Figure))

    def __bool__(self) -> bool:
        return bool(self.text)


def joined(parts: Sequence[Wording | Figure | Quote | str], joint: str, language: str) -> Wording:
    """Several pieces with `joint` between them, their sources kept."""
    pieces: list[tuple[str, Source | None]] = []
    for place, part in enumerate(parts):
        if place:
            pieces.append((joint, None))
        if isinstance(part, Wording):
            pieces += part.parts
        elif isinstance(part, Figure):
            pieces.append((part.written(language), part))
        else:
            pieces.append((part.text, part) if isinstance(part, Quote) else (part, None))
    return Wording(tuple(pieces))


@cache
def locale_of(language: str) -> "Locale":
    """Babel's locale of one of the three languages."""
    from babel import Locale

    return Locale.parse(LOCALES[language])


def row_id(mart: str, grain: Sequence[str], row: Mapping[str, Any]) -> str:
    """A row's address: table and key, such as marts.claims/so_2023_01. A period is written as it is.

    Raises FigureError when the row lacks a part of the key.
    """
    missing = [name for name in grain if row.get(name) is None]
    if missing:
        raise FigureError(f"a row of {mart} has no {', '.join(missing)}; select the whole key")
    return "/".join([mart.replace("/", "."), *(str(row[name]) for name in grain)])
