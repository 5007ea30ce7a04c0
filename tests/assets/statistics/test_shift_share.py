import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.refusal import RefusedError
from assets.statistics.shift_share import dunn, dynamic, esteban_marquillas

BEFORE, AFTER = np.array([20.0, 80.0]), np.array([30.0, 84.0])
NATION = np.array([100.0, 100.0]), np.array([110.0, 130.0])
AMOUNTS = st.lists(st.floats(1, 1000), min_size=3, max_size=3).map(np.array)


def test_classical_parts_by_hand():
    # nation +20 %, industries +10 % and +30 %, region +50 % and +5 %
    found = dunn(BEFORE, AFTER, *NATION)
    assert found.change == pytest.approx([10, 4])
    assert found.national == pytest.approx([4, 16])
    assert found.mix == pytest.approx([-2, 8])
    assert found.competitive == pytest.approx([8, -20])  # 20 * .4, 80 * -.25
    assert found.net_shift == pytest.approx([6, -12])


def test_homothetic_parts_by_hand():
    # the region's 100 in the nation's structure: 50, 50; advantages .4 and -.25
    found = esteban_marquillas(BEFORE, AFTER, *NATION)
    assert found.competitive == pytest.approx([20, -12.5])
    assert found.allocation == pytest.approx([-12, -7.5])  # (20 - 50) * .4, (80 - 50) * -.25


@settings(max_examples=40, deadline=None)
@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_parts_add_to_the_change_in_every_industry(before, after, rest_before, rest_after):
    nation = before + rest_before, after + rest_after
    for found in (dunn(before, after, *nation), esteban_marquillas(before, after, *nation)):
        parts = found.national + found.mix + found.competitive + found.allocation
        assert parts == pytest.approx(found.change, abs=1e-8)
    classical = dunn(before, after, *nation)
    rest = dunn(rest_before, rest_after, *nation)
    assert classical.competitive + rest.competitive == pytest.approx(0, abs=1e-8)
    assert (classical.mix + rest.mix).sum() == pytest.approx(0, abs=1e-8)


def test_yearly_parts_add_to_the_same_change():
    region = np.array([[20.0, 80.0], [26.0, 81.0], [30.0, 84.0]])
    nation = np.array([[100.0, 100.0], [104.0, 118.0], [110.0, 130.0]])
    found = dynamic(region, nation)
    first = dunn(region[0], region[1], nation[0], nation[1])
    second = dunn(region[1], region[2], nation[1], nation[2])
    assert found.competitive == pytest.approx(first.competitive + second.competitive)
    assert found.change == pytest.approx([10, 4])
    assert found.national + found.mix + found.competitive == pytest.approx(found.change)


def test_an_industry_new_to_the_region_is_all_competitive():
    found = dunn(np.array([0.0, 80.0]), np.array([5.0, 84.0]), *NATION)
    assert (found.national[0], found.mix[0], found.competitive[0]) == (0, 0, 5)


@pytest.mark.parametrize(
    ("compute", "reason"),
    [
        (lambda: dunn(BEFORE, AFTER, np.array([0.0, 100.0]), NATION[1]), "nation lacks an industry"),
        (lambda: dunn(BEFORE, np.array([np.nan, 1.0]), *NATION), "known and not negative"),
        (lambda: dunn(BEFORE, np.array([-1.0, 1.0]), *NATION), "known and not negative"),
        (lambda: esteban_marquillas(np.array([0.0, 80.0]), AFTER, *NATION), "use dunn"),
        (lambda: dynamic(BEFORE[None, :], NATION[0][None, :]), "2 years or more"),
    ],
)
def test_refusals(compute, reason):
    with pytest.raises(RefusedError, match=reason):
        compute()
