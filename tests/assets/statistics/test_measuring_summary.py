"""Counts and refusals on the screen."""

from pathlib import Path

from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.measuring_summary import SHOWN_REASONS, outcome

OUT = Path("results.csv")


def test_nothing_refused_is_one_line():
    assert outcome([Measured("gini.u", "2000", 0.5)], OUT) == [
        "1 measure written to results.csv, none refused"
    ]


def test_refusals_alike_but_for_their_figures_are_one_line_most_frequent_first():
    rows = [
        Measured("gini.u", "2000", 0.5),
        Refused("hhi_totals", "", "concentration is of totals; give them"),
        Refused("sigma_test.carree_klomp_T3", "2000-2001", "the slope is 1.02; use T2"),
        Refused("sigma_test.carree_klomp_T3", "2000-2002", "the slope is 1.2; use T2"),
        Refused("theil.L.u", "2000", "no logarithm; use Theil T"),
        Refused("theil.L.w", "2000", "no logarithm; use Theil T"),
        Refused("theil.L.w", "2001", "no logarithm; use Theil T"),
    ]
    assert outcome(rows, OUT) == [
        "1 measure written to results.csv, 6 refused:",
        "     3  Theil L [theil.L.u, theil.L.w], 2000 and 1 more such: no logarithm; use Theil T",
        "     2  Carree-Klomp test T3 [sigma_test.carree_klomp_T3], 2000 to 2001 and 1 more such:"
        " the slope is 1.02; use T2",
        "     1  concentration of totals [hhi_totals]: concentration is of totals; give them",
    ]


def test_many_reasons_and_many_measures_are_cut_short():
    letters = "abcdefghijkl"
    rows = [Refused("gini.u", "2000", f"reason {letter}; do") for letter in letters]
    lines = outcome(rows, OUT)
    assert len(lines) == SHOWN_REASONS + 2
    assert lines[-1] == "     2  for 2 other reasons: see the column reason"
    assert outcome(rows[:11], OUT)[-1] == "     1  for 1 other reason: see the column reason"
    one = [Refused(f"new{letter}", "", "the same; do") for letter in letters]
    assert outcome(one, OUT)[1] == "    12  newa [newa], newb [newb], newc [newc] and 9 more: the same; do"
