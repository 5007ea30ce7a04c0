import numpy as np
import pytest

from assets.statistics.measured.concentration import measure
from assets.statistics.panel import Panel

VALUES = np.array([[1.0, 2.0], [3.0, np.nan], [4.0, 2.0]])


def test_values_and_totals_by_hand():
    totals = np.array([[20.0, 1.0], [50.0, 1.0], [30.0, 2.0]])
    panel = Panel(("a", "b", "c"), (2000, 2001), VALUES, None, {}, {}, None, totals)
    found = {(row.metric, row.key): row.value for row in measure(panel)}
    assert found["hhi", "2000"] == pytest.approx((1 + 9 + 16) / 64)
    assert found["hhi", "2001"] == pytest.approx(0.5)  # two equal parts: the third is unknown
    assert found["hhi_totals", "2000"] == pytest.approx(0.04 + 0.25 + 0.09)
    assert found["hhi_totals.equiv", "2000"] == pytest.approx(1 / 0.38)


def test_without_totals_there_is_a_reason():
    panel = Panel(("a", "b", "c"), (2000, 2001), VALUES, None, {}, {}, None)
    reasons = [row.reason for row in measure(panel) if row.metric == "hhi_totals"]
    assert len(reasons) == 1 and "totals such as GDP" in reasons[0]
