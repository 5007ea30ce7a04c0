"""Provinces between two years: rank at both ends, and who rose or fell far enough to be told apart."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.charts.reading import column
from assets.charts.theme import ACCENT, BLOCS, GREY, PALE

if TYPE_CHECKING:
    import polars as pl

RISEN, FALLEN, OTHER = "risen", "fallen", "other"
# Falls are dashed as well, so that the two stay apart in greyscale.
STROKES = {RISEN: BLOCS["bloc_east"], FALLEN: ACCENT, OTHER: PALE}
TEXTS = {RISEN: BLOCS["bloc_east"], FALLEN: ACCENT, OTHER: GREY}
DASHES = {RISEN: [1, 0], FALLEN: [5, 2.5], OTHER: [1, 0]}


@dataclass(frozen=True)
class Move:
    """One province in the first and the last year; a rank shared by several is the best of them."""

    region_id: str
    name: str
    before: float
    after: float
    rank_before: int
    rank_after: int

    @property
    def places(self) -> int:
        """Places gained; negative when lost."""
        return self.rank_before - self.rank_after


def moves(frame: "pl.DataFrame", language: str) -> list[Move]:
    """Every province with a ratio and a rank in both the first and the last year of the frame."""
    name = column("region_short_name", language)
    ends = [
        {row["region_id"]: row for row in frame.filter(period=year).iter_rows(named=True)}
        for year in (frame["period"].min(), frame["period"].max())
    ]
    return [
        Move(
            region_id=region,
            name=last[name],
            before=first["ratio"],
            after=last["ratio"],
            rank_before=first["value_rank"],
            rank_after=last["value_rank"],
        )
        for region, first, last in ((region, row, ends[1].get(region)) for region, row in ends[0].items())
        if last is not None and None not in (first["value_rank"], last["value_rank"])
    ]


def direction(move: Move, least: int) -> str:
    """Risen or fallen by `least` places or more, or neither."""
    if abs(move.places) < least:
        return OTHER
    return RISEN if move.places > 0 else FALLEN


def farthest(found: list[Move], kind: str, number: int) -> list[Move]:
    """The farthest few in one direction; all that moved as far as the last of them belong to them."""
    places = sorted((abs(move.places) for move in found if direction(move, 1) == kind), reverse=True)
    if not places:
        return []
    least = places[:number][-1]
    return [move for move in found if direction(move, least) == kind]


def rows_of_moves(frame: "pl.DataFrame", found: list[Move]) -> "pl.DataFrame":
    """The rows of both years behind some moves."""
    years = frame["period"].min(), frame["period"].max()
    regions = [move.region_id for move in found]
    return frame.filter(frame["region_id"].is_in(regions) & frame["period"].is_in(years))
