"""marts/coverage: what is held and which provinces lack a figure."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, run_model
from tests.sql.marts.labels import check_labels, indicator_labels, indicators, view_labels, views

REGIONS = """
    region_id  region_level
    000000     country
    110000     province
    540000     province
    650000     province
    810000     province
    440300     prefecture
"""
MEMBERS = """
    group_id  period  region_id
    nation    2020    110000
    nation    2020    540000
    nation    2020    650000
    nation    2021    110000
    nation    2021    540000
    nation    2021    650000
    bay       2020    810000
"""
VALUES = """
    view_id      indicator_id  region_id  period  value  basis_text  source_id  is_weakly_attributed
    latest       gdp           000000     2020    1000   census5     nbs        false
    latest       gdp           110000     2020    40     census4     statbj     true
    latest       gdp           650000     2020    14     census5     nbs        false
    latest       gdp           540000     2020    -      census5     nbs        false
    latest       gdp           810000     2020    24     dsec_2026   dsec       false
    latest       gdp           440300     2020    28     single      statgd     false
    latest       gdp           110000     2021    41     census5     nbs        false
    latest       gdp           540000     2021    2      census5     nbs        false
    latest       gdp           650000     2021    15     census5     nbs        false
    first_print  gdp           110000     2020    39     first       nbs        false
"""


def coverage(values: str = VALUES):
    return run_model(
        {
            "core/region_values": values,
            "core/regions": REGIONS,
            "core/groups": """
                group_id  group_kind
                nation    nation
                bay       major_strategy
            """,
            "core/group_members": MEMBERS,
            "core/indicators": indicators(),
            "core/views": views(),
        },
        "marts/coverage",
    )


def test_counts_gaps_and_origins():
    # a value of null is not held, so Tibet is missing in 2020; Hong Kong does not take its place. Cities
    # and the country have no list they could be missing from
    found = coverage()
    check(
        found,
        """
        view_id      period  region_level    n_present  n_expected  basis_text        source_text  is_weakly_attributed
        first_print  2020    province        1          3           first             nbs          false
        latest       2020    country         1          -           census5           nbs          false
        latest       2020    outside_nation  1          -           dsec_2026         dsec         false
        latest       2020    prefecture      1          -           single            statgd       false
        latest       2020    province        2          3           census4, census5  nbs, statbj  true
        latest       2021    province        3          3           census5           nbs          false
        """,
    )
    missing = [row["missing_region_ids"] for row in found]
    assert missing == ["540000 650000", None, None, None, "540000", ""]


def test_labels():
    check_labels(coverage(), {"indicator_id": indicator_labels, "view_id": view_labels})
