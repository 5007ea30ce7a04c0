from dataclasses import replace

import numpy as np
import pytest

from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.measured.space import measure
from assets.statistics.panel import Panel

VALUES = np.exp(np.random.default_rng(13).normal(9, 0.5, size=(12, 5)))
STEP = np.roll(np.eye(12, dtype=bool), 1, axis=1)
RING = STEP | STEP.T
PANEL = Panel(tuple("ABCDEFGHIJKL"), tuple(range(2000, 2005)), VALUES, None, {}, {}, RING)


def by_name(panel):
    return {(row.metric, row.key): row for row in measure(panel)}


def test_local_values_average_to_the_global_and_every_move_is_counted():
    found = by_name(PANEL)
    local = [found["moran.local_n", f"2002|{region}"].value for region in PANEL.regions]
    assert np.mean(local) == pytest.approx(found["moran.I", "2002"].value)
    moves = [row.value for (metric, _), row in found.items() if metric == "spatial_markov.count"]
    assert len(moves) == 27 and sum(moves) == 12 * 4
    assert not [row for row in found.values() if isinstance(row, Refused)]


def test_without_neighbours_every_family_says_so():
    rows = list(measure(replace(PANEL, neighbours=None)))
    assert [row.metric for row in rows] == ["moran.I", "spatial_gini.neighbor_abs", "spatial_markov.count"]
    assert all("file of pairs" in row.reason for row in rows)


def test_a_region_without_a_value_leaves_with_its_neighbourhood():
    gapped = VALUES.copy()
    gapped[0, 2] = np.nan
    found = by_name(replace(PANEL, values=gapped))
    assert ("moran.local", "2002|A") not in found
    assert isinstance(found["moran.local", "2002|B"], Measured)
    assert isinstance(found["moran.local", "2001|A"], Measured)
    assert "spoils the neighbours' means" in found["spatial_markov.count", "pooled_q3"].reason


def test_an_island_refuses_what_it_makes_undefined():
    near = RING.copy()
    near[0, :] = near[:, 0] = False
    found = by_name(replace(PANEL, neighbours=near))
    for name in (("moran.I", "2000"), ("moran.local", "2000"), ("spatial_markov.count", "pooled_q3")):
        assert found[name].reason.startswith("A has no neighbour with a value")
    assert isinstance(found["spatial_gini.neighbor_abs", "2000"], Measured)


def test_moves_over_uneven_years_are_refused():
    found = by_name(replace(PANEL, years=(2000, 2001, 2003, 2004, 2005)))
    assert "years are [1, 2] apart" in found["spatial_markov.count", "pooled_q3"].reason
    assert isinstance(found["moran.I", "2003"], Measured)
