"""core/groups: the groups of the catalogue under the names used everywhere else."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, rows, run_model

NAMES = {
    "name_zh_hans": "简",
    "name_zh_hant": "繁",
    "name_en": "Bloc",
    "short_name_zh_hans": "短简",
    "short_name_zh_hant": "短繁",
    "short_name_en": "B",
    "geography_level": "province",
    "basis_document": "plan",
}


def test_every_group_once_with_its_three_names():
    given = rows(
        """
        group_id  kind            partition_id  membership_rule  reference_group_id  effective_from  effective_to  sort_order
        zone      major_strategy  -             dated            -                   2014-02-26      2020-01-01    2
        bloc      bloc            nbs4          retrospective    zone                -               -             1
        """,
        **NAMES,
    )
    check(
        run_model({"reference/groups": given}, "core/groups"),
        """
        group_id  group_kind      partition_id  group_name_zh_hans  group_name_zh_hant  group_name_en  group_short_name_zh_hans  group_short_name_zh_hant  group_short_name_en  geography_level  membership_rule  reference_group_id  basis_document  effective_from  effective_to  sort_order
        bloc      bloc            nbs4          简                  繁                  Bloc           短简                      短繁                      B                    province         retrospective    zone                plan            -               -             1
        zone      major_strategy  -             简                  繁                  Bloc           短简                      短繁                      B                    province         dated            -                   plan            2014-02-26      2020-01-01    2
        """,
    )
