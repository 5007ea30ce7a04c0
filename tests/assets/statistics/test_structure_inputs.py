import pytest

from assets.statistics.input_errors import InputShapeError, NotANumberError, UnknownRegionError
from assets.statistics.structure_inputs import (
    read_distances,
    read_indicators,
    read_masses,
    read_prices,
    read_smoothed_logs,
)

PRICES = "t,region,good,index\n1,A,rice,1.02\n1,A,cloth,0.99\n1,B,rice,1.05\n1,B,cloth,1.01\n"
DISTANCES = "a,b,km\nA,B,170\nB,A,170\n"


@pytest.fixture
def write(tmp_path):
    def written(text, name="input.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_prices_and_pairs(write):
    found = read_prices(write(PRICES), write("a,b\nA,B\n", "pairs.csv"))
    assert (found.periods, found.regions, found.goods) == (("1",), ("A", "B"), ("rice", "cloth"))
    assert found.indices.tolist() == [[[1.02, 0.99], [1.05, 1.01]]]
    assert found.pairs.tolist() == [[0, 1]]


def test_indicators(write):
    found = read_indicators(write("X1,unit,X2\n1,U1,2\n3,U2,4\n"))
    assert (found.units, found.names) == (("U1", "U2"), ("X1", "X2"))
    assert found.values.tolist() == [[1, 2], [3, 4]]


def test_a_byte_order_mark_is_no_part_of_the_header(write):
    assert read_masses(write("\ufeffregion,gdp,pop\nA,1,1\n")).regions == ("A",)


def test_masses_and_distances_in_the_order_of_the_masses(write):
    masses = read_masses(write("region,gdp,pop\nB,10,1\nA,40,4\n"))
    assert (masses.regions, masses.gdp.tolist(), masses.population.tolist()) == (("B", "A"), [10, 40], [1, 4])
    assert read_distances(write(DISTANCES), masses.regions).tolist() == [[0, 170], [170, 0]]


def test_smoothed_logs(write):
    found = read_smoothed_logs(write("Countries,1970,1971\nA,8.1,8.2\nB,9,9.1\n"))
    assert (found.regions, found.years) == (("A", "B"), (1970, 1971))
    assert found.values.tolist() == [[8.1, 8.2], [9, 9.1]]


@pytest.mark.parametrize(
    ("read", "text", "error", "message"),
    [
        (
            read_masses,
            "region,gdp\nA,1\n",
            InputShapeError,
            "line 1: found region,gdp; a column pop is needed",
        ),
        (read_masses, "region,gdp,pop\n", InputShapeError, "line 2: found no line"),
        (read_masses, "region,gdp,pop\nA,1\n", InputShapeError, "line 2: found 2 cells"),
        (read_masses, "region,gdp,pop\nA,1,x\n", NotANumberError, "line 2, column pop: found 'x'"),
        (read_masses, "region,gdp,pop\nA,1,\n", NotANumberError, "line 2, column pop: found nothing"),
        (
            read_masses,
            "region,gdp,pop\nA,1,1\nA,2,2\n",
            InputShapeError,
            "line 3, column region: found 'A' a",
        ),
        (read_masses, "region,gdp,pop\n,1,1\n", InputShapeError, "line 2, column region: found no name"),
        (
            read_smoothed_logs,
            "Countries,1970,later\nA,1,2\n",
            InputShapeError,
            "line 1: found column 'later'",
        ),
        (
            lambda path: read_distances(path, ("A", "B")),
            "a,b,km\nA,B,170\n",
            InputShapeError,
            "no line for B, A",
        ),
        (
            lambda path: read_distances(path, ("A", "B")),
            DISTANCES + "A,B,9\n",
            InputShapeError,
            "line 4: found A, B",
        ),
    ],
)
def test_faults_name_file_line_and_remedy(write, read, text, error, message):
    with pytest.raises(error, match=message) as fault:
        read(write(text))
    assert "input.csv" in str(fault.value)


def test_a_pair_of_an_unknown_region(write):
    with pytest.raises(UnknownRegionError, match=r"pairs.csv line 2, column b: found 'C'; name a region"):
        read_prices(write(PRICES), write("a,b\nA,C\n", "pairs.csv"))


def test_a_price_that_is_not_there(write):
    with pytest.raises(InputShapeError, match="no line for 1, B, cloth"):
        read_prices(write(PRICES.rsplit("1,B,cloth", 1)[0]), write("a,b\nA,B\n", "pairs.csv"))
