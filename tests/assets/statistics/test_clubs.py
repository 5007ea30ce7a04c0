import numpy as np
import pytest

from assets.statistics.clubs import find_clubs
from assets.statistics.log_t import cross_section_variance, log_t, periods_dropped, slopes
from assets.statistics.refusal import RefusedError


def two_clubs(seed=11, each=7, periods=24):
    """Two groups whose members close in on one of two paths that drift apart."""
    rng = np.random.default_rng(seed)
    year = np.arange(periods)
    paths = [9 + 0.06 * year, 8 + 0.01 * year]
    members = [
        path + rng.normal(scale=0.3) * np.exp(-0.12 * year) + rng.normal(scale=0.001, size=periods)
        for path in paths
        for _ in range(each)
    ]
    return np.array(members)


@pytest.mark.parametrize("convention", ["R", "Stata"])
def test_two_clubs_are_found_apart(convention):
    found = find_clubs(two_clubs(), convention)
    for club in found.clubs:
        assert len({member < 7 for member in club.members}) == 1, "a club mixes the two groups"
    assert {len(club.members) for club in found.clubs} >= {7}
    assert found.number_of(0) != found.number_of(13)


@pytest.mark.parametrize("convention", ["R", "Stata"])
@pytest.mark.parametrize("seed", range(6))
def test_clubs_and_divergent_regions_are_a_partition_and_tests_are_their_own(seed, convention):
    values = np.cumsum(np.random.default_rng(seed).normal(0.03, 0.05, size=(14, 24)), axis=1) + 9
    found = find_clubs(values, convention)
    members = [member for club in found.clubs for member in club.members]
    assert sorted([*members, *found.divergent]) == list(range(14))
    for number, club in enumerate(found.clubs, start=1):
        assert club.test == log_t(values[list(club.members)], convention)
        assert all(found.number_of(member) == number for member in club.members)
    assert all(found.number_of(member) == 0 for member in found.divergent)
    assert found.failing == tuple(
        number for number, club in enumerate(found.clubs, 1) if club.test.t <= -1.65
    )


def literal_first_club(values, convention):
    """The first club one regression at a time, as the steps of the paper are told."""

    def t(rows):
        path = cross_section_variance(values[rows])[None, :]
        return slopes(path, periods_dropped(values.shape[1], convention), "FQSB").t[0]

    ranked = list(np.argsort(-values[:, -1]))
    if t(ranked) > -1.65:
        return set(ranked)
    while len(ranked) > 1 and t(ranked[:2]) <= -1.65:
        ranked = ranked[1:]
    size, tried = 2, {}
    while size <= len(ranked) and t(ranked[:size]) > -1.65:
        tried[size] = abs(t(ranked[:size])) if convention == "R" else t(ranked[:size])
        size += 1
    core = ranked[: max(tried, key=tried.get)]
    others = [row for row in range(len(values)) if row not in core]
    criterion = 0.0
    while True:
        club = [*core, *(row for row in others if t([*core, row]) > criterion)]
        if convention == "R" or len(club) == len(core) or t(club) > -1.65:
            return set(club)
        criterion += 0.05


@pytest.mark.parametrize("convention", ["R", "Stata"])
@pytest.mark.parametrize("seed", range(20, 26))
def test_the_first_club_is_that_of_the_literal_search(seed, convention):
    values = np.cumsum(np.random.default_rng(seed).normal(0.03, 0.04, size=(12, 20)), axis=1) + 8
    found = find_clubs(values, convention)
    if found.clubs:
        assert set(found.clubs[0].members) == literal_first_club(values, convention)
    else:
        assert len(found.divergent) == 12


def test_the_order_of_rows_does_not_matter():
    values = two_clubs()
    mixed = np.random.default_rng(4).permutation(len(values))
    clubs = {frozenset(club.members) for club in find_clubs(values).clubs}
    remixed = {frozenset(int(mixed[row]) for row in club.members) for club in find_clubs(values[mixed]).clubs}
    assert clubs == remixed


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (two_clubs()[:9], "9 regions over 24 periods"),
        (two_clubs(periods=14), "14 periods"),
        (two_clubs()[[*range(14), 0]], "same values in every period"),
        (np.where(np.eye(14, 24) > 0, np.nan, two_clubs()), "every region in every period"),
    ],
)
def test_refusals(values, reason):
    with pytest.raises(RefusedError, match=reason):
        find_clubs(values)
