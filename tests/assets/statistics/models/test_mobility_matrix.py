"""metrics/mobility_matrix: worked, breaks, classes nobody was in."""

import numpy
import pytest

from tests.assets.statistics.models.running import GROUPS, panel, rows_of

# means are 10 each year: relative .5, .8, 1, 1.2, 1.5, one in each class of the cut-offs
PATHS = {"a": [5, 5, 8], "b": [8, 8, 5], "c": [10, 10, 10], "d": [12, 12, 12], "e": [15, 15, 15]}


def matrix(scheme="relative_to_mean", paths=PATHS, **changes):
    found = rows_of("mobility_matrix", {"core/panel_values": panel(paths, **changes), "core/groups": GROUPS})
    return {(row["from_class"], row["to_class"]): row for row in found if row["class_scheme"] == scheme}


def test_worked_example():
    # a stays once and rises once, b stays once and falls once: 1/2 each
    found = matrix()
    assert {cell: found[cell]["n_moves"] for cell in ((1, 1), (1, 2), (2, 1), (2, 2))} == dict.fromkeys(
        ((1, 1), (1, 2), (2, 1), (2, 2)), 1
    )
    assert found[1, 2]["probability"] == found[2, 1]["probability"] == 0.5
    assert (found[3, 3]["n_moves"], found[3, 3]["probability"]) == (2, 1)
    assert sum(row["n_moves"] for row in found.values()) == 5 * 2


def test_rows_add_to_one_and_intervals_hold_them():
    random = numpy.random.default_rng(3)
    paths = {f"{n:02}": numpy.exp(random.normal(2, 0.4, size=9)) for n in range(31)}
    for scheme, number in (("relative_to_mean", 5), ("yearly_quartiles", 4), ("yearly_quintiles", 5)):
        found = matrix(scheme, paths)
        assert len(found) == number**2
        for before in range(1, number + 1):
            of_row = [row for (start, _), row in found.items() if start == before]
            assert sum(row["probability"] for row in of_row) == pytest.approx(1)
            assert all(
                row["probability_low"] <= row["probability"] <= row["probability_high"] for row in of_row
            )


def test_no_move_crosses_a_break_or_a_missing_year():
    assert sum(row["n_moves"] for row in matrix(breaks=[2003]).values()) == 5
    apart = [row | {"period": row["period"] + 5 * (row["period"] == 2003)} for row in panel(PATHS)]
    found = rows_of("mobility_matrix", {"core/panel_values": apart, "core/groups": GROUPS})
    assert sum(row["n_moves"] for row in found if row["class_scheme"] == "relative_to_mean") == 5


def years(found):
    return {(row["period_start"], row["period_end"]) for row in found.values()}


def test_years_are_those_moves_are_counted_in():
    assert years(matrix()) == {(2001, 2003)}
    # a break opens a run of its own: the year alone before it, or after it, has no move to count
    assert years(matrix(breaks=[2002])) == {(2002, 2003)}
    assert years(matrix(breaks=[2003])) == {(2001, 2002)}
    longer = {region: [*path, *path] for region, path in PATHS.items()}
    assert years(matrix(paths=longer, breaks=[2003])) == {(2001, 2006)}


def test_without_consecutive_years_of_one_kind_there_is_no_matrix():
    assert matrix(breaks=[2002, 2003]) == {}


def test_a_class_nobody_was_in_is_unknown_not_zero():
    paths = {region: [value, value] for region, value in zip("abcd", (9.6, 10, 10.1, 10.3), strict=True)}
    found = matrix(paths=paths)
    assert {found[cell]["probability"] for cell in found if cell[0] != 3} == {None}
    assert found[3, 3]["probability"] == 1


def test_ties_that_leave_a_class_empty_have_no_matrix():
    assert matrix("yearly_quartiles", {region: [1, 1, 1] for region in "abcde"}) == {}
