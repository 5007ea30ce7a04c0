"""core/region_values: printed and computed indicators with the parts a group sums."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model

VIEW = {"view_id": "latest", "source_id": "nbs", "is_weakly_attributed": False}
INDICATORS = """
    indicator_id         unit_id              aggregation    weight_indicator_id
    gdp_nominal          cny_100m             sum            -
    population_resident  persons_10k          sum            -
    urbanisation_rate    percent              weighted_mean  population_resident
    gdp_index            index_previous_year  chain_index    gdp_nominal
    household_size       persons              none           -
    gdp_per_head         cny_per_person       ratio          -
"""
RATIOS = """
    indicator_id  region_id  period  scale  numerator  denominator  basis_text
    gdp_per_head  110000     2019    10000  35445      2190         census4 / census7
    gdp_per_head  110000     2020    10000  36103      2189         census4 / census7
    gdp_per_head  110000     2021    10000  41046      2189         first / census7
    gdp_per_head  310000     2020    10000  38701      0            census4 / census7
"""


BREAKS = """
    indicator_id       period
    urbanisation_rate  2019
"""


def region_values(viewed: str, ratios: str = RATIOS, breaks: str = BREAKS):
    return run_model(
        {
            "core/viewed_values": rows(viewed, **VIEW),
            "core/viewed_ratios": rows(ratios, **VIEW),
            "core/known_breaks": breaks,
            "reference/indicators": INDICATORS,
        },
        "core/region_values",
    )


VIEWED = """
    indicator_id         region_id  period  value  basis_id
    gdp_nominal          110000     2019    35445  census4
    population_resident  110000     2020    2189   census7
    urbanisation_rate    110000     2020    87.5   single
    urbanisation_rate    310000     2020    89.3   single
    gdp_index            110000     2020    101.1  single
    household_size       110000     2020    2.31   single
"""


def test_parts_a_group_sums():
    # a sum adds itself; a rate enters as 87.5 x 2189 = 191537.5 over 2189; the index of 2020 as
    # 101.1 x GDP of 2019 = 35834895 (last year's prices); a rate without weight has no parts
    found = [row for row in region_values(VIEWED) if row["indicator_id"] != "gdp_per_head"]
    check(
        found,
        """
        indicator_id         region_id  period  value  unit_id              numerator  denominator  basis_text
        gdp_index            110000     2020    101.1  index_previous_year  3583489.5  35445        single / census4
        gdp_nominal          110000     2019    35445  cny_100m             35445      -            census4
        household_size       110000     2020    2.31   persons              -          -            single
        population_resident  110000     2020    2189   persons_10k          2189       -            census7
        urbanisation_rate    110000     2020    87.5   percent              191537.5   2189         single / census7
        urbanisation_rate    310000     2020    89.3   percent              -          -            single
        """,
    )


def test_computed_ratios_and_zero_denominators():
    # 10000 x 36103 / 2189 = 164929.1...; a zero denominator gives no value, and no error
    found = [row for row in region_values(VIEWED) if row["indicator_id"] == "gdp_per_head"]
    check(
        found,
        """
        region_id  period  value            numerator  denominator  has_break
        110000     2019    354450000/2190   354450000  2190         false
        110000     2020    361030000/2189   361030000  2189         false
        110000     2021    410460000/2189   410460000  2189         true
        310000     2020    -                387010000  0            false
        """,
    )


def test_value_is_always_numerator_over_denominator():
    for row in region_values(VIEWED):
        if row["denominator"]:
            assert row["numerator"] / row["denominator"] == pytest.approx(row["value"], rel=1e-12)


def test_a_break_is_a_change_of_basis_between_neighbouring_figures_of_one_region():
    found = region_values("""
        indicator_id  region_id  period  value  basis_id
        gdp_nominal   110000     2017    1      precensus4
        gdp_nominal   110000     2018    2      census4
        gdp_nominal   110000     2019    3      census4
        gdp_nominal   310000     2017    4      census4
        gdp_nominal   310000     2018    5      census4
    """)
    breaks = [
        (row["region_id"], row["period"])
        for row in found
        if row["has_break"] and row["indicator_id"] == "gdp_nominal"
    ]
    assert breaks == [("110000", 2018)]


RATES = """
    indicator_id         region_id  period  value  basis_id
    population_resident  110000     2017    2194   census6
    population_resident  110000     2018    2192   census7
    population_resident  110000     2019    2190   census7
    urbanisation_rate    110000     2017    86.5   single
    urbanisation_rate    110000     2018    86.9   single
    urbanisation_rate    110000     2019    87.4   single
"""


def rates(breaks: str):
    found = region_values(RATES, breaks=breaks)
    return [row for row in found if row["indicator_id"] == "urbanisation_rate"]


def test_a_new_edition_of_the_weight_alone_is_no_break_of_the_printed_figure():
    found = rates("indicator_id  period\ngdp_nominal  2018")
    assert [row["basis_text"] for row in found] == ["single / census6", *["single / census7"] * 2]
    assert [row["has_break"] for row in found] == [False, False, False]


def test_a_known_break_is_a_break_of_the_printed_figure():
    assert [row["has_break"] for row in rates(BREAKS)] == [False, False, True]


def test_a_known_break_is_a_break_of_the_computed_ratio():
    found = region_values(VIEWED, breaks="indicator_id  period\ngdp_per_head  2020")
    breaks = [
        (row["region_id"], row["period"])
        for row in found
        if row["has_break"] and row["indicator_id"] == "gdp_per_head"
    ]
    # 2021 by its basis, 2020 because it is known
    assert breaks == [("110000", 2020), ("110000", 2021), ("310000", 2020)]
