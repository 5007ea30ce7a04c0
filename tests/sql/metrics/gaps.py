"""What the tests of the gaps share: what is compared, and how the four gaps hang together."""

import math

import pytest

from tests.sql.given import Row

# Per head and household figures are compared between regions, sums are added up.
COMPARISONS = """
    view_id  indicator_id  is_compared  is_additive
    latest   gdp_per_head  true         false
    latest   household     true         false
    latest   gdp           false        true
    latest   population    false        true
"""


def check_four_measures(row: Row) -> None:
    """The four gaps of a row recomputed from value and reference, and tied to each other."""
    value, reference = row["value"], row["reference_value"]
    assert row["ratio"] == pytest.approx(value / reference, rel=1e-12)
    assert row["absolute_gap"] == pytest.approx(reference - value, rel=1e-12)
    assert row["relative_gap"] == pytest.approx((reference - value) / reference, abs=1e-12)
    assert row["log_gap"] == pytest.approx(math.log(reference) - math.log(value), abs=1e-12)
    assert row["relative_gap"] == pytest.approx(1 - row["ratio"], abs=1e-12)
    assert math.exp(-row["log_gap"]) == pytest.approx(row["ratio"], rel=1e-12)
