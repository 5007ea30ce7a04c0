"""marts/revisions: regions and groups side by side, with names; a new basis is told from a revision."""

# ruff: noqa: E501 (whole rows stand on one line)

from datetime import date

from tests.sql.given import check, rows, run_model

NAMES = {
    "name_zh_hans": "东",
    "name_zh_hant": "東",
    "name_en": "x",
}


def test_regions_and_groups_stand_side_by_side():
    same = {"indicator_id": "gdp_nominal", "period": 2018, "published_on": date(2020, 3, 1)}
    found = run_model(
        {
            "core/revisions": rows(
                """
                region_id  vintage_id  previous_vintage_id  basis_id  previous_basis_id  value  previous_value  change  relative_change
                210000     census4     first                census4   first              80     100             -20     -0.2
                210000     answer      census4              census4   census4            82     80              2       0.025
                """,
                **same,
            ),
            "metrics/group_revision": rows(
                """
                group_id   vintage_id  value  previous_value  change  relative_change  n_revised  n_members
                northeast  census4     170    200             -30     -0.15            2          3
                """,
                **same,
            ),
            "core/indicators": [
                {"indicator_id": "gdp_nominal", "decimals": 1}
                | {f"indicator_{name}": text for name, text in NAMES.items()}
                | {f"unit_{language}": "亿元" for language in ("zh_hans", "zh_hant", "en")}
            ],
            "core/regions": [
                {"region_id": "210000", "region_level": "province"}
                | {f"region_short_{name}": text for name, text in NAMES.items()}
            ],
            "core/groups": [
                {"group_id": "northeast", "group_kind": "bloc"}
                | {f"group_short_{name}": text for name, text in NAMES.items()}
            ],
        },
        "marts/revisions",
    )
    check(
        found,
        """
        subject_id  subject_kind  vintage_id  previous_vintage_id  is_new_basis  value  previous_value  relative_change  n_revised
        210000      province      answer      census4              false         82     80              0.025            -
        210000      province      census4     first                true          80     100             -0.2             -
        northeast   bloc          census4     -                    -             170    200             -0.15            2
        """,
    )
