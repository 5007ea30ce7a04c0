"""A panel from long and wide files, with groups and neighbours; every fault by name."""

import numpy
import pytest

from assets.statistics.input_errors import (
    DuplicateRegionYearError,
    InputShapeError,
    MeasureInputError,
    MissingYearError,
    NegativeValueError,
    NotANumberError,
    UnknownRegionError,
    UnknownWeightError,
    UnstableGroupError,
)
from assets.statistics.panel import NO_YEAR
from assets.statistics.reading import read_panel

LONG = """region,year,y,pop,gdp,bloc,belt
A,2001,12,3,36,E,1
A,2000,10,3,30,E,1
B,2000,20,5,100,W,0
B,2001,,,,W,0
"""


@pytest.fixture
def written(tmp_path):
    def write(text, name="panel.csv"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


def test_a_long_file(written):
    panel = read_panel(written(LONG), None, None)
    assert (panel.regions, panel.years) == (("A", "B"), (2000, 2001))
    numpy.testing.assert_array_equal(panel.values, [[10, 12], [20, numpy.nan]])
    numpy.testing.assert_array_equal(panel.weights, [[3, 3], [5, numpy.nan]])
    numpy.testing.assert_array_equal(panel.totals, [[30, 36], [100, numpy.nan]])
    assert panel.partitions == {"bloc": ("E", "W")}
    assert panel.zones["belt"].tolist() == [True, False]
    assert panel.neighbours is None


def test_a_wide_file_has_years_in_order_and_no_weights(written):
    panel = read_panel(written("Countries,2001,2000\nA,12,10\nB,,20\n"), None, None)
    assert (panel.regions, panel.years) == (("A", "B"), (2000, 2001))
    numpy.testing.assert_array_equal(panel.values, [[10, 12], [20, numpy.nan]])
    assert panel.weights is None


def test_a_cross_section_has_no_year(written):
    panel = read_panel(written("region,y\nA,1\nB,2\n"), None, None)
    assert panel.years == (NO_YEAR,)
    assert panel.values.tolist() == [[1], [2]]


def test_groups_and_neighbours_in_any_order(written):
    panel = read_panel(
        written("region,2000\nA,1\nB,2\nC,3\n"),
        written("delta,region,name\n1,C,x\n0,B,x\n0,A,y\n", "zones.csv"),
        written("region,neighbor\nA,B\nB,A\nC,B\n", "pairs.csv"),
    )
    assert panel.zones["delta"].tolist() == [False, False, True]
    assert panel.partitions == {"name": ("y", "x", "x")}
    assert panel.neighbours.tolist() == [[False, True, False], [True, False, True], [False, True, False]]


@pytest.mark.parametrize(
    ("old", "new", "error", "message"),
    [
        (
            "A,2000,10",
            "A,2001,10",
            DuplicateRegionYearError,
            "panel.csv line 3: found region A, year 2001 a second time, first in line 2; keep one",
        ),
        (
            "A,2000,10,3,30,E,1\n",
            "",
            MissingYearError,
            "panel.csv line 2: found A without a line for 2000, which other regions have (lines missing in",
        ),
        ("A,2000,10", "A,2000,-10", NegativeValueError, "panel.csv line 3, column y: found -10"),
        ("A,2000,10,3,30", "A,2000,10,3,-1", NegativeValueError, "line 3, column gdp: found -1"),
        ("A,2000,10,3", "A,2000,10,", UnknownWeightError, "line 3, column pop: found '' beside a value"),
        ("A,2000,10,3", "A,2000,10,0", UnknownWeightError, "line 3, column pop: found '0' beside a value"),
        (
            "A,2000,10",
            "A,2000,ten",
            NotANumberError,
            "panel.csv line 3, column y: found 'ten' for A 2000; write a number",
        ),
        ("A,2000,10,3", "A,2000,10,few", NotANumberError, "line 3, column pop: found 'few'"),
        ("A,2000", "A,2000.5", NotANumberError, "line 3, column year: found '2000.5'; write a year of four"),
        ("A,2000,10,3,30,E", "A,2000,10,3,30,W", UnstableGroupError, "groups must hold in all years"),
        ("A,2000", ",2000", InputShapeError, "line 3: found no region"),
        ("region,", "place,", InputShapeError, "line 1: found place,year,y,pop"),
        (
            ",y,",
            ",value,",
            InputShapeError,
            "no column y and no columns of years; a long file has region,year,y[,pop]",
        ),
    ],
)
def test_faults_of_a_panel_name_line_finding_and_remedy(written, old, new, error, message):
    with pytest.raises(error) as caught:
        read_panel(written(LONG.replace(old, new, 1)), None, None)
    assert message in str(caught.value)
    assert isinstance(caught.value, MeasureInputError)


def test_a_wide_file_with_a_region_twice_or_a_strange_column_is_refused(written):
    with pytest.raises(DuplicateRegionYearError, match="line 3: found region A a second time"):
        read_panel(written("region,2000\nA,1\nA,2\n"), None, None)
    with pytest.raises(InputShapeError, match="found column pop in a wide file"):
        read_panel(written("region,2000,pop\nA,1,5\n"), None, None)
    with pytest.raises(NegativeValueError, match="line 2, column 2001: found -1"):
        read_panel(written("region,2000,2001\nA,1,-1\n"), None, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("region,z\nA,1\nB,0\nQ,1\n", "zones.csv line 4: found region 'Q', which panel.csv does not have"),
        ("region,z\nA,1\n", "zones.csv line 2: found the end without a line for B of panel.csv"),
    ],
)
def test_groups_of_other_regions_are_refused(written, text, message):
    with pytest.raises(UnknownRegionError) as caught:
        read_panel(written(LONG), written(text, "zones.csv"), None)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("region,neighbor\nA,Q\n", UnknownRegionError, "pairs.csv line 2: found region 'Q'"),
        ("region,neighbor\nA,A\n", InputShapeError, "pairs.csv line 2: found A as its own neighbour"),
        (
            "from,to\nA,B\n",
            InputShapeError,
            "pairs.csv line 1: found from,to; name the two columns region,neighbor",
        ),
    ],
)
def test_neighbours_that_cannot_be_are_refused(written, text, error, message):
    with pytest.raises(error) as caught:
        read_panel(written(LONG), None, written(text, "pairs.csv"))
    assert message in str(caught.value)
