import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.composite import entropy_index, min_max
from assets.statistics.refusal import RefusedError

TABLE = np.array([[1.0, 30.0], [2.0, 10.0], [3.0, 20.0]])
SIGN = np.array([1, -1])


def test_scaling_by_hand():
    assert min_max(TABLE, SIGN) == pytest.approx(np.array([[0, 0], [0.5, 1], [1, 0.5]]))


def test_entropy_by_hand():
    # both columns scaled are 0, 1/2, 1: p = 0, 1/3, 2/3; e = -(ln(1/3)/3 + 2 ln(2/3)/3)/ln 3
    entropy = -(np.log(1 / 3) / 3 + 2 * np.log(2 / 3) / 3) / np.log(3)
    found = entropy_index(TABLE, SIGN)
    assert found.entropy == pytest.approx([entropy, entropy])
    assert found.weight == pytest.approx([0.5, 0.5])
    assert found.score == pytest.approx([0, 0.75, 0.75])


def test_a_shift_against_zeros_changes_the_weights():
    table = np.column_stack([TABLE, [1.0, 1.1, 9.0]])
    sign = np.array([1, -1, 1])
    plain, shifted = entropy_index(table, sign), entropy_index(table, sign, shift=0.01)
    assert plain.weight != pytest.approx(shifted.weight, rel=1e-3)
    assert shifted.weight.sum() == pytest.approx(1)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.01, 100), st.floats(-50, 50))
def test_units_of_indicators_do_not_matter(seed, factor, offset):
    table = np.random.default_rng(seed).uniform(1, 9, size=(10, 4))
    sign = np.array([1, -1, 1, -1])
    found, rescaled = entropy_index(table, sign), entropy_index(table * factor + offset, sign)
    assert rescaled.weight == pytest.approx(found.weight, rel=1e-6)
    assert rescaled.score == pytest.approx(found.score, rel=1e-6, abs=1e-9)
    assert found.weight.sum() == pytest.approx(1)
    assert ((found.score >= 0) & (found.score <= 1)).all()
    assert entropy_index(-table, -sign).score == pytest.approx(found.score)


@pytest.mark.parametrize(
    ("table", "sign", "reason"),
    [
        (np.array([[1.0, 2.0], [1.0, 3.0]]), SIGN, r"number \[0\] never vary"),
        (np.array([[1.0, np.nan], [2.0, 3.0]]), SIGN, "missing for some row"),
        (TABLE, np.array([1, 0]), "neither 1"),
        (TABLE[:1], SIGN, "never vary"),
    ],
)
def test_refusals(table, sign, reason):
    with pytest.raises(RefusedError, match=reason):
        entropy_index(table, sign)
