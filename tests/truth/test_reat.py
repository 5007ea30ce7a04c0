"""What the R package REAT prints and documents, under our names, where it is right."""

import json

import numpy
import pytest

from assets.statistics.beta import convergence, nonlinear_rate
from assets.statistics.dispersion import coefficient_of_variation, standard_deviation_of_logs, variance_ratio
from assets.statistics.inequality import (
    atkinson,
    gini,
    gini_normalised,
    hoover_of_totals,
    theil_l,
    theil_t,
)
from assets.statistics.trend import sigma_trend
from tests.truth.panels import TRUTH, read
from tests.truth.test_measures import panel


def expected(case: str, metric: str) -> dict[str, float]:
    return {row["key"]: float(row["value"]) for row in read(case, "expected.csv") if row["metric"] == metric}


def levels(year: int) -> numpy.ndarray:
    counties = panel("de_counties")
    return counties.values[:, counties.years.index(year)]


def test_documented_examples():
    read("reat_docs", "expected.csv")  # skips where the fixtures are absent
    given = {
        name: numpy.array(values, dtype=float)
        for name, values in json.loads((TRUTH / "reat_docs" / "inputs.json").read_text("utf-8")).items()
        if not isinstance(values, dict)
    }
    ours = {
        ("gini.u", "sales"): gini(given["sales"], None),
        ("gini.n", "sales"): gini_normalised(given["sales"]),
        ("gini.u", "de_gdp2015"): gini(given["de_gdp2015"], None),
        ("gini.w", "income_classes"): gini(given["income"], given["sizeofclass"]),
        ("theil.L.u", "regincome"): theil_l(given["regincome"], None),
        ("theil.T.u", "regincome"): theil_t(given["regincome"], None),
        ("hoover.w", "de_gdp2015_pop"): hoover_of_totals(given["de_gdp2015"], given["de_pop2015"]),
        ("atkinson.u", "100_0_0_0|0.8"): atkinson(numpy.array([100.0, 0, 0, 0]), None, 0.8),
    }
    for (metric, key), value in ours.items():
        assert value == pytest.approx(expected("reat_docs", metric)[key], rel=1e-9), (metric, key)


def test_annual_means_of_growth_are_the_growth_of_the_whole_span():
    found = convergence(levels(2010), levels(2012), 2)
    ours = {
        "alpha": found.fit.coefficients[0],
        "beta": found.beta,
        "se": found.fit.classical_errors[1],
        "r2": found.fit.r_squared,
    }
    for name, value in ours.items():
        (printed,) = expected("de_counties", f"reat.annualmean.beta.{name}").values()
        assert value == pytest.approx(printed, rel=1e-7), name


def test_the_nonlinear_fit():
    found = nonlinear_rate(levels(2000), levels(2014), 14)
    assert found.constant == pytest.approx(expected("de_counties", "reat.nls.alpha")["2000-2014"], rel=1e-5)
    assert found.rate == pytest.approx(expected("de_counties", "beta.lambda.nls")["2000-2014"], rel=1e-5)
    assert found.error == pytest.approx(expected("de_counties", "reat.nls.rate.se")["2000-2014"], rel=1e-5)


def test_sigma_of_two_years_with_the_ratio_of_variances():
    printed = expected("de_counties", "reat.sigmaconv.sdlog.pop")
    first, last = (standard_deviation_of_logs(levels(year), None) for year in (2010, 2014))
    test = variance_ratio(numpy.log(levels(2010)), numpy.log(levels(2014)))
    assert [first, last, first / last, test.statistic, test.p] == pytest.approx(
        [printed[key] for key in ("2010", "2014", "quotient", "F", "p")], rel=1e-7
    )
    printed = expected("de_counties", "reat.sigmaconv.cv.levels")
    # the coefficient of variation divides by n, F compares the variances of the levels
    first, last = (coefficient_of_variation(levels(year), None) for year in (2010, 2011))
    test = variance_ratio(levels(2010), levels(2011))
    assert [first, last, first / last, test.statistic, test.p] == pytest.approx(
        [printed[key] for key in ("2010", "2011", "quotient", "F", "p")], rel=1e-7
    )


def test_the_trend_of_the_coefficient_of_variation():
    years = numpy.arange(2010, 2015)
    figures = numpy.array([coefficient_of_variation(levels(year), None) for year in years])
    found = sigma_trend(years, figures)
    printed = expected("de_counties", "reat.sigmatrend.cv.pop.2010_2014")
    assert [found.intercept, found.slope, found.error, found.t, found.p, found.r_squared] == pytest.approx(
        [printed[key] for key in ("intercept", "slope", "se", "t", "p", "r2")], rel=1e-7
    )
