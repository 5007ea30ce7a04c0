import numpy as np
import pytest

from assets.statistics.clubs import Club, Clubs
from assets.statistics.log_t import log_t
from assets.statistics.merging import _merge_best, _merge_onwards, merge_clubs

T = {  # joint statistics of neighbours among four clubs a, b, c, d
    "ab": 0.5,
    "bc": 2.0,
    "cd": -3.0,
    "abc": -2.0,
    "bcd": -2.5,
}


class Joint:
    def __init__(self, t):
        self.t = t


def joint(*members):
    return Joint(T["".join(sorted("".join(name for group in members for name in group)))])


def groups(*names):
    return [np.array(list(name)) for name in names]


def as_text(found):
    return ["".join(group) for group in found]


def test_phillips_and_sul_go_on_from_the_top():
    # a+b pass (.5), with c they fail (-2), c+d fail (-3)
    assert as_text(_merge_onwards(groups("a", "b", "c", "d"), joint)) == ["ab", "c", "d"]


def test_von_lyncker_and_thoennessen_merge_the_better_neighbours():
    # a+b pass but b+c do better, so b+c merge; then a+bc fail (-2) and bc+d fail (-2.5)
    assert as_text(_merge_best(groups("a", "b", "c", "d"), joint)) == ["a", "bc", "d"]


@pytest.mark.parametrize("rule", ["Phillips-Sul", "von Lyncker-Thoennessen"])
def test_halves_of_one_club_become_one_and_the_divergent_stay(rule):
    year = np.arange(20)
    rng = np.random.default_rng(6)
    values = 9 + 0.05 * year + rng.normal(size=(12, 1)) * np.exp(-0.1 * year)
    values = values + rng.normal(scale=0.001, size=values.shape)
    halves = (tuple(range(5)), tuple(range(5, 11)))
    found = Clubs(tuple(Club(half, log_t(values[list(half)])) for half in halves), (11,), "R", "FQSB")
    merged = merge_clubs(found, values, rule)
    assert [club.members for club in merged.clubs] == [tuple(range(11))]
    assert merged.clubs[0].test == log_t(values[:11])
    assert merged.divergent == (11,)


def test_one_club_or_none_stays_as_it_is():
    nothing = Clubs((), (0, 1), "R", "FQSB")
    for rule in ("Phillips-Sul", "von Lyncker-Thoennessen"):
        assert merge_clubs(nothing, np.ones((2, 20)), rule) == nothing
