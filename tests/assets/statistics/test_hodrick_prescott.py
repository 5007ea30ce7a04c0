import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.hodrick_prescott import ANNUAL, hodrick_prescott_trend
from assets.statistics.refusal import RefusedError


def test_three_periods_by_hand():
    # D = (1, -2, 1), y = (0, 3, 0), smoothing 1: (I + D'D) x = y gives x = (6, 9, 6)/7:
    # second difference of x = (6 - 18 + 6)/7 = -6/7, and y - x = (-6, 12, -6)/7 = D' * -6/7 with smoothing 1
    trend = hodrick_prescott_trend(np.array([0.0, 3.0, 0.0]), 1)
    assert trend == pytest.approx([6 / 7, 9 / 7, 6 / 7], rel=1e-12)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(-50, 50), min_size=4, max_size=30), st.floats(0, 2000))
def test_the_trend_has_the_least_penalised_distance(values, smoothing):
    series = np.array(values)

    def penalty(path):
        return ((series - path) ** 2).sum() + smoothing * (np.diff(path, 2) ** 2).sum()

    trend = hodrick_prescott_trend(series, smoothing)
    bent = np.random.default_rng(1).normal(size=(20, len(series)))
    assert all(penalty(trend) <= penalty(trend + step) * (1 + 1e-9) + 1e-9 for step in bent)
    assert trend.sum() == pytest.approx(series.sum(), abs=1e-6)


def test_a_straight_line_is_its_own_trend_and_no_smoothing_changes_nothing():
    line, rough = np.linspace(3, 9, 12), np.array([1.0, 5.0, 2.0, 8.0])
    assert hodrick_prescott_trend(line, 400) == pytest.approx(line)
    assert hodrick_prescott_trend(rough, 0) == pytest.approx(rough)


def test_every_row_by_itself():
    table = np.random.default_rng(2).normal(size=(3, 10))
    together = hodrick_prescott_trend(table, ANNUAL)
    assert together == pytest.approx(np.array([hodrick_prescott_trend(row, ANNUAL) for row in table]))


@pytest.mark.parametrize(
    ("series", "smoothing", "reason"),
    [
        ([1.0, 2.0], 6.25, "at least 3 periods; there are 2"),
        ([1.0, np.nan, 2.0], 6.25, "missing values"),
        ([1.0, 2.0, 4.0], -1, "smoothing is -1"),
    ],
)
def test_refusals(series, smoothing, reason):
    with pytest.raises(RefusedError, match=reason):
        hodrick_prescott_trend(np.array(series), smoothing)
