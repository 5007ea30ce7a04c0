import numpy as np
import pytest

from assets.statistics.measured.linkage import (
    measure_gravity,
    measure_indicators,
    measure_prices,
    measure_shift_share,
    measure_systems,
)
from assets.statistics.structure_inputs import Indicators, Masses, Prices


def values(rows):
    return {(row.metric, row.key): row.value for row in rows}


def prices(pairs):
    indices = np.exp(np.random.default_rng(15).normal(0, 0.02, size=(2, 3, 5)))
    return Prices(("1", "2"), ("A", "B", "C"), tuple("vwxyz"), indices, np.array(pairs))


def test_segmentation_has_a_row_for_pairs_regions_and_all():
    found = values(measure_prices(prices([[0, 1], [1, 2]])))
    pairs = [found["market_seg.var.sample", f"t2|{pair}"] for pair in ("A-B", "B-C")]
    assert found["market_seg.mean.sample", "t2"] == pytest.approx(np.mean(pairs))
    assert found["market_seg.region.sample", "t2|A"] == pytest.approx(pairs[0])
    assert found["market_seg.var.pop", "t2|A-B"] == pytest.approx(pairs[0] * 4 / 5)


def test_a_region_in_no_pair_has_no_row():
    found = values(measure_prices(prices([[0, 1], [1, 0]])))
    assert ("market_seg.region.sample", "t1|C") not in found


def test_directions_of_gravity_add_up():
    masses = Masses(("A", "B"), np.array([40.0, 10.0]), np.array([4.0, 1.0]))
    found = values(measure_gravity(masses, np.array([[0.0, 10.0], [10.0, 0.0]])))
    assert found["gravity.sym", "A|B"] == pytest.approx(np.sqrt(160 * 10) / 100)
    assert found["gravity.k", "A|B"] + found["gravity.k", "B|A"] == pytest.approx(found["gravity.sym", "A|B"])


def test_shift_share_sums_industries():
    amounts = (
        np.array([20.0, 80.0]),
        np.array([30.0, 84.0]),
        np.array([100.0, 100.0]),
        np.array([110.0, 130.0]),
    )
    found = values(measure_shift_share("A", amounts))
    assert found["shiftshare.Dunn", "A|Growth (t1-t)"] == pytest.approx(14)
    assert found["shiftshare.Dunn", "A|Net total shift"] == pytest.approx(-6)
    assert found["shiftshare.Esteban", "A|Regional share"] == pytest.approx(7.5)
    assert found["shiftshare.Esteban", "A|Allocation effect"] == pytest.approx(-19.5)


def test_refusals_are_rows():
    constant = Indicators(("U1", "U2"), ("X",), np.array([[1.0], [1.0]]))
    refused = [
        *measure_prices(prices([[0, 1]])),
        *measure_indicators(constant, np.array([1])),
        *measure_systems(np.array([0.0, 0.0]), "0|0"),
        *measure_gravity(Masses(("A",), np.array([0.0]), np.array([1.0])), np.zeros((1, 1))),
    ]
    assert [row.metric for row in refused] == [
        "market_seg.var.sample",
        "entropy.weight",
        "ccd.D",
        "gravity.sym",
    ]
    assert "2 goods and 2 pairs" in refused[0].reason and "never vary" in refused[1].reason


def test_the_region_lacking_an_industry_keeps_the_classical_parts():
    amounts = np.array([0.0, 80.0]), np.array([3.0, 84.0]), np.array([100.0, 100.0]), np.array([110.0, 130.0])
    rows = list(measure_shift_share("A", amounts))
    assert [row.metric for row in rows] == ["shiftshare.Dunn"] * 5 + ["shiftshare.Esteban"]
    assert "use dunn" in rows[-1].reason
