"""A small panel with two partitions, overlapping zones and one missing value."""

import numpy

from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel

YEARS = (2000, 2001, 2002, 2003, 2004)
REGIONS = tuple("ABCDEF")
LEVELS = numpy.array([10.0, 14, 22, 35, 40, 90])
GROWTH = numpy.array([1.12, 1.05, 1.09, 1.02, 1.07, 1.03])
PEOPLE = numpy.array([5.0, 2, 8, 3, 1, 4])


def small_panel(**changes) -> Panel:
    """Six regions, five years; F has no value in 2003."""
    values = LEVELS[:, None] * GROWTH[:, None] ** numpy.arange(5)
    values[5, 3] = numpy.nan
    weights = numpy.repeat(PEOPLE[:, None], 5, axis=1)
    return Panel(
        **{
            "regions": REGIONS,
            "years": YEARS,
            "values": values,
            "weights": weights,
            "partitions": {"halves": tuple("HHHGGG"), "thirds": tuple("xxyyzz"), "fine": tuple("112344")},
            "zones": {
                "belt": numpy.array([1, 1, 1, 0, 0, 0], dtype=bool),
                "delta": numpy.array([0, 1, 1, 0, 0, 0], dtype=bool),
                "ring": numpy.array([0, 0, 1, 1, 0, 0], dtype=bool),
            },
            "neighbours": None,
            "totals": values * weights,
        }
        | changes
    )


def numbers(rows) -> dict[tuple[str, str], float]:
    """(metric, key) -> value; a key given twice fails."""
    found = [((row.metric, row.key), row.value) for row in rows if isinstance(row, Measured)]
    assert len(dict(found)) == len(found)
    return dict(found)


def refusals(rows) -> dict[tuple[str, str], str]:
    """(metric, key) -> reason."""
    return {(row.metric, row.key): row.reason for row in rows if isinstance(row, Refused)}
