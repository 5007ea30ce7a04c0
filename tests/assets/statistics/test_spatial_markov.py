import numpy as np
import pytest

from assets.statistics.distribution import classes_pooled, relative_to_mean, transitions
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial_markov import homogeneity, spatial_transition_counts


def ring(regions):
    step = np.roll(np.eye(regions, dtype=bool), 1, axis=1)
    return step | step.T


def test_four_regions_two_years_by_hand():
    values = np.array([[1.0, 2.0], [8.0, 7.0], [3.0, 9.0], [6.0, 4.0]])
    # pooled median of 1 2 3 4 6 7 8 9 is 5: own classes 00, 11, 01, 10
    # neighbours' means in year 1: (8+6)/2 = 7, (1+3)/2 = 2, 7, 2; year 2: 5.5, 5.5, 5.5, 5.5; median 5.5
    # so the lag class in year 1 is 1, 0, 1, 0
    counts = spatial_transition_counts(values, ring(4), 2)
    assert counts[0].tolist() == [[0, 0], [1, 1]]
    assert counts[1].tolist() == [[1, 1], [0, 0]]


def test_lag_classes_add_to_the_plain_counts():
    values = relative_to_mean(np.exp(np.random.default_rng(9).normal(size=(20, 12))), None)
    counts = spatial_transition_counts(values, ring(20), 3)
    assert (counts.sum(axis=0) == transitions(classes_pooled(values, 3), 3).counts).all()


def test_homogeneity_by_hand():
    # from class 0 only: 8 of 10 stay with a poor, 4 of 10 with a rich surrounding; pooled .6 and .4
    counts = np.array([[[8, 2], [0, 0]], [[4, 6], [0, 0]]])
    by_hand = 2 * sum(
        n * np.log(p / q) for n, p, q in [(8, 0.8, 0.6), (2, 0.2, 0.4), (4, 0.4, 0.6), (6, 0.6, 0.4)]
    )
    statistic, freedom = homogeneity(counts)
    assert statistic == pytest.approx(by_hand)
    assert freedom == 1


def test_the_same_matrix_everywhere_is_homogeneous():
    counts = np.array([[[8, 2], [3, 7]], [[16, 4], [6, 14]]])
    assert homogeneity(counts) == (pytest.approx(0, abs=1e-12), 2)


def test_a_gap_is_refused():
    with pytest.raises(RefusedError, match="neighbours' means"):
        spatial_transition_counts(np.array([[1.0, np.nan], [2.0, 3.0]]), ring(2), 2)
