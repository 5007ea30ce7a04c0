"""marts/claims: every verdict, and a wrong denominator turns a reproduced claim red."""

# ruff: noqa: E501 (whole rows stand on one line)

import pytest

from tests.sql.given import check, rows, run_model
from tests.sql.marts.labels import indicators, methods, views

CLAIM = {
    "position": 1,
    "subject_id": "east",
    "period_start": 2012,
    "period_end": 2021,
    "measure": "level",
    "indicator_id": "gdp",
    "reference_id": None,
    "view_id": "latest",
    "start_view_id": "latest",
    "scale": 1.0,
    "tolerance_kind": "absolute",
    "tolerance": 0.05,
    "rounding_decimals": 1,
    "unit_id": "percent",
    "statement_zh": "话",
    "statement_en": "words",
    "source_title": "speech",
    "publication_date": "2022-09-20",
    "url": "https://example.org",
    "is_text_seen": True,
    "confidence": "high",
    "note": None,
}


def verdicts(claims: str, values: str):
    return run_model(
        {
            "metrics/claim_values": values,
            "core/claims": [CLAIM | row for row in rows(claims)],
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/claim_values"),
        },
        "marts/claims",
    )


@pytest.mark.parametrize(
    ("kind", "tolerance", "claimed", "value", "verdict"),
    [
        # prints as 51.9 and lies within 0.05
        ("absolute", "0.05", "51.9", "51.93", "reproduced"),
        # within a wide tolerance, but prints as 52.1
        ("absolute", "0.5", "51.9", "52.1", "within_tolerance"),
        ("absolute", "0.05", "51.9", "52.1", "not_reproduced"),
        # the edge itself counts, whatever binary makes of it: 0.1 + 0.2 against 0.3
        ("absolute", "0.2", "0.1", "0.30000000000000004", "within_tolerance"),
        # 1 % of 200 is 2
        ("relative", "0.01", "200", "201.9", "within_tolerance"),
        ("relative", "0.01", "200", "202.1", "not_reproduced"),
        ("relative", "0.01", "-200", "-201.9", "within_tolerance"),
        ("at_least", "-", "100", "130", "reproduced"),
        ("at_least", "-", "100", "99.9", "not_reproduced"),
        # no tolerance stated: equal as it stands, or not
        ("none", "-", "51.9", "51.9", "reproduced"),
        ("none", "-", "51.9", "51.93", "not_reproduced"),
        # a sum of doubles a hair below 0.25 prints as 0.3, whatever the order of additions; more does not
        ("absolute", "0.05", "0.3", "0.24999999999999994", "reproduced"),
        ("absolute", "0.06", "0.3", "0.24999999", "within_tolerance"),
        ("absolute", "0.05", "51.9", "-", "not_computable"),
        ("at_least", "-", "51.9", "-", "not_computable"),
    ],
)
def test_every_verdict(kind, tolerance, claimed, value, verdict):
    (row,) = verdicts(
        f"""
        claim_id  tolerance_kind  tolerance    claimed_value
        C1        {kind}          {tolerance}  {claimed}
        """,
        f"""
        claim_id  value    null_reason
        C1        {value}  {"no_weight" if value == "-" else "-"}
        """,
    )
    assert row["verdict"] == verdict
    assert row["null_reason"] == ("no_weight" if value == "-" else None)
    if value != "-":
        assert row["difference"] == pytest.approx(float(value) - float(claimed), abs=1e-12)


def test_one_row_for_each_claim_with_its_subjects_in_order():
    found = verdicts(
        """
        claim_id  position  subject_id  indicator_id  claimed_value
        C2        1         west        gdp_per_head  5
        C1        2         zone        gdp           760
        C1        1         east        gdp           760
        """,
        """
        claim_id  value  null_reason
        C1        760    -
        C2        5      -
        """,
    )
    check(
        found,
        """
        claim_id  verdict     subject_ids  claimed_value  computed_value  indicator_name_en               view_name_en           method_id
        C1        reproduced  east zone    760            760             gdp indicator_name en           latest view_name en    metrics/claim_values@1
        C2        reproduced  west         5              5               gdp_per_head indicator_name en  latest view_name en    metrics/claim_values@1
        """,
    )
    assert {row["statement_zh"] for row in found} == {"话"}


# The sum of the provinces is 1000, the figure printed for the nation 1017; residents are 98 at the end
# of the year and 100 before it. The two official statements below are true of 520 / 1000 and of
# 520 / ((98 + 100) / 2), and of nothing else.
VIEWED = """
    indicator_id         region_id  period  value
    gdp                  000000     2021    1017
    gdp                  110000     2021    520
    gdp                  650000     2021    480
    population_resident  110000     2021    98
    population_average   110000     2021    99
"""
SUBJECTS = """
    claim_id  indicator_id  subject_id  measure  reference_id    claimed_value  tolerance  rounding_decimals
    head      gdp_per_head  110000      level    -               5.25           0.005      2
    share     gdp           110000      share    {denominator}  52.0           0.05       1
"""


def official_claims(denominator: str, population: str):
    same = {
        "view_id": "latest",
        "period": 2021,
        "basis_text": "census7",
        "source_id": "nbs",
        "is_weakly_attributed": False,
    }
    viewed = {(row["indicator_id"], row["region_id"]): row["value"] for row in rows(VIEWED)}
    values = [
        same | {"basis_id": "census7", "indicator_id": indicator, "region_id": region, "value": value}
        for (indicator, region), value in viewed.items()
    ]
    ratio = same | {
        "indicator_id": "gdp_per_head",
        "region_id": "110000",
        "scale": 1.0,
        "numerator": viewed["gdp", "110000"],
        "denominator": viewed[population, "110000"],
    }
    members = {"membership": "dated", "period": 2021, "coverage_kind": "full", "region_weight": 1.0}
    claims = [CLAIM | row for row in rows(SUBJECTS.format(denominator=denominator))]
    return run_model(
        {
            "core/viewed_values": values,
            "core/viewed_ratios": [ratio],
            "core/group_members": [
                members | {"group_id": "nation", "region_id": region} for region in ("110000", "650000")
            ],
            "core/group_reach": "group_id  is_within_nation\nnation  true",
            "core/known_breaks": "indicator_id  period\nanother  2021",
            "reference/groups": "group_id  partial_rule\nnation  whole",
            "reference/indicators": """
                indicator_id  unit_id  aggregation  min_coverage  plausible_min  is_compared  weight_indicator_id
                gdp           yuan     sum          0.98          0              false        -
                gdp_per_head  yuan     ratio        0.95          0              true         -
                population_resident  persons  sum             0.98  0  false  -
                population_average   persons  period_average  0.98  0  false  -
            """,
            "core/claims": claims,
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/claim_values"),
        },
        "core/region_values",
        "core/group_sums",
        "core/group_observations",
        "metrics/claim_values",
        "marts/claims",
    )


@pytest.mark.parametrize(
    ("denominator", "population", "head", "share"),
    [
        # 520 / 99 = 5.2525 and 100 x 520 / 1000 = 52
        ("nation", "population_average", "reproduced", "reproduced"),
        # 100 x 520 / 1017 = 51.13: the printed national figure is the wrong denominator
        ("000000", "population_average", "reproduced", "not_reproduced"),
        # 520 / 98 = 5.306: people at the end of the year are too few
        ("nation", "population_resident", "not_reproduced", "reproduced"),
    ],
)
def test_a_wrong_denominator_turns_a_reproduced_claim_red(denominator, population, head, share):
    found = official_claims(denominator, population)
    assert {row["claim_id"]: row["verdict"] for row in found} == {"head": head, "share": share}
