import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.mobility import (
    closed_classes,
    ergodic_distribution,
    first_passage_time,
    half_life,
    mobility,
    sojourn_time,
)
from assets.statistics.refusal import RefusedError

CHAIN = np.array([[0.9, 0.1], [0.3, 0.7]])
ABSORBING = np.array([[1.0, 0.0, 0.0], [0.2, 0.6, 0.2], [0.0, 0.0, 1.0]])
ONE_WAY = np.array([[0.5, 0.5, 0.0], [0.0, 0.4, 0.6], [0.0, 0.3, 0.7]])
UNKNOWN = np.array([[0.5, 0.5], [np.nan, np.nan]])


def test_two_classes_by_hand():
    # eigenvalues 1 and .9 + .7 - 1 = .6; det .63 - .03 = .6; trace 1.6
    found = mobility(CHAIN)
    assert found.shorrocks == pytest.approx(0.4)  # (2 - 1.6)/1
    assert found.determinant == pytest.approx(0.4)
    assert found.second_eigenvalue == pytest.approx(0.4)
    assert found.bartholomew == pytest.approx(0.2)  # (.1 + .3)/2
    assert found.prais == pytest.approx([0.1, 0.3])
    assert ergodic_distribution(CHAIN) == pytest.approx([0.75, 0.25])  # .1 pi_0 = .3 pi_1
    assert sojourn_time(CHAIN) == pytest.approx([10, 10 / 3])
    assert half_life(CHAIN) == pytest.approx(np.log(2) / -np.log(0.6))
    # first passage 1/.1 and 1/.3; returns 1/pi
    assert first_passage_time(CHAIN) == pytest.approx(np.array([[4 / 3, 10], [10 / 3, 4]]))


def test_bartholomew_can_start_from_the_long_run():
    # .75 * .1 + .25 * .3
    assert mobility(CHAIN, start=np.array([0.75, 0.25])).bartholomew == pytest.approx(0.15)


def test_nobody_moves_and_nobody_remembers():
    still, forgetful = np.eye(3), np.full((3, 3), 1 / 3)
    assert mobility(still).shorrocks == mobility(still).determinant == pytest.approx(0)
    assert mobility(forgetful).shorrocks == pytest.approx(1)
    assert half_life(forgetful) < 0.05


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 6))
def test_the_long_run_is_where_powers_go_and_passages_obey_their_equation(seed, number):
    chain = np.random.default_rng(seed).dirichlet(np.ones(number), size=number)
    shares = ergodic_distribution(chain)
    assert shares == pytest.approx(np.linalg.matrix_power(chain, 5000)[0], abs=1e-8)
    # m_ij = 1 + sum over k other than j of p_ik m_kj
    passage = first_passage_time(chain)
    onward = chain @ (passage - np.diag(np.diag(passage)))
    assert passage == pytest.approx(1 + onward, rel=1e-6)


def test_absorbing_classes_are_named_instead_of_a_long_run():
    assert closed_classes(ABSORBING) == ((0,), (2,))
    with pytest.raises(RefusedError, match="reducible: no region ever leaves class 1, or class 3"):
        ergodic_distribution(ABSORBING)
    with pytest.raises(RefusedError, match="some passages never happen"):
        first_passage_time(ABSORBING)
    with pytest.raises(RefusedError, match="second eigenvalue is 1"):
        half_life(ABSORBING)
    assert sojourn_time(ABSORBING) == pytest.approx([np.inf, 2.5, np.inf])


def test_a_class_left_for_good_has_no_share_in_the_long_run():
    assert closed_classes(ONE_WAY) == ((1, 2),)
    assert ergodic_distribution(ONE_WAY) == pytest.approx([0, 1 / 3, 2 / 3])  # .6 pi_1 = .3 pi_2
    with pytest.raises(RefusedError, match=r"leaves classes 2 and 3 .*some passages never happen"):
        first_passage_time(ONE_WAY)


def test_a_chain_that_only_swaps_has_no_half_life():
    with pytest.raises(RefusedError, match="periodic"):
        half_life(np.array([[0.0, 1.0], [1.0, 0.0]]))


@pytest.mark.parametrize(
    "measure",
    [mobility, half_life, closed_classes, ergodic_distribution, sojourn_time, first_passage_time],
)
def test_an_unknown_row_is_refused(measure):
    with pytest.raises(RefusedError, match=r"staying in class 2 \(1 the lowest\)"):
        measure(UNKNOWN)
