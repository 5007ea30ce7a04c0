"""What a panel says first, in a few lines."""

import re

import numpy
import pytest

from assets.statistics.dispersion import standard_deviation_of_logs
from assets.statistics.headline import headline
from assets.statistics.panel import NO_YEAR, Panel
from assets.statistics.verdict import judge

N = 12
START = 100 * numpy.exp(numpy.linspace(0, 2, N))
# half of every log gap is closed in ten years: sigma falls to half
END = 100 * numpy.exp(numpy.linspace(0, 2, N) / 2 + 1 + 0.01 * (-1.0) ** numpy.arange(N))


def panel(values, years=(2000, 2010), weights=None, partitions=None, neighbours=None):
    regions = tuple(f"R{place}" for place in range(len(values)))
    return Panel(regions, years, values, weights, partitions or {}, {}, neighbours)


def test_sigma_halved_is_converging_with_its_interval():
    start, first, beta = headline(panel(numpy.column_stack([START, END])))
    assert start == "12 regions, 2000 to 2010 (2 years), no value missing, no weights (no column pop)"
    sigma = [standard_deviation_of_logs(year, None) for year in (START, END)]
    found = judge(numpy.log(START), numpy.log(END), 10).evidence
    assert first.startswith(
        f"sigma unweighted: {sigma[0]:.3f} in 2000, {sigma[1]:.3f} in 2010: converging (p"
    )
    assert f"p {found.p:.4f}; change {100 * (sigma[1] / sigma[0] - 1):+.1f} %" in first
    assert "hangs most on R" in first
    # ten years close half: the slope is -.05 a year, half the start goes with .05 ln 2 = 3.47 points more
    assert beta.startswith("beta, 2000 to 2010: -0.05") and "points a year faster (description, no" in beta


def test_weights_groups_and_neighbours_have_their_lines():
    chain = numpy.abs(numpy.subtract.outer(range(N), range(N))) == 1
    given = panel(
        numpy.column_stack([START, END]),
        weights=numpy.ones((N, 2)),
        partitions={"half": ("low",) * 6 + ("high",) * 6},
        neighbours=chain,
    )
    lines = headline(given)
    assert "weights from pop, partition half of 2, 11 pairs of neighbours" in lines[0]
    assert [line.split(":")[0] for line in lines[1:]] == [
        "sigma unweighted",
        "sigma weighted",
        "Theil T by half",
        "beta, 2000 to 2010",
        "Moran's I",
    ]
    # equal weights: the same figures
    assert lines[2].partition(":")[2] == lines[1].partition(":")[2]
    theil = re.search(r"([0-9.]+) in 2000, ([0-9.]+) % of it between", lines[3])
    relative = START / START.mean()
    total = (relative * numpy.log(relative)).mean()
    groups = numpy.array([relative[:6].mean(), relative[6:].mean()])
    assert float(theil[1]) == pytest.approx(total, abs=5e-5)
    assert float(theil[2]) == pytest.approx(100 * (groups * numpy.log(groups)).mean() / total, abs=0.05)
    assert re.search(r"Moran's I: 0\.\d{3} in 2000 \(p [0-9.b]", lines[5])


def test_values_as_small_as_logs_are_pointed_out():
    levels = numpy.column_stack([START, END])
    assert headline(panel(levels / 100))[1].startswith("caution: no value is above 30; where they are logs")
    assert "caution" not in "".join(headline(panel(levels)))


def test_few_regions_zeros_and_blanks_say_so():
    few = headline(panel(numpy.column_stack([START, END])[:4]))
    assert few[1].endswith("too few units for a verdict")
    zero = numpy.column_stack([START, END])
    zero[0, 0] = 0
    assert (
        "sigma unweighted: none, 1 values are not above 0, no logarithm; use the coefficient"
        in headline(panel(zero))[1]
    )
    gone = numpy.column_stack([START, END])
    gone[3, 1] = numpy.nan
    lines = headline(panel(gone))
    assert "1 value missing" in lines[0]
    assert lines[2] == "  (of the 11 regions with a value in both years)"
    assert headline(panel(numpy.full((5, 2), numpy.nan)))[1] == "no value at all: every cell is blank"


def test_a_cross_section_has_levels_and_no_verdict():
    lines = headline(panel(START[:, None], (NO_YEAR,)))
    assert lines[0].startswith("12 regions, one period, no value missing")
    assert len(lines) == 2
    assert lines[1].startswith("sigma unweighted: 0.6") and "coefficient of variation" in lines[1]


def test_equal_regions_have_nothing_between_groups_and_no_verdict():
    given = panel(numpy.full((6, 2), 75.0), partitions={"half": ("low",) * 3 + ("high",) * 3})
    lines = headline(given)
    assert lines[1].startswith("sigma unweighted: 0.000 in 2000, 0.000 in 2010; no verdict: all regions are")
    assert lines[2] == (
        "Theil T by half: 0 in 2000, all regions are equal; 0 in 2010, all regions are equal (unweighted)"
    )


def test_a_year_linear_in_the_other_has_sigma_and_no_verdict():
    line = headline(panel(numpy.column_stack([START, 100 * START**0.5])))[1]
    assert "; no verdict: one year is a straight line in the other" in line


def test_a_region_without_neighbours_is_named():
    chain = numpy.abs(numpy.subtract.outer(range(N), range(N))) == 1
    chain[4] = chain[:, 4] = False
    line = headline(panel(numpy.column_stack([START, END]), neighbours=chain))[-1]
    assert line.startswith(
        "Moran's I: none in 2000 (R4 has no neighbour with a value, so nothing surrounds it"
    )
