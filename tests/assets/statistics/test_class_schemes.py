"""Classes for transition matrices: cut-offs, quantiles, no move across a break."""

import numpy
import pytest

from assets.statistics.class_schemes import CLASS_SCHEMES, classes_of_runs
from assets.statistics.distribution import MISSING, transitions

YEARS = numpy.array([2001, 2002, 2003, 2004])
NO_BREAK = numpy.zeros(4, dtype=int)
VALUES = numpy.array([[5.0] * 4, [8.0] * 4, [10.0] * 4, [12.0] * 4, [15.0] * 4])


def test_cut_offs_are_relative_to_the_unweighted_mean():
    found = classes_of_runs("relative_to_mean", VALUES, YEARS, NO_BREAK)
    assert found[:, 0].tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("scheme", sorted(CLASS_SCHEMES))
def test_a_break_costs_the_moves_across_it(scheme):
    number = CLASS_SCHEMES[scheme][0]
    whole = transitions(classes_of_runs(scheme, VALUES, YEARS, NO_BREAK), number)
    broken = transitions(classes_of_runs(scheme, VALUES, YEARS, numpy.array([0, 0, 1, 1])), number)
    assert (whole.counts.sum(), broken.counts.sum()) == (15, 10)


def test_runs_are_kept_apart_by_a_missing_year():
    found = classes_of_runs("relative_to_mean", VALUES, numpy.array([2001, 2002, 2005, 2006]), NO_BREAK)
    assert (found[:, 2] == MISSING).all()
