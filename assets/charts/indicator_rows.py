"""Rows of a table of indicators: grouped under their fields, as high as their names need."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.charts.field_words import FIELDS
from assets.charts.reading import column
from assets.charts.sheet import Row, words
from assets.charts.theme import GREY, SMALL, wrapped

if TYPE_CHECKING:
    import polars as pl

FIELD = 21
"""Pixels of a field's heading."""


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator's part of a frame and where its row stands, in pixels from the top."""

    rows: "pl.DataFrame"
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its text."""
        return (self.top + self.bottom) / 2


def indicator_rows(
    frame: "pl.DataFrame", language: str, top: float, name_width: float, pad: float, size: float = SMALL
) -> tuple[list[IndicatorRow], list[Row]]:
    """Rows from `top` down by field and id, and the texts of their heads, at most `name_width` wide."""
    order = list(FIELDS["en"])
    parts = sorted(
        frame.partition_by("indicator_id", maintain_order=True),
        key=lambda rows: (order.index(rows["field"][0]), rows["indicator_id"][0]),
    )
    placed: list[IndicatorRow] = []
    texts: list[Row] = []
    field = ""
    for rows in parts:
        if rows["field"][0] != field:
            field = rows["field"][0]
            texts.append(words(0, top + FIELD / 2 + 2, FIELDS[language][field], "left", 11.5, GREY))
            top += FIELD
        name = wrapped(rows[column("indicator_name", language)][0], size, name_width)
        placed.append(IndicatorRow(rows, top, top + 12 * len(name) + pad))
        texts.append(words(0, placed[-1].middle, "\n".join(name), "left", size))
        top = placed[-1].bottom
    return placed, texts
