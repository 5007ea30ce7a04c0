"""What the numbers of a sentence say by themselves: the sign of a change, and the verdicts of their rows."""

import math
from collections import defaultdict
from dataclasses import dataclass

from assets.wording.figures import KINDS, Figure
from assets.wording.linter_lookup import Lookup, LookupFailedError
from assets.wording.linter_sentences import Evidence, Piece, Sentence

CHANGES = ("change", "points")
LEVELS = ("ratio", "percent", "index", "amount")
PERIOD = "period"
VERDICT = "verdict"


@dataclass(frozen=True)
class Change(Evidence):
    """Sign of the change of a number and of its distance from equality; None is unknown, 0 no change."""

    level: int | None
    distance: int | None
    said: str

    def sign(self, sense: str) -> int | None:
        """The sign for a word of this sense."""
        return self.level if sense == "level" else self.distance


@dataclass(frozen=True)
class Verdicts(Evidence):
    """The verdicts of the rows behind one piece."""

    mart: str
    verdicts: frozenset[str]


Point = tuple[int, Piece, Figure]


def changes(sentence: Sentence, lookup: Lookup) -> list[Change]:
    """Signed figures, counts of what changed, and pairs of one number in two years or at two ends."""
    found = []
    series: dict[object, list[Point]] = defaultdict(list)
    for piece, figure in sentence.figures:
        # the two ends of an interval have no direction
        if figure.kind in CHANGES and not figure.column.endswith(("_low", "_high")):
            sign = _sign(printed(figure))
            found.append(Change((piece.span,), sign, None if is_ratio(figure) else sign, piece.text))
        elif figure.kind == "count" and figure.how != "read":
            found.append(Change((piece.span,), None, None, piece.text))
        elif figure.rows and (figure.kind in LEVELS or is_rank(figure)):
            alike, time = _series(figure, lookup)
            if time is not None:
                series[alike].append((time, piece, figure))
    # the two ends of a range may be other members a year later
    loose = [points.pop() for points in series.values() if len(points) == 1 and len(points[0][2].rows) > 1]
    for point in loose:
        series[point[2].column, point[2].kind].append(point)
    pairs: dict[bool, list[Change]] = {True: [], False: []}
    for points in series.values():
        change = _between(points)
        if change is not None:
            pairs[is_rank(points[0][2])].append(change)
    # beside the number itself a rank is only mentioned
    return found + (pairs[False] or pairs[True])


def _between(points: list[Point]) -> Change | None:
    """What happened from the earliest to the latest of the numbers; None when they are of one time."""
    ordered = sorted(points, key=lambda point: point[0])
    if not ordered or ordered[0][0] == ordered[-1][0]:
        return None
    (_, piece, first), (_, other, last) = ordered[0], ordered[-1]
    level = _sign(printed(last) - printed(first)) * (-1 if is_rank(first) else 1)
    distance = _sign(_distance(last) - _distance(first)) if is_ratio(first) else level
    said = f"{first.written('en')} to {last.written('en')}"
    return Change((piece.span, other.span), level, distance, said)


def verdicts(sentence: Sentence, lookup: Lookup) -> list[Verdicts]:
    """Pieces whose rows carry a verdict."""
    found = []
    for piece in sentence.pieces:
        by_mart: dict[str, set[str]] = defaultdict(set)
        for row in piece.source.rows:
            verdict = verdict_of(row, lookup)
            if verdict is not None:
                by_mart[mart_of(row)].add(verdict)
        found += [Verdicts((piece.span,), mart, frozenset(known)) for mart, known in by_mart.items()]
    return found


def verdict_of(row: str, lookup: Lookup) -> str | None:
    """The verdict of a row; None where its mart has none."""
    try:
        verdict: str | None = lookup(row, VERDICT)
    except LookupFailedError:
        return None
    return verdict


def mart_of(row: str) -> str:
    """The bare name of the mart in an address: marts.claims/H043 lies in claims."""
    return row.split("/")[0].removeprefix("marts.")


def printed(figure: Figure) -> float:
    """The number as it is printed, in the unit of the mart."""
    factor = KINDS[figure.kind].factor
    return round(figure.value * factor, figure.digits) / factor


def is_ratio(figure: Figure) -> bool:
    """Whether 1 means equality, so that more is not further away."""
    return "ratio" in figure.column.split("_")


def is_rank(figure: Figure) -> bool:
    """Whether a smaller number is a higher place."""
    return figure.column.endswith("_rank")


def _series(figure: Figure, lookup: Lookup) -> tuple[tuple[object, ...], int | None]:
    """What a number is apart from its time, and its time: a year, or 0 and 1 for start and end.

    A number worked out from several rows has a time when they are all of one year.
    """
    if len(figure.rows) == 1:
        for time, ending in enumerate(("_start", "_end")):
            if figure.column.endswith(ending):
                return (figure.rows, figure.column.removesuffix(ending), figure.kind), time
    try:
        keys = [lookup.key(row) for row in figure.rows]
    except LookupFailedError:
        return (), None
    years = {key.pop(PERIOD, "") for key in keys}
    year = years.pop() if len(years) == 1 else ""
    others = frozenset(tuple(key.items()) for key in keys)
    return (mart_of(figure.rows[0]), others, figure.column, figure.kind), int(
        year
    ) if year.isdigit() else None


def _distance(figure: Figure) -> float:
    """How far a ratio is from 1, in proportion."""
    value = printed(figure)
    return abs(math.log(value)) if value > 0 else math.inf


def _sign(value: float) -> int:
    """1, 0 or -1; what arithmetic leaves below a billionth is no change."""
    return 0 if abs(value) < 1e-9 else int(math.copysign(1, value))
