import itertools

import numpy as np
import pytest

from assets.statistics.inequality import gini
from assets.statistics.refusal import RefusedError
from assets.statistics.spatial import (
    local_moran,
    local_permutation_p,
    moran,
    moran_permutation_p,
    require_neighbours,
    row_standardised,
    spatial_gini,
)


def chain(regions):
    """Regions in a row, each beside the next."""
    step = np.eye(regions, k=1, dtype=bool)
    return step | step.T


RISING = np.array([1.0, 2.0, 3.0, 4.0])


def test_four_in_a_row_by_hand():
    # z = -1.5 -.5 .5 1.5, sum z^2 = 5; lags -.5, -.5, .5, .5; sum z*lag = .75 + .25 + .25 + .75 = 2
    found = moran(RISING, chain(4))
    assert found.index == pytest.approx(2 / 5)
    assert found.expected == pytest.approx(-1 / 3)


def test_moments_are_those_of_all_permutations():
    values = np.array([1.0, 2.0, 4.0, 8.0, 9.0, 11.0])
    near = chain(6)
    near[0, 3] = near[3, 0] = True
    every = [moran(np.array(order), near).index for order in itertools.permutations(values)]
    found = moran(values, near)
    assert np.mean(every) == pytest.approx(found.expected, abs=1e-12)
    assert np.var(every) == pytest.approx(found.variance_random, rel=1e-9)
    assert found.z_random == pytest.approx((found.index - np.mean(every)) / np.std(every))


def test_variance_under_normality_by_simulation():
    near = chain(8)
    drawn = np.random.default_rng(3).normal(size=(20_000, 8))
    simulated = [moran(values, near).index for values in drawn[:4000]]
    assert np.var(simulated) == pytest.approx(moran(drawn[0], near).variance_normal, rel=0.08)


def test_local_by_hand_and_its_mean_is_the_global():
    found = local_moran(RISING, chain(4))
    # (n-1) z lag / sum z^2 = 3 * (.75, .25, .25, .75)/5
    assert found.index == pytest.approx([0.45, 0.15, 0.15, 0.45])
    assert found.index_n == pytest.approx([0.6, 0.2, 0.2, 0.6])
    assert found.index_n.mean() == pytest.approx(moran(RISING, chain(4)).index)
    assert found.quadrant.tolist() == [3, 3, 1, 1]


def test_quadrants_of_an_alternating_row():
    assert local_moran(np.array([0.0, 9.0, 0.0, 9.0]), chain(4)).quadrant.tolist() == [2, 4, 2, 4]


def test_scale_and_order_do_not_matter():
    values, near = np.random.default_rng(5).normal(size=9), chain(9)
    mixed = np.random.default_rng(6).permutation(9)
    assert moran(100 + 7 * values, near).index == pytest.approx(moran(values, near).index)
    assert moran(values[mixed], near[np.ix_(mixed, mixed)]).index == pytest.approx(moran(values, near).index)


def test_permutation_p_repeats_with_its_seed_and_is_small_for_a_gradient():
    values, near = np.arange(30.0), chain(30)
    assert moran_permutation_p(values, near, 999, seed=1) == 1 / 1000
    noise = np.random.default_rng(7).normal(size=30)
    p = moran_permutation_p(noise, near, 999, seed=1)
    assert p == moran_permutation_p(noise, near, 999, seed=1)
    assert 0.01 < p <= 0.5


def test_local_p_against_every_pair_the_others_can_form():
    values, near = np.array([1.0, 2.0, 4.0, 8.0, 9.0, 11.0, 15.0]), chain(7)
    z = values - values.mean()
    # region 1 has neighbours 0 and 2; any two of the six others could stand there
    means = [z[1] * (z[i] + z[j]) / 2 for i, j in itertools.combinations([0, 2, 3, 4, 5, 6], 2)]
    larger = np.mean([mean >= z[1] * (z[0] + z[2]) / 2 - 1e-12 for mean in means])
    p = local_permutation_p(values, near, 4999, seed=2)
    assert p[1] == pytest.approx(min(larger, 1 - larger), abs=0.02)
    assert (p == local_permutation_p(values, near, 4999, seed=2)).all()


def test_local_p_step_by_step():
    # the others in random orders, as many beside the region as it has neighbours, one stream for all regions
    values, near = np.array([1.0, 4, 2, 8, 5, 7]), chain(6)
    deviations, random = values - values.mean(), np.random.default_rng(4)
    expected = []
    for region in range(6):
        beside = int(near[region].sum())
        drawn = random.permuted(np.tile(np.delete(deviations, region), (99, 1)), axis=1)[:, :beside]
        products = deviations[region] * drawn.mean(axis=1)
        larger = (products >= deviations[region] * deviations[near[region]].mean()).sum()
        expected.append((1 + min(larger, 99 - larger)) / 100)
    assert local_permutation_p(values, near, 99, 4).tolist() == expected
    # drawn once, used again
    assert local_permutation_p(values, near, 99, 4).tolist() == expected


def test_spatial_gini_by_hand_and_its_total():
    # neighbours differ by 1, three pairs, both directions: 6; others |1-3|, |1-4|, |2-4|: 7, twice
    found = spatial_gini(RISING, chain(4))
    assert (found.neighbours, found.others) == (6, 14)
    assert found.others_share == pytest.approx(0.7)
    assert found.neighbours + found.others == pytest.approx(2 * 4**2 * 2.5 * gini(RISING, None))


def test_the_share_is_not_share_times_gini_as_a_peer_prints_it():
    found = spatial_gini(RISING, chain(4))
    peer = found.others / (2 * 4**2 * RISING.mean())
    assert found.others_share == pytest.approx(peer / gini(RISING, None))
    assert found.others_share > 2 * peer


def test_an_island_is_refused_by_its_number():
    near = chain(4)
    near[2:, 2:] = False
    near[:, 2] = near[2, :] = False
    near[:, 3] = near[3, :] = False
    with pytest.raises(RefusedError, match=r"number \[2, 3\] have no neighbour"):
        moran(RISING, near)
    with pytest.raises(
        RefusedError, match=r"^C, D have no neighbour with a value, so nothing surrounds them"
    ):
        require_neighbours(near, list("ABCD"))
    require_neighbours(chain(4), list("ABCD"))
    assert spatial_gini(RISING, near).neighbours == 2


@pytest.mark.parametrize(
    ("values", "near", "reason"),
    [
        (RISING[:3], chain(3), "3 of 3 regions are known"),
        (np.array([1.0, np.nan, 2.0, 3.0]), chain(4), "3 of 4 regions are known"),
        (np.ones(4), chain(4), "not all equal"),
        (RISING, np.eye(4, k=1, dtype=bool), "not mutual"),
        (RISING, chain(4) | np.eye(4, dtype=bool), "neighbours itself"),
    ],
)
def test_refusals(values, near, reason):
    with pytest.raises(RefusedError, match=reason):
        moran(values, near)


def test_weights_sum_to_one():
    assert row_standardised(chain(5)).sum(axis=1) == pytest.approx(1)
