"""core/views: the views of the catalogue under the names used everywhere else."""

from tests.sql.given import check, run_model


def test_every_view_once():
    check(
        run_model(
            {
                "reference/views": """
                    view_id      kind         name_zh_hans  name_zh_hant  name_en  description
                    latest       latest       最新          最新          Latest   newest vintage
                    first_print  first_print  初次          初次          First    as first printed
                """
            },
            "core/views",
        ),
        """
        view_id      view_kind    view_name_zh_hans  view_name_zh_hant  view_name_en  view_description
        first_print  first_print  初次               初次               First         as first printed
        latest       latest       最新               最新               Latest        newest vintage
        """,
    )
