"""Zones that overlap: refused as a partition, and the four ways out."""

from itertools import permutations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics import overlapping
from assets.statistics.decomposition import entropy_decomposition
from assets.statistics.overlapping import cells, partition_of, shapley_between, zone_against_rest
from assets.statistics.refusal import RefusedError
from tests.assets.statistics.samples import weighted

VALUE = numpy.array([10.0, 20, 30, 40, 50])
BELT = numpy.array([True, True, True, False, False])
DELTA = numpy.array([False, False, True, True, False])


@st.composite
def with_zones(draw):
    value, weight = draw(weighted())
    flags = st.lists(st.booleans(), min_size=len(value), max_size=len(value)).map(numpy.array)
    return value, weight, {name: draw(flags) for name in ("one", "two", "three")}


def test_overlap_and_gaps_are_refused_by_name_with_the_alternatives():
    with pytest.raises(RefusedError, match=r"zones belt and delta share 1 regions.*Shapley shares"):
        partition_of({"belt": BELT, "delta": DELTA})
    with pytest.raises(RefusedError, match=r"2 regions are in none of the zones.*each zone against the rest"):
        partition_of({"belt": BELT})
    with pytest.raises(RefusedError, match="no zones are given"):
        partition_of({})


def test_zones_that_form_a_partition_become_labels():
    assert partition_of({"belt": BELT, "rest": ~BELT}).tolist() == ["belt"] * 3 + ["rest"] * 2


def test_a_zone_and_its_rest_by_hand():
    found = zone_against_rest(VALUE, numpy.array([1.0, 1, 2, 1, 1]), BELT)
    # (10 + 20 + 2 x 30)/4 = 22.5 against 45
    assert found.ratio == pytest.approx(0.5)
    # output shares 90/180 each, people 4/6 and 2/6
    assert found.theil_t.between == pytest.approx(0.5 * numpy.log(0.5 / (4 / 6)) + 0.5 * numpy.log(1.5))
    assert found.theil_l is not None
    assert found.theil_l.between == pytest.approx(
        4 / 6 * numpy.log((4 / 6) / 0.5) + 2 / 6 * numpy.log((2 / 6) / 0.5)
    )


def test_a_zone_without_rest_is_refused_and_a_zero_leaves_theil_t():
    with pytest.raises(RefusedError, match="there is no rest"):
        zone_against_rest(VALUE, None, numpy.full(5, True))
    with pytest.raises(RefusedError, match="there is no rest"):
        zone_against_rest(VALUE, None, numpy.full(5, False))
    assert zone_against_rest(VALUE - 10, None, BELT).theil_l is None
    with pytest.raises(RefusedError, match="the rest has nothing"):
        zone_against_rest(numpy.array([1.0, 2, 3, 0, 0]), None, BELT)


def test_cells_are_patterns_of_membership():
    assert cells({"belt": BELT, "delta": DELTA}).tolist() == ["10", "10", "11", "01", "00"]


@settings(max_examples=50, deadline=None)
@given(with_zones())
def test_shapley_shares_are_mean_gains_over_all_orders_and_add_to_the_cells(sample):
    value, weight, zones = sample

    def worth(names):
        if not names:
            return 0.0
        chosen = cells({name: zones[name] for name in sorted(names)})
        return entropy_decomposition(value, weight, chosen, 1).between

    found = shapley_between(value, weight, zones)
    for name in zones:
        gains = []
        for order in permutations(zones):
            before = order[: order.index(name)]
            gains.append(worth([*before, name]) - worth(before))
        assert found.shares[name] == pytest.approx(sum(gains) / 6, abs=1e-12)
    assert sum(found.shares.values()) == pytest.approx(found.total, abs=1e-12)
    assert found.total == pytest.approx(worth(list(zones)), abs=1e-12)
    assert found.draws is None


def test_beyond_the_exact_limit_orders_are_drawn_and_still_add_up(monkeypatch):
    random = numpy.random.default_rng(3)
    value, zones = random.uniform(1, 9, 40), {f"z{k}": random.random(40) < 0.4 for k in range(4)}
    exact = shapley_between(value, None, zones)
    monkeypatch.setattr(overlapping, "MOST_EXACT", 3)
    drawn = shapley_between(value, None, zones)
    assert drawn.draws == 2000
    assert sum(drawn.shares.values()) == pytest.approx(exact.total)
    for name, share in exact.shares.items():
        assert drawn.shares[name] == pytest.approx(share, abs=0.05 * exact.total)


def test_a_zone_given_twice_shares_alike_and_an_empty_one_gets_nothing():
    found = shapley_between(VALUE, None, {"a": BELT, "b": BELT, "none": numpy.full(5, False)})
    assert found.shares["a"] == pytest.approx(found.shares["b"])
    assert found.shares["none"] == pytest.approx(0, abs=1e-15)
