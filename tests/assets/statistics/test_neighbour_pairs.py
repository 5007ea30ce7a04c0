"""Pairs of neighbours become a symmetric matrix."""

import pytest

from assets.statistics.input_errors import InputShapeError, UnknownRegionError
from assets.statistics.neighbour_pairs import read_neighbours


@pytest.mark.parametrize("header", ["region,neighbor", "region,neighbour", "a,b"])
def test_one_direction_or_both_are_the_same(tmp_path, header):
    path = tmp_path / "pairs.csv"
    path.write_text(f"{header}\nA,B\nB,A\nC,B\n", encoding="utf-8")
    found = read_neighbours(path, ("A", "B", "C"))
    assert found.tolist() == [[False, True, False], [True, False, True], [False, True, False]]


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        (
            "region,neighbor\nA,Q\n",
            UnknownRegionError,
            "line 2: found region 'Q', which the panel does not have",
        ),
        ("region,neighbor\nA,A\n", InputShapeError, "line 2: found A as its own neighbour; remove the line"),
        ("region,neighbor,w\nA,B,2\n", InputShapeError, "line 1: column w is not read; two regions are"),
        ("region,z\nA,1\n", InputShapeError, "line 1: found region,z; name the two columns region,neighbor"),
    ],
)
def test_pairs_that_cannot_be_are_refused(tmp_path, text, error, message):
    (tmp_path / "pairs.csv").write_text(text, encoding="utf-8")
    with pytest.raises(error) as caught:
        read_neighbours(tmp_path / "pairs.csv", ("A", "B", "C"))
    assert f"pairs.csv {message}" in str(caught.value)
