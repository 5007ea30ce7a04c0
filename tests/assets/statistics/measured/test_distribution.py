from dataclasses import replace

import numpy as np
import pytest

from assets.statistics.measured.distribution import measure
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import Panel

YEARS = tuple(range(2000, 2012))
VALUES = np.exp(np.random.default_rng(12).normal(9, 0.5, size=(30, 12)))
PANEL = Panel(tuple(f"R{n}" for n in range(30)), YEARS, VALUES, None, {}, {}, None)


def by_name(panel):
    return {(row.metric, row.key): row for row in measure(panel)}


def test_keys_and_what_must_add_up():
    found = by_name(PANEL)
    for tag, number in (("yearly_q4", 4), ("yearly_q5", 5), ("relmean_0.75_0.9_1.1_1.25", 5)):
        counts = [found["markov.count", f"{tag}|{i}|{j}"].value for i in range(number) for j in range(number)]
        assert sum(counts) == 30 * 11
        assert all(
            found["markov.p_lower", f"{tag}|{i}|{i}"].value
            <= found["markov.p", f"{tag}|{i}|{i}"].value
            <= found["markov.p_upper", f"{tag}|{i}|{i}"].value
            for i in range(number)
        )
        row = [found["markov.p", f"{tag}|0|{j}"].value for j in range(number)]
        assert sum(row) == pytest.approx(1)
        shares = [found["markov.ergodic", f"{tag}|{i}"].value for i in range(number)]
        assert sum(shares) == pytest.approx(1)
        # the mean time of return is one over the long-run share
        assert found["markov.mfpt", f"{tag}|0|0"].value == pytest.approx(1 / shares[0])
        for metric in ("shorrocks", "det", "l2", "bartholomew", "half_life"):
            assert isinstance(found[f"markov.{metric}", tag], Measured)
    assert len([key for metric, key in found if metric == "kde.relmean.scott"]) == 6 * 12


def test_weights_do_not_enter():
    weighted = replace(PANEL, weights=np.random.default_rng(1).uniform(1, 9, size=VALUES.shape))
    assert by_name(weighted) == by_name(PANEL)


def test_missing_values_are_left_out_and_not_filled():
    gapped = VALUES.copy()
    gapped[3, 5] = np.nan
    found = by_name(replace(PANEL, values=gapped))
    counts = [row.value for (metric, key), row in found.items() if metric == "markov.count" and "q4" in key]
    assert sum(counts) == 30 * 11 - 2


def test_one_year_and_three_regions_have_densities_and_reasons():
    small = Panel(("a", "b", "c"), (2000,), np.array([[1.0], [2.0], [4.0]]), None, {}, {}, None)
    found = by_name(small)
    assert isinstance(found["kde.relmean.scott", "2000|1.0"], Measured)
    assert "3 values in 4 classes" in found["markov.count", "yearly_q4"].reason
    assert "two neighbouring periods" in found["markov.count", "relmean_0.75_0.9_1.1_1.25"].reason


def test_a_class_nobody_was_in_is_a_reason_and_no_number():
    equal = replace(PANEL, values=1 + VALUES / VALUES.max() / 100)
    found = by_name(equal)
    tag = "relmean_0.75_0.9_1.1_1.25"
    assert isinstance(found["markov.p", f"{tag}|0"], Refused)
    assert found["markov.p", f"{tag}|2|2"].value == 1
    assert isinstance(found["markov.ergodic", tag], Refused)
    numbers = [row.value for row in found.values() if isinstance(row, Measured)]
    assert not np.isnan(numbers).any()


def test_moves_over_uneven_years_are_refused_and_over_decades_counted():
    uneven = by_name(replace(PANEL, years=(*YEARS[:-1], 2012)))
    tags = ("yearly_q4", "yearly_q5", "relmean_0.75_0.9_1.1_1.25")
    assert all("years are [1, 2] apart" in uneven["markov.count", tag].reason for tag in tags)
    assert not [name for name in uneven if name[0].startswith("markov") and name[0] != "markov.count"]
    decades = by_name(replace(PANEL, years=tuple(range(1900, 2020, 10))))
    yearly = by_name(PANEL)
    moves = {name: row for name, row in yearly.items() if name[0].startswith("markov")}
    assert {name: row for name, row in decades.items() if name[0].startswith("markov")} == moves
