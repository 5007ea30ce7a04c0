"""core/regions: the regions of the catalogue under the names used everywhere else."""

# ruff: noqa: E501 (whole rows stand on one line)

from tests.sql.given import check, run_model


def test_every_region_once_with_parent_and_names():
    check(
        run_model(
            {
                "reference/regions": """
                    region_id  level       parent_region_id  name_zh_hans  name_zh_hant  name_en    short_name_zh_hans  short_name_zh_hant  short_name_en  sort_order
                    440300     prefecture  440000            深圳市        深圳市        Shenzhen   深圳                深圳                Shenzhen       2
                    440000     province    000000            广东省        廣東省        Guangdong  广东                廣東                Guangdong      1
                    000000     country     -                 中国          中國          China      中国                中國                China          0
                """
            },
            "core/regions",
        ),
        """
        region_id  region_level  parent_region_id  region_name_zh_hans  region_name_zh_hant  region_name_en  region_short_name_zh_hans  region_short_name_zh_hant  region_short_name_en  sort_order
        000000     country       -                 中国                 中國                 China           中国                       中國                       China                 0
        440000     province      000000            广东省               廣東省               Guangdong       广东                       廣東                       Guangdong             1
        440300     prefecture    440000            深圳市               深圳市               Shenzhen        深圳                       深圳                       Shenzhen              2
        """,
    )
