"""metrics/gini_decomposition: worked, equal to Dagum's in Python, overlap, one group, missing weights."""

import pytest
from hypothesis import given, settings

from assets.statistics.dagum import dagum
from tests.sql.metrics.splits import arrays, some_regions, split


def parts(regions):
    return split(regions, "metrics/gini_decomposition", "metrics/gini")


def test_worked_example():
    # 1 3 | 5 7, mean 4: Gini = 40 / (2 x 16 x 4) = 5/16, 40 the sum of all differences, each pair twice;
    # within = 1/2 x 1/4 x 1/4 + 1/2 x 3/4 x 1/12 = 1/16; net between, the Gini of the
    # means 2 and 6, = 1/4; nothing overlaps
    found = parts([("a", 1, 1), ("a", 3, 1), ("b", 5, 1), ("b", 7, 1)])["unweighted"]
    assert found["value"] == pytest.approx(5 / 16)
    assert found["within_groups"] == pytest.approx(1 / 16)
    assert found["between_groups"] == pytest.approx(1 / 4)
    assert found["overlap_of_groups"] == pytest.approx(0, abs=1e-12)
    assert found["n_members"] == 4


@settings(max_examples=10, deadline=None)
@given(some_regions())
def test_python_gives_the_same(regions):
    found = parts(regions)
    value, weight, labels = arrays(regions)
    for weighting, given_weight in (("unweighted", None), ("weighted", weight)):
        expected = dagum(value, given_weight, labels)
        row = found[weighting]
        assert row["within_groups"] == pytest.approx(expected.within, rel=1e-9, abs=1e-12)
        assert row["between_groups"] == pytest.approx(expected.between_net, rel=1e-9, abs=1e-12)
        assert row["overlap_of_groups"] == pytest.approx(expected.transvariation, rel=1e-7, abs=1e-12)
        assert row["value"] == pytest.approx(expected.total, rel=1e-9, abs=1e-12)


def test_groups_of_one_mean_only_overlap():
    found = parts([("a", 1, 1), ("a", 7, 1), ("b", 3, 1), ("b", 5, 1)])["weighted"]
    assert found["between_groups"] == pytest.approx(0, abs=1e-12)
    assert found["overlap_of_groups"] > 0


def test_one_group_is_all_within_and_a_missing_weight_leaves_the_unweighted_row():
    found = parts([("a", 1, 1), ("a", 3, None), ("a", 5, 1)])
    assert set(found) == {"unweighted"}
    assert found["unweighted"]["within_groups"] == pytest.approx(found["unweighted"]["value"])
