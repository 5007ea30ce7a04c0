import statistics

import numpy as np
import pytest

from assets.statistics.market_segmentation import market_segmentation
from assets.statistics.refusal import RefusedError

PAIRS = np.array([[0, 1], [1, 2], [0, 2]])


def prices(seed=1, years=2, regions=4, goods=6):
    return np.exp(np.random.default_rng(seed).normal(0.02, 0.03, size=(years, regions, goods)))


def test_two_goods_two_pairs_by_hand():
    # log changes of goods: regions (0, 0), (.1, .3), (.1, .1)
    indices = np.exp(np.array([[[0.0, 0.0], [0.1, 0.3], [0.1, 0.1]]]))
    # |dQ| of 0-1: .1, .3; of 1-2: 0, .2; means over pairs .05, .25; what is left: .05, .05 and -.05, -.05
    level = market_segmentation(indices, np.array([[0, 1], [1, 2]]), divisor_less_one=True)
    assert level.by_pair == pytest.approx(np.zeros((1, 2)), abs=1e-15)
    # pair 0-2 instead of 1-2: |dQ| .1, .1; means .1, .2; left 0, .1 and 0, -.1; variance .005 with g-1
    other = market_segmentation(indices, np.array([[0, 1], [0, 2]]), divisor_less_one=True)
    assert other.by_pair == pytest.approx(np.full((1, 2), 0.005))
    assert other.overall == pytest.approx([0.005])
    assert other.integration == pytest.approx([np.sqrt(200)])


@pytest.mark.parametrize("less_one", [True, False])
def test_pair_by_pair_with_plain_python(less_one):
    indices = prices()
    found = market_segmentation(indices, PAIRS, less_one)
    variance = statistics.variance if less_one else statistics.pvariance
    for year in range(2):
        gap = [[abs(np.log(indices[year, i, g] / indices[year, j, g])) for g in range(6)] for i, j in PAIRS]
        mean = [statistics.fmean(pair[g] for pair in gap) for g in range(6)]
        by_hand = [variance([pair[g] - mean[g] for g in range(6)]) for pair in gap]
        assert found.by_pair[year] == pytest.approx(by_hand)
        assert found.overall[year] == pytest.approx(statistics.fmean(by_hand))
        assert found.by_region[year, 0] == pytest.approx((by_hand[0] + by_hand[2]) / 2)


def test_a_region_in_no_pair_has_no_number():
    assert np.isnan(market_segmentation(prices(), PAIRS, True).by_region[:, 3]).all()


def test_base_100_and_prices_moving_together_change_nothing():
    indices = prices()
    common = np.exp(np.random.default_rng(2).normal(size=(2, 1, 6)))
    expected = market_segmentation(indices, PAIRS, True).by_pair
    assert market_segmentation(100 * indices, PAIRS, True).by_pair == pytest.approx(expected)
    assert market_segmentation(common * indices, PAIRS, True).by_pair == pytest.approx(expected)
    assert market_segmentation(indices, PAIRS[:, ::-1], True).by_pair == pytest.approx(expected)


def test_the_order_of_the_steps_matters():
    indices = prices()
    dq = np.log(indices[:, PAIRS[:, 0]]) - np.log(indices[:, PAIRS[:, 1]])
    before_absolute = dq.var(axis=2, ddof=1)
    over_goods = (np.abs(dq) - np.abs(dq).mean(axis=2, keepdims=True)).var(axis=2, ddof=1)
    ours = market_segmentation(indices, PAIRS, True).by_pair
    assert ours != pytest.approx(before_absolute, rel=0.01)
    assert ours != pytest.approx(over_goods, rel=0.01)


@pytest.mark.parametrize(
    ("indices", "pairs", "reason"),
    [
        (prices(goods=1), PAIRS, "2 goods and 2 pairs"),
        (prices(), PAIRS[:1], "2 goods and 2 pairs"),
        (np.where(np.arange(6) == 2, np.nan, prices()), PAIRS, "missing or not positive"),
        (np.where(np.arange(6) == 2, 0, prices()), PAIRS, "missing or not positive"),
        (prices(), np.array([[0, 1], [0, 7]]), "not in the prices"),
        (prices(), np.array([[0, 1], [2, 2]]), "one region twice"),
    ],
)
def test_refusals(indices, pairs, reason):
    with pytest.raises(RefusedError, match=reason):
        market_segmentation(indices, pairs, True)
