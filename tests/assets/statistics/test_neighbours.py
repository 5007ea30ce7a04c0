"""Pairs to a matrix: mutual pairs, regions outside left out."""

from assets.statistics.neighbours import neighbour_matrix


def test_the_matrix_has_the_pairs_of_its_regions():
    pairs = [("a", "b"), ("b", "a"), ("b", "z"), ("z", "b")]
    assert neighbour_matrix(pairs, ("a", "b", "c")).tolist() == [
        [False, True, False],
        [True, False, False],
        [False, False, False],
    ]
