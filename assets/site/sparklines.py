"""Small lines beside a table row: the ratio to the nation over the years, cut where the basis changes."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

WIDTH, HEIGHT, MARGIN = 96, 24, 3
Point = tuple[int, float, bool]


def sparklines(series: Iterable[tuple[str, str, int, float, bool]]) -> dict[tuple[str, str], Markup]:
    """Pictures by subject and indicator, from lines (subject, indicator, period, ratio, has_break) in order.

    A subject with one year has no picture.
    """
    pictures = {}
    for key, lines in groupby(series, key=lambda line: (line[0], line[1])):
        points = [(period, ratio, bool(has_break)) for _, _, period, ratio, has_break in lines]
        if len(points) > 1:
            pictures[key] = picture(points)
    return pictures


def picture(points: Sequence[Point]) -> Markup:
    """A line over a thin rule at 1, the nation; hidden from screen readers, who get the table."""
    ratios = [ratio for _, ratio, _ in points]
    low, high = min([*ratios, 1.0]), max([*ratios, 1.0])
    first, last = points[0][0], points[-1][0]

    def x(period: int) -> str:
        return _short(MARGIN + (period - first) / (last - first) * (WIDTH - 2 * MARGIN))

    def y(ratio: float) -> str:
        part = (ratio - low) / (high - low) if high > low else 0.5
        return _short(HEIGHT - MARGIN - part * (HEIGHT - 2 * MARGIN))

    steps = []
    previous = None
    for period, ratio, has_break in points:
        # a year without a figure or on a new basis starts a new piece of the line
        is_cut = previous is None or has_break or period != previous + 1
        steps.append(f"{'M' if is_cut else 'L'}{x(period)} {y(ratio)}")
        previous = period
    end = f'<circle cx="{x(last)}" cy="{y(ratios[-1])}" r="2"/>'
    return Markup(
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        ' aria-hidden="true">'
        f'<path class="par" d="M0 {y(1.0)}H{WIDTH}"/><path d="{"".join(steps)}"/>{end}</svg>'
    )


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
