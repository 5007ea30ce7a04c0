"""core/conditioning: the lines of the file, their order kept as a number."""

from tests.sql.given import check, run_model


def test_lines_keep_their_number():
    lines = """
        conditioning_set_id  indicator_id  control_indicator_id  transformation  line_number
        schooling            income        students              log             2
        schooling            income        births                level           3
        births               income        births                level           4
    """
    check(
        run_model({"reference/conditioning": lines}, "core/conditioning"),
        """
        conditioning_set_id  indicator_id  control_indicator_id  transformation  line_number
        births               income        births                level           4
        schooling            income        births                level           3
        schooling            income        students              log             2
        """,
    )
