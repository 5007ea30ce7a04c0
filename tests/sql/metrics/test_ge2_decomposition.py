"""metrics/ge2_decomposition: worked, equal to the decomposition in Python, single members."""

import pytest
from hypothesis import given, settings

from assets.statistics.decomposition import entropy_decomposition
from tests.sql.metrics.splits import arrays, some_regions, split


def parts(regions):
    return split(regions, "metrics/ge2_decomposition", "metrics/coefficient_of_variation")


def test_worked_example():
    # 1 3 | 5 7, mean 4, variance 5: GE(2) = 5/16 / 2; of the means 2 and 6: 4/16 / 2; the rest within
    found = parts([("a", 1, 1), ("a", 3, 1), ("b", 5, 1), ("b", 7, 1)])["unweighted"]
    assert found["value"] == pytest.approx(5 / 32)
    assert found["between_groups"] == pytest.approx(4 / 32)
    assert found["within_groups"] == pytest.approx(1 / 32)


@settings(max_examples=10, deadline=None)
@given(some_regions())
def test_python_gives_the_same(regions):
    found = parts(regions)
    value, weight, labels = arrays(regions)
    for weighting, given_weight in (("unweighted", None), ("weighted", weight)):
        expected = entropy_decomposition(value, given_weight, labels, 2)
        row = found[weighting]
        assert row["value"] == pytest.approx(expected.total, rel=1e-7, abs=1e-10)
        assert row["between_groups"] == pytest.approx(expected.between, rel=1e-7, abs=1e-10)
        assert row["within_groups"] == pytest.approx(expected.within, rel=1e-7, abs=1e-10)


def test_single_regions_have_nothing_within():
    found = parts([("a", 1, 1), ("b", 3, 2), ("c", 5, 3)])["weighted"]
    assert (found["within_groups"], found["n_members"]) == (0, 3)
