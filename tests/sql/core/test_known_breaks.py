"""core/known_breaks: years in which what a figure counts changed, handed on to what is derived."""

from tests.sql.given import check, run_model

INDICATORS = """
    indicator_id      numerator_indicator_id  denominator_indicator_id
    gdp               -                       -
    population        -                       -
    retail            -                       -
    retail_per_head   retail                  population
    retail_per_gdp    retail                  gdp
    gdp_per_head      gdp                     population
"""


def known_breaks(breaks: str):
    return run_model({"reference/breaks": breaks, "reference/indicators": INDICATORS}, "core/known_breaks")


def test_a_break_of_a_printed_figure_is_its_own():
    check(
        known_breaks("""
            indicator_id     period
            retail_per_head  2010
        """),
        """
        indicator_id     period
        retail_per_head  2010
        """,
    )


def test_a_break_of_the_numerator_is_a_break_of_the_ratio():
    check(
        known_breaks("""
            indicator_id  period
            retail        2015
            retail        2005
        """),
        """
        indicator_id     period
        retail           2005
        retail           2015
        retail_per_gdp   2005
        retail_per_gdp   2015
        retail_per_head  2005
        retail_per_head  2015
        """,
    )


def test_a_break_of_the_denominator_is_a_break_of_the_ratio():
    check(
        known_breaks("""
            indicator_id  period
            population    2015
        """),
        """
        indicator_id     period
        gdp_per_head     2015
        population       2015
        retail_per_head  2015
        """,
    )


def test_a_break_of_numerator_and_denominator_and_the_ratio_itself_is_one_break():
    found = known_breaks("""
        indicator_id     period
        retail           2015
        population       2015
        retail_per_head  2015
    """)
    of_ratio = [row["period"] for row in found if row["indicator_id"] == "retail_per_head"]
    assert of_ratio == [2015]


def test_a_break_of_an_indicator_we_do_not_have_is_nobodys():
    assert known_breaks("indicator_id  period\nunknown  2015") == []
