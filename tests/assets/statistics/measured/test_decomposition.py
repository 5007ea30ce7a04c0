"""Rows of the decompositions by partitions."""

import numpy

from assets.statistics import dagum, decomposition
from assets.statistics.measured import decomposition as measured
from tests.assets.statistics.measured.panels import PEOPLE, numbers, small_panel

PANEL = small_panel()
FIRST = PANEL.values[:, 0]
HALVES = numpy.array(PANEL.partitions["halves"])


def test_names_and_keys():
    found = numbers(measured.measure(PANEL))
    parts = decomposition.entropy_decomposition(FIRST, PEOPLE, HALVES, 1)
    assert found["decomp.T.between.w", "2000|halves"] == parts.between
    assert found["decomp.T.group_within_contrib.w", "2000|halves|G"] == parts.within_by_group[0]
    assert found["dagum.pair.u", "2000|G|H"] == dagum.dagum(FIRST, None, HALVES).pair_gini[0, 1]
    nested = {key for metric, key in found if metric == "nested_theil.u.total"}
    # thirds straddle the halves; the fine groups lie inside both
    assert {key for key in nested if key.startswith("2000")} == {"2000|halves>fine", "2000|thirds>fine"}
