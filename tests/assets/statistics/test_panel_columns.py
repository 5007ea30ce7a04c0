"""Headers of panels, and what to rename in those of other people."""

import pytest

from assets.statistics.input_errors import InputShapeError, UnknownWeightError
from assets.statistics.panel_columns import check_panel_columns


@pytest.mark.parametrize("header", ["region,year,y", "y,pop,region,bloc", "Countries,1999,2000", "region,y"])
def test_long_and_wide_headers_pass(header):
    assert check_panel_columns("p.csv", tuple(header.split(","))) is None


@pytest.mark.parametrize(
    ("header", "error", "message"),
    [
        ("region,year,value", InputShapeError, "no column y and no columns of years"),
        ("region,year,value", InputShapeError, "; name value y"),
        ("Region,Year,Y", InputShapeError, "; name Region region; name Year year; name Y y"),
        ("geo,year,y", InputShapeError, "a column region is needed; name geo region"),
        ("region,period,y", InputShapeError, "the years need a column year; name period year, or remove it"),
        ("region,2000,2001,pop", InputShapeError, "found column pop in a wide file (it has column 2000)"),
        ("region", InputShapeError, "found region, no column y"),
        (
            "region,year,y,population",
            UnknownWeightError,
            "found column population; the weight is the column pop",
        ),
        ("region,year,y,Pop", UnknownWeightError, "found column Pop; the weight is the column pop"),
    ],
)
def test_other_headers_are_refused_with_the_remedy(header, error, message):
    with pytest.raises(error) as caught:
        check_panel_columns("p.csv", tuple(header.split(",")))
    assert str(caught.value).startswith("p.csv line 1: found ")
    assert message in str(caught.value)
