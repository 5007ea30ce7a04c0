import numpy as np
import pytest
from scipy.stats import gaussian_kde

from assets.statistics.density import kernel_density, scott_bandwidth
from assets.statistics.refusal import RefusedError

VALUES = np.array([0.4, 0.6, 0.9, 1.1, 2.0])
POINTS = np.array([0.5, 1.0, 1.7])


def test_one_point_by_hand():
    # values 0 and 2, bandwidth 1, at 1: both at distance 1, exp(-1/2)/sqrt(2 pi)
    assert kernel_density(np.array([0.0, 2.0]), np.array([1.0]), None, bandwidth=1) == pytest.approx(
        [np.exp(-0.5) / np.sqrt(2 * np.pi)]
    )
    # sd of 0 and 2 is sqrt 2 with n-1; times 2^(-1/5)
    assert scott_bandwidth(np.array([0.0, 2.0]), None) == pytest.approx(2**0.5 * 2**-0.2)


@pytest.mark.parametrize("weight", [None, np.array([5.0, 1.0, 2.0, 0.5, 3.0])])
def test_as_scipy_has_it(weight):
    peer = gaussian_kde(VALUES, weights=weight)(POINTS)
    assert kernel_density(VALUES, POINTS, weight) == pytest.approx(peer, rel=1e-9)


def test_it_integrates_to_one_and_equal_weights_change_nothing():
    grid = np.linspace(-4, 7, 4001)
    height = kernel_density(VALUES, grid, None)
    assert np.trapezoid(height, grid) == pytest.approx(1, rel=1e-6)
    assert kernel_density(VALUES, grid, np.full(5, 7.0)) == pytest.approx(height)


@pytest.mark.parametrize(
    ("values", "bandwidth", "reason"),
    [
        ([1.0, 1.0, 1.0], None, "fewer than 2 different values"),
        ([1.0], None, "fewer than 2 different values"),
        ([1.0, np.nan], None, "known values"),
        ([1.0, 2.0], 0.0, "bandwidth is 0"),
    ],
)
def test_refusals(values, bandwidth, reason):
    with pytest.raises(RefusedError, match=reason):
        kernel_density(np.array(values), POINTS, None, bandwidth)
