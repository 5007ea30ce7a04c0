"""Counts, figures and years on the screen."""

import numpy as np
import pytest

from assets.statistics.measuring_words import about, counted, rounded
from assets.statistics.panel import NO_YEAR, Panel


def test_one_is_singular():
    assert (counted(1, "region"), counted(2, "region"), counted(0, "zone")) == (
        "1 region",
        "2 regions",
        "0 zones",
    )


@pytest.mark.parametrize(
    ("value", "places", "sign", "shown"),
    [
        (-13.44, 1, "+", "-13.4"),
        (0.4, 1, "+", "+0.4"),
        (-0.02, 1, "+", "-0.02"),
        (-0.00004, 4, "", "-0.00004"),
        (-1e-17, 1, "+", "0.0"),
        (0.0, 4, "", "0.0000"),
    ],
)
def test_no_figure_hides_its_sign(value, places, sign, shown):
    assert rounded(value, places, sign) == shown


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        ((2000, 2001, 2002), "2000 to 2002 (3 years)"),
        ((2000, 2001, 2003), "2000 to 2003 (3 years, without 2002)"),
        ((1940, 1950, 1960), "1940 to 1960 (3 years, 10 apart)"),
        ((1940, 1950, 1970), "1940 to 1970 (3 years, without 1960)"),
        ((2000, 2001, 2007), "2000 to 2007 (3 years, without 2002, 2003, 2004 and 2 more)"),
        ((2000, 2010), "2000 to 2010 (2 years)"),
        ((2000,), "2000"),
        ((NO_YEAR,), "one period"),
    ],
)
def test_years_that_are_missing_are_named(years, shown):
    given = Panel(("A", "B"), years, np.ones((2, len(years))), None, {}, {}, None)
    assert about(given).startswith(f"2 regions, {shown}, no value missing")


def test_counts_of_one():
    near = np.array([[False, True], [True, False]])
    values = np.array([[1.0], [np.nan]])
    given = Panel(("A", "B"), (2000,), values, None, {}, {"z": np.array([True, False])}, near)
    assert about(given).endswith("1 value missing, no weights (no column pop), 1 zone, 1 pair of neighbours")
