"""Indicators that could not be added up the way their line says."""

from pathlib import Path

import pytest

from tests.assets.catalogue.test_tiny_pack import messages, tiny

GDP, PEOPLE, AVERAGE, PER_HEAD, INCOME, PRICES = range(6)


@pytest.mark.parametrize(
    ("index", "cells", "column", "message"),
    [
        (
            PER_HEAD,
            {"denominator_indicator_id": ""},
            "denominator_indicator_id",
            "found an empty cell; fill it in: ratio needs numerator_indicator_id and "
            "denominator_indicator_id and ratio_rule and scale",
        ),
        (
            PER_HEAD,
            {"ratio_rule": ""},
            "ratio_rule",
            "found an empty cell; fill it in: ratio needs numerator_indicator_id and "
            "denominator_indicator_id and ratio_rule and scale",
        ),
        (
            AVERAGE,
            {"numerator_indicator_id": ""},
            "numerator_indicator_id",
            "found an empty cell; fill it in: period_average needs numerator_indicator_id",
        ),
        (
            PRICES,
            {"aggregation": "chain_index", "min_coverage": "0.9"},
            "weight_indicator_id",
            "found an empty cell; fill it in: chain_index needs weight_indicator_id",
        ),
        (
            GDP,
            {"weight_indicator_id": "people"},
            "weight_indicator_id",
            "found 'people'; leave it empty: sum does not use it",
        ),
        (GDP, {"scale": "100"}, "scale", "found '100'; leave it empty: sum does not use it"),
        (
            GDP,
            {"min_coverage": ""},
            "min_coverage",
            "found an empty cell; write the share of weight a group value needs, above 0 and up to 1",
        ),
        (
            GDP,
            {"min_coverage": "0"},
            "min_coverage",
            "found '0'; write a share above 0 and up to 1",
        ),
        (
            GDP,
            {"min_coverage": "1.01"},
            "min_coverage",
            "found '1.01'; write a share above 0 and up to 1",
        ),
        (
            GDP,
            {"is_compared": "true"},
            "is_compared",
            "found 'true' with aggregation sum; use false: gaps between sums only say which region is large",
        ),
        (
            INCOME,
            {"weight_indicator_id": "gdp_per_head"},
            "weight_indicator_id",
            "found 'gdp_per_head', whose aggregation is ratio; "
            "name an indicator whose aggregation is sum or period_average",
        ),
        (
            AVERAGE,
            {"unit_id": "yuan"},
            "unit_id",
            "found 'yuan', averaged from persons; use persons",
        ),
        (
            AVERAGE,
            {"numerator_indicator_id": "gdp", "unit_id": "yuan", "kind": "flow"},
            "numerator_indicator_id",
            "found 'gdp', whose kind is flow; name a stock: only that has a year-end",
        ),
        (
            PER_HEAD,
            {"plausible_min": "800000"},
            "plausible_max",
            "found '800000', not above plausible_min 800000; write the larger bound here",
        ),
        (
            PER_HEAD,
            {"max_yearly_jump": "-0.1"},
            "max_yearly_jump",
            "found '-0.1'; write a number above 0",
        ),
        (PER_HEAD, {"scale": "0"}, "scale", "found '0'; write a number above 0"),
    ],
)
def test_mistakes(tmp_path: Path, index: int, cells: dict[str, str], column: str, message: str) -> None:
    pack = tiny()
    # The averages are a stock unless a case says otherwise, so that only the case is wrong.
    pack["indicators"][GDP]["kind"] = "flow"
    pack["indicators"][index] |= cells
    assert messages(tmp_path, pack) == [f"indicators.csv line {index + 2}, {column}: {message}"]


def test_zero_factor_of_a_series(tmp_path: Path) -> None:
    pack = tiny()
    pack["series"][0]["unit_factor"] = "0"
    assert messages(tmp_path, pack) == ["series.csv line 2, unit_factor: found '0'; write a number above 0"]


def test_loops(tmp_path: Path) -> None:
    pack = tiny()
    pack["indicators"][PEOPLE] |= {
        "aggregation": "period_average",
        "numerator_indicator_id": "people_average",
    }
    pack["indicators"][AVERAGE]["kind"] = "stock"
    assert messages(tmp_path, pack) == [
        "indicators.csv line 3, indicator_id: found the loop people > people_average > people; "
        "make it from indicators that do not need it",
        "indicators.csv line 4, indicator_id: "
        "found the loop people_average > people > people_average; "
        "make it from indicators that do not need it",
    ]


def test_price_index_needs_no_parts(tmp_path: Path) -> None:
    pack = tiny()
    pack["indicators"][PRICES]["is_compared"] = "true"
    assert messages(tmp_path, pack) == []
