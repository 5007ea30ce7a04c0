"""Numbers other tools print that deviate from the formula: how they come about, and that ours differ."""

import math

import numpy
import pytest

from assets.statistics.dispersion import coefficient_of_variation
from assets.statistics.inequality import gini, hoover_of_totals, theil_l
from tests.truth.test_measures import panel, produced
from tests.truth.test_reat import expected


def counties(year: int) -> tuple[numpy.ndarray, numpy.ndarray, numpy.ndarray]:
    """Levels, population and GDP of 402 German counties."""
    found = panel("de_counties")
    column = found.years.index(year)
    return found.values[:, column], found.weights[:, column], found.totals[:, column]


@pytest.mark.parametrize("case", ["de_counties", "mexico"])
def test_f1_reat_leaves_the_years_out_of_the_logarithm(case):
    ours, compared = produced(case), 0
    for key, printed in expected(case, "reat.beta.lambda_as_printed").items():
        start, _, end = key.partition("-")
        if not end.isdigit() or int(end) - int(start) == 1:
            continue  # subsets of its own; over one year both formulas agree
        years = int(end) - int(start)
        assert printed == pytest.approx(-math.log(1 + ours["beta.beta", key]) / years, rel=1e-6)
        assert ours["beta.lambda", key] > 2 * printed
        compared += 1
    assert compared == (2 if case == "de_counties" else 1)


def test_f1_our_half_life_of_german_counties_is_92_years_not_1356():
    assert produced("de_counties")["beta.half_life", "2000-2014"] == pytest.approx(92.2, abs=0.1)


def test_f2_converg_eu_gives_one_gamma_for_two_windows():
    ours, printed = produced("cu_emp"), expected("cu_emp", "cu.gamma_as_printed")
    assert printed["2002-2018"] == printed["2008-2018"]
    found = [ours["gamma.multi", key] for key in ("2002-2018", "2008-2018")]
    assert found == pytest.approx([0.8201, 0.8490], abs=5e-5)
    assert not [key for key in printed if math.isclose(printed[key], ours["gamma.multi", key], rel_tol=0.01)]


def test_f3_reat_divides_its_weighted_theil_by_n_again():
    value, weight, _ = counties(2014)
    by_reat = (weight / weight.sum() * numpy.log(value.mean() / value)).mean()
    assert by_reat == pytest.approx(3.88e-07, rel=1e-2)
    assert theil_l(value, weight) == pytest.approx(0.07064, abs=5e-6)
    assert produced("de_counties")["theil.L.w", "2014"] == theil_l(value, weight)


def test_f4_reat_sorts_levels_without_their_weights():
    value, weight, _ = counties(2014)
    # a Gini of levels that have other regions' weights, which then depends on the order of the lines
    assert gini(numpy.sort(value), weight) == pytest.approx(0.1755, abs=5e-5)
    assert gini(value, weight) == pytest.approx(0.2097, abs=5e-5)
    assert gini(value[::-1], weight[::-1]) == pytest.approx(gini(value, weight))


def test_f5_reat_takes_deviations_from_the_unweighted_mean():
    printed = expected("de_counties", "reat.williamson.default_wmean_FALSE")
    value, weight, _ = counties(2014)
    share = weight / weight.sum()
    by_reat = numpy.sqrt(share @ (value - value.mean()) ** 2) / (share @ value)
    assert printed["2014"] == pytest.approx(by_reat, rel=1e-9)
    assert coefficient_of_variation(value, weight) == pytest.approx(0.4330, abs=5e-5)
    ours = produced("de_counties")
    assert len(printed) == 15
    assert not [year for year in printed if math.isclose(printed[year], ours["cv.w", year], rel_tol=1e-3)]


def test_f6_reat_multiplies_share_gaps_by_weights():
    _, weight, gdp = counties(2014)
    share = weight / weight.sum()
    by_reat = (share * abs(gdp / gdp.sum() - share)).sum() / 2
    assert by_reat == pytest.approx(0.00084, abs=5e-6)
    assert hoover_of_totals(gdp, weight) == pytest.approx(0.1498, abs=5e-5)
    assert produced("de_counties")["hoover.w", "2014"] == pytest.approx(0.1498, abs=5e-5)


@pytest.mark.parametrize("case", ["mexico", "china_gdppc", "cu_emp", "de_counties"])
def test_f7_inequality_prints_half_of_wolfson(case):
    ours, printed = produced(case), expected(case, "inequality.wolfson_as_is")
    assert printed
    for year, half in printed.items():
        assert ours["wolfson.u", year] == pytest.approx(2 * half, rel=1e-9)


def test_f9_geometrics_takes_the_gini_of_logs():
    mexico = panel("mexico")
    value = mexico.values[:, mexico.years.index(1940)]
    assert gini(numpy.log(value), None) == pytest.approx(0.0403, abs=5e-5)
    assert produced("mexico")["gini.u", "1940"] == pytest.approx(0.3537237, abs=5e-8)
    # of logs it would depend on the currency
    assert gini(numpy.log(1000 * value), None) < 0.6 * gini(numpy.log(value), None)
    assert gini(1000 * value, None) == pytest.approx(gini(value, None))
