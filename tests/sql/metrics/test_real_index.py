"""metrics/real_index: worked, recomputed, invariant, gaps in the years."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.sql.given import check, rows, run_model


def index(observations: str):
    return run_model(
        {
            "core/group_observations": rows(
                observations, view_id="latest", membership="dated", basis_text="single"
            ),
            "core/indicators": """
                indicator_id  aggregation
                gdp_index     chain_index
                gdp_per_head  ratio
            """,
        },
        "metrics/real_index",
    )


def series(values: list[float], group_id: str = "east", start: int = 2001) -> str:
    lines = [f"gdp_index  {group_id}  {start + n}  {value!r}" for n, value in enumerate(values)]
    return "\n".join(["indicator_id  group_id  period  value", *lines])


def test_worked_example():
    # 100 x 1.10 = 110 in the first year, 110 x 1.05 = 115.5 in the second; the year before is 100
    check(
        index(series([110, 105]) + "\ngdp_per_head  east  2001  7"),
        """
        indicator_id  group_id  period  growth_index  value  base_period
        gdp_index     east      2001    110           110    2000
        gdp_index     east      2002    105           115.5  2000
        """,
    )


@settings(max_examples=10, deadline=None)
@given(some.lists(some.floats(50, 200), min_size=1, max_size=12))
def test_product_of_the_years_and_ratio_of_neighbours(growth):
    found = index(series(growth))
    assert found[-1]["value"] == pytest.approx(100 * math.prod(g / 100 for g in growth), rel=1e-9)
    for before, after in pairwise(found):
        assert after["value"] / before["value"] == pytest.approx(after["growth_index"] / 100, rel=1e-9)


def test_no_growth_stays_at_a_hundred_and_groups_are_chained_apart():
    found = index(series([100, 100]) + "\n" + "\n".join(series([120], "west").splitlines()[1:]))
    assert [row["value"] for row in found] == pytest.approx([100, 100, 120], rel=1e-12)


def test_a_missing_year_starts_a_new_index():
    # nobody knows the growth of 2003: 2004 starts again from 2003 = 100
    check(
        index("""
            indicator_id  group_id  period  value
            gdp_index     east      2001    110
            gdp_index     east      2002    105
            gdp_index     east      2003    -
            gdp_index     east      2004    120
        """),
        """
        period  value  base_period
        2001    110    2000
        2002    115.5  2000
        2004    120    2003
        """,
    )


def test_a_groups_growth_is_weighted_by_last_years_level_never_a_mean_of_rates():
    # levels 900 and 100, growth 10 % and 50 %: (900 x 110 + 100 x 150) / 1000 = 114, not 130
    given = {
        "core/region_values": rows(
            """
            region_id  numerator  denominator
            a          99000      900
            b          15000      100
            """,
            view_id="latest",
            indicator_id="gdp_index",
            period=2001,
            value=1.0,
            basis_text="single",
            source_id="nbs",
            is_weakly_attributed=False,
        ),
        "core/group_members": rows(
            """
            region_id  region_weight
            a          1
            b          1
            """,
            group_id="east",
            membership="dated",
            period=2001,
            coverage_kind="full",
        ),
        "core/group_reach": """
            group_id  is_within_nation
            east      true
        """,
        "core/known_breaks": """
            indicator_id  period
            another       2001
        """,
        "reference/groups": """
            group_id  partial_rule
            east      whole
        """,
        "reference/indicators": """
            indicator_id  unit_id  aggregation  min_coverage  plausible_min  is_compared
            gdp_index     index    chain_index  0.95          80             true
        """,
        "core/indicators": """
            indicator_id  aggregation
            gdp_index     chain_index
        """,
    }
    (row,) = run_model(given, "core/group_sums", "core/group_observations", "metrics/real_index")
    assert row["growth_index"] == pytest.approx(114, rel=1e-12)
