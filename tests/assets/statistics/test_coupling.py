import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assets.statistics.coupling import coupling_coordination
from assets.statistics.refusal import RefusedError


def test_two_systems_by_hand():
    # 2 sqrt(.09 * .16)/.25 = .96; T = .125; D = sqrt(.96 * .125)
    found = coupling_coordination(np.array([0.09, 0.16]))
    assert found.coupling == pytest.approx(0.96)
    assert found.development == pytest.approx(0.125)
    assert found.coordination == pytest.approx(np.sqrt(0.12))
    assert found.spread == pytest.approx(0.07)


def test_wide_form_by_hand():
    # sqrt((1 - .3) * .2/.5); three systems: mean gap (.3 + .6 + .3)/3, product (.2/.8)(.5/.8) to 1/2
    assert coupling_coordination(np.array([0.5, 0.2]), form="wang 2021").coupling == pytest.approx(
        np.sqrt(0.28)
    )
    three = coupling_coordination(np.array([0.2, 0.8, 0.5]), form="wang 2021").coupling
    assert three == pytest.approx(np.sqrt(0.6 * (0.25 * 0.625) ** 0.5))


def test_weights_of_systems_enter_the_development_only():
    even = coupling_coordination(np.array([0.2, 0.6]))
    uneven = coupling_coordination(np.array([0.2, 0.6]), weight=np.array([0.75, 0.25]))
    assert uneven.development == pytest.approx(0.3)
    assert uneven.coupling == even.coupling


@settings(max_examples=50, deadline=None)
@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=5))
def test_between_zero_and_one_and_one_only_for_equals(values):
    systems = np.array(values)
    for form in ("standard", "wang 2021"):
        found = coupling_coordination(systems, form=form)
        assert 0 <= found.coupling <= 1 + 1e-12
        assert found.coordination == pytest.approx(np.sqrt(found.coupling * found.development))
        equal = coupling_coordination(np.full(len(values), values[0]), form=form)
        assert equal.coupling == pytest.approx(1)


def test_high_coupling_of_equally_low_systems_shows_in_development():
    found = coupling_coordination(np.array([0.01, 0.01]))
    assert found.coupling == pytest.approx(1) and found.coordination == pytest.approx(0.1)


@pytest.mark.parametrize("systems", [(0.3, 0.6), (0.3, 0.6, 0.9)])
def test_the_miscopied_form_is_refused_and_we_never_print_it(systems):
    given = np.array(systems)
    wrong = (given.prod() / given.sum() ** len(given)) ** (1 / len(given))
    with pytest.raises(RefusedError, match=f"never exceeds 1/{len(given)}"):
        coupling_coordination(given, form="miscopied")
    assert wrong < 1 / len(given)
    assert coupling_coordination(given).coupling == pytest.approx(len(given) * wrong)


@pytest.mark.parametrize(
    ("systems", "weight", "reason"),
    [
        ([0.5], None, "2 or more systems"),
        ([0.5, 1.2], None, "scaled to 0"),
        ([0.5, np.nan], None, "scaled to 0"),
        ([0.0, 0.0], None, "all systems are 0"),
        ([0.5, 0.4], np.array([0.5, 0.6]), "sum to 1.1"),
    ],
)
def test_refusals(systems, weight, reason):
    with pytest.raises(RefusedError, match=reason):
        coupling_coordination(np.array(systems), weight)
