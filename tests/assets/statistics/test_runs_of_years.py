"""Runs of years: gaps and breaks end one, and the longest is the latest of equals."""

from numpy import array

from assets.statistics.runs_of_years import longest_run, unbroken_runs


def test_gaps_and_breaks_end_a_run():
    years = array([2001, 2002, 2004, 2005, 2006, 2007])
    breaks = array([0, 0, 0, 0, 1, 1])
    runs = unbroken_runs(years, breaks)
    assert [years[run].tolist() for run in runs] == [[2001, 2002], [2004, 2005], [2006, 2007]]
    assert longest_run(runs) == runs[-1]


def test_one_run_where_nothing_breaks_and_one_year_is_a_run():
    assert unbroken_runs(array([2001, 2002, 2003]), array([2, 2, 2])) == [slice(0, 3)]
    assert unbroken_runs(array([2001]), array([0])) == [slice(0, 1)]


def test_the_longest_wins():
    runs = unbroken_runs(array([2001, 2002, 2003, 2005]), array([0, 0, 0, 0]))
    assert longest_run(runs) == slice(0, 3)
