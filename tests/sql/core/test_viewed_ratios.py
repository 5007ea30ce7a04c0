"""core/viewed_ratios: ratios on their own bases, and ratios that never mix bases."""

from tests.sql.given import check, rows, run_model

SAME = {"region_id": "120000", "source_id": "nbs", "is_weakly_attributed": False}
INDICATORS = """
    indicator_id      aggregation  ratio_rule  scale  numerator_indicator_id  denominator_indicator_id
    gdp_per_head      ratio        own_basis   10000  gdp_nominal             population_average
    va_primary_share  ratio        same_basis  100    va_primary              gdp_nominal
    gdp_nominal       sum          -           -      -                       -
"""
VIEWS = """
    view_id      kind         basis_ids
    latest       latest       -
    first_print  first_print  -
    census4      basis        census4 census7
"""
VIEWED = """
    view_id      indicator_id        period  value    basis_id
    latest       gdp_nominal         2018    13400    census5
    latest       population_average  2018    1383     census7
    latest       va_primary          2018    172.71   first_published
    first_print  gdp_nominal         2018    18809.6  first_published
    first_print  population_average  2018    1558     precensus7
    census4      gdp_nominal         2018    13362    census4
"""
OBSERVATIONS = """
    indicator_id  period  basis_id         vintage_rank  value    is_first_print
    va_primary    2018    first_published  130           172.71   true
    va_primary    2018    census4          160           175.3    false
    gdp_nominal   2018    first_published  130           18809.6  true
    gdp_nominal   2018    census4          160           13362    false
    gdp_nominal   2018    census5          170           13400    false
"""


def ratios(viewed: str = VIEWED, observations: str = OBSERVATIONS):
    return run_model(
        {
            "core/viewed_values": rows(viewed, **SAME),
            "core/observations": rows(observations, **SAME),
            "reference/indicators": INDICATORS,
            "reference/views": VIEWS,
        },
        "core/viewed_ratios",
    )


def test_numerators_and_denominators_of_each_view():
    # own basis: both as the view sees them. Same basis: GDP has been revised to census5, primary
    # value added has not, so the share divides the newest pair both have: 175.3 / 13362, census4
    check(
        ratios(),
        """
        view_id      indicator_id      period  scale  numerator  denominator  basis_text
        census4      va_primary_share  2018    100    175.3      13362        census4
        first_print  gdp_per_head      2018    10000  18809.6    1558         first_published / precensus7
        first_print  va_primary_share  2018    100    172.71     18809.6      first_published
        latest       gdp_per_head      2018    10000  13400      1383         census5 / census7
        latest       va_primary_share  2018    100    175.3      13362        census4
        """,
    )


def test_no_ratio_where_numerator_and_denominator_share_no_basis():
    found = ratios(
        observations="""
            indicator_id  period  basis_id         vintage_rank  value   is_first_print
            va_primary    2018    first_published  130           172.71  true
            gdp_nominal   2018    census5          170           13400   false
        """
    )
    assert not [row for row in found if row["indicator_id"] == "va_primary_share"]


def test_no_ratio_on_own_bases_without_a_denominator_in_the_view():
    # census4 sees GDP but no population here: no value rather than the population of another view
    found = ratios()
    assert not [row for row in found if (row["view_id"], row["indicator_id"]) == ("census4", "gdp_per_head")]


def test_weak_attribution_of_either_side_marks_the_ratio():
    viewed = rows(VIEWED, **SAME)
    viewed[1]["is_weakly_attributed"] = True  # the population of the latest view
    found = run_model(
        {
            "core/viewed_values": viewed,
            "core/observations": rows(OBSERVATIONS, **SAME),
            "reference/indicators": INDICATORS,
            "reference/views": VIEWS,
        },
        "core/viewed_ratios",
    )
    marked = [(row["view_id"], row["indicator_id"]) for row in found if row["is_weakly_attributed"]]
    assert marked == [("latest", "gdp_per_head")]


def test_the_newest_numerator_counts_before_the_newest_denominator_however_high_the_ranks():
    # ranks of landed answers are days times 50,000: no arithmetic on them
    found = ratios(
        observations="""
            indicator_id  period  basis_id  vintage_rank  value  is_first_print
            va_primary    2018    census4   488559801     180    false
            va_primary    2018    census4   160           175.3  false
            gdp_nominal   2018    census4   489000000     13500  false
            gdp_nominal   2018    census4   160           13362  false
        """
    )
    share = next(
        row for row in found if (row["view_id"], row["indicator_id"]) == ("latest", "va_primary_share")
    )
    assert (share["numerator"], share["denominator"]) == (180, 13500)
