"""core/printed_figures: every vintage kept, answers beside editions, dates and first prints."""

# ruff: noqa: E501 (whole rows stand on one line)

from datetime import date

from tests.sql.core.printed import given, of
from tests.sql.given import check, run_model

GDP_OF_TWO_VINTAGES = """
    indicator_id  region_id  period  vintage_id       value_in_currency  currency  value_text
    gdp_nominal   120000     2018    first_published  18809.64           CNY       18809.64
    gdp_nominal   120000     2018    census4          13362.92           CNY       13362.92
"""


def test_a_revision_stands_beside_the_first_print():
    found = run_model(given(GDP_OF_TWO_VINTAGES), "core/editions", "core/printed_figures")
    check(
        of("gdp_nominal", found),
        """
        region_id  period  vintage_id       basis_id         vintage_rank  value_in_currency  is_first_print  published_on
        120000     2018    census4          census4          160           13362.92           false           2020-03-01
        120000     2018    first_published  first_published  130           18809.64           true            2019-03-01
        """,
    )


def test_rates_are_figures_too():
    found = run_model(given(GDP_OF_TWO_VINTAGES), "core/editions", "core/printed_figures")
    check(
        of("cny_per_hkd", found),
        """
        region_id  period  value_in_currency  value_text  is_first_print  is_weakly_attributed
        000000     1990    0.6                0.6         true            false
        """,
    )


def test_publication_date_is_the_later_of_the_vintages_and_the_periods():
    found = run_model(
        given("""
            indicator_id         region_id  period  vintage_id  value_in_currency  currency  value_text
            population_resident  110000     2015    census7     2188               -         2188
            population_resident  110000     2020    census7     2189               -         2189
            population_resident  110000     2023    census7     2186               -         2186
        """),
        "core/editions",
        "core/printed_figures",
    )
    # the vintage exists since October 2021; the figure for 2023 is out nine months after its year
    assert [(row["published_on"], row["is_first_print"]) for row in found[1:]] == [
        (date(2021, 10, 1), False),
        (date(2021, 10, 1), True),
        (date(2024, 10, 1), True),
    ]


ANSWERS = """
    indicator_id  region_id  period  period_text  vintage_id  vintage_rank  basis_id  published_on  value_in_currency  value_text
    gdp_nominal   110000     2024    2024         nbs_1       9000001       -         2026-10-02    49670.2            49670.2
    gdp_nominal   110000     2024    2024         nbs_2       9000002       -         2026-12-20    49670.2            49670.2
    gdp_nominal   110000     2024    2024         nbs_3       9000003       -         2027-02-01    49700              49700
    gdp_nominal   110000     2025    2025         nbs_1       9000001       -         2026-10-02    52073.4            52073.4
    gdp_nominal   110000     2025    2025         nbs_2       9000002       -         2026-12-20    52000              52000
    gdp_nominal   120000     2025    2025         nbs_2       9000002       -         2026-12-20    18300              18300
    gdp_nominal   310000     2023    2023         nbs_1       9000001       census6   2026-10-02    51000              51000
    gdp_nominal   310000     2025    2025Q3       nbs_q       9000001       -         2026-10-02    40000              40000
"""
EDITION = """
    indicator_id  region_id  period  vintage_id       value_in_currency  currency  value_text
    gdp_nominal   110000     2024    first_published  49843.1            CNY       49843.1
    gdp_nominal   110000     2023    census5          47353.7            CNY       47353.7
    gdp_nominal   310000     2023    census5          50600              CNY       50600
"""


def test_an_answer_adds_only_what_differs_from_the_vintage_before_it():
    found = run_model(given(EDITION, ANSWERS), "core/editions", "core/printed_figures")
    # 2024: printed 49843.1, revised to 49670.2, repeated on 20 December (no row), revised again.
    # 2025: first seen on 2 October, before the first revision opens on 2026-12-15, so a first print;
    # Tianjin's 2025 came only after it. A basis named on the series wins; else the cell's last edition
    # or, in a year no edition holds, the region's newest goes on.
    check(
        of("gdp_nominal", found),
        """
        region_id  period  vintage_id       basis_id         value_in_currency  is_first_print  published_on
        110000     2023    census5          census5          47353.7            false           2025-03-01
        110000     2024    first_published  first_published  49843.1            true            2025-03-01
        110000     2024    nbs_1            first_published  49670.2            false           2026-10-02
        110000     2024    nbs_3            first_published  49700              false           2027-02-01
        110000     2025    nbs_1            census5          52073.4            true            2026-10-02
        110000     2025    nbs_2            census5          52000              false           2026-12-20
        120000     2025    nbs_2            nbs              18300              false           2026-12-20
        310000     2023    census5          census5          50600              false           2025-03-01
        310000     2023    nbs_1            census6          51000              false           2026-10-02
        """,
    )


def test_a_return_to_the_older_value_is_a_revision_as_well():
    found = run_model(
        given(
            EDITION,
            """
            indicator_id  region_id  period  period_text  vintage_id  vintage_rank  basis_id  published_on  value_in_currency  value_text
            gdp_nominal   110000     2023    2023         nbs_1       9000001       -         2026-10-02    47400              47400
            gdp_nominal   110000     2023    2023         nbs_2       9000002       -         2026-12-20    47353.7            47353.70
            """,
        ),
        "core/editions",
        "core/printed_figures",
    )
    cell = [row["value_in_currency"] for row in of("gdp_nominal", found) if row["period"] == 2023]
    assert cell == [47353.7, 47400, 47353.7, 50600]


def test_an_office_that_prints_after_its_fallback_keeps_its_first_print_and_its_row():
    found = run_model(
        given(
            EDITION,
            """
            indicator_id  region_id  period  period_text  vintage_id  vintage_rank  basis_id    published_on  value_in_currency  value_text
            gdp_nominal   810000     2025    2025         office_1    9000001       -           2026-03-01    33000              33000
            gdp_nominal   810000     2025    2025         bank_1      -90000001     world_bank  2026-07-13    33000              33000
            gdp_nominal   810000     2025    2025         office_2    9000002       -           2026-09-01    33100              33100
            """,
        ),
        "core/editions",
        "core/printed_figures",
    )
    check(
        [row for row in of("gdp_nominal", found) if row["region_id"] == "810000"],
        """
        vintage_id  value_in_currency  is_first_print  published_on
        bank_1      33000              false           2026-07-13
        office_1    33000              true            2026-03-01
        office_2    33100              false           2026-09-01
        """,
    )


def test_a_file_that_states_an_edition_has_its_dates_and_first_prints():
    found = run_model(
        given(
            EDITION,
            """
            indicator_id  region_id  period  period_text  vintage_id       vintage_rank  basis_id         published_on  value_in_currency  value_text
            gdp_nominal   320500     2014    2014         first_published  130           first_published  2026-11-23    13761              13761
            """,
        ),
        "core/editions",
        "core/printed_figures",
    )
    check(
        [row for row in found if row["region_id"] == "320500"],
        """
        vintage_id       published_on  is_first_print
        first_published  2015-03-01    true
        """,
    )


def test_a_fallback_ranks_below_every_edition_and_is_no_revision_of_one():
    found = run_model(
        given(
            EDITION,
            """
            indicator_id  region_id  period  period_text  vintage_id  vintage_rank  basis_id    published_on  value_in_currency  value_text
            gdp_nominal   110000     2023    2023         wb_1        -90000001     world_bank  2026-10-02    47000              47000
            gdp_nominal   110000     2022    2022         wb_1        -90000001     world_bank  2026-10-02    45000              45000
            """,
        ),
        "core/editions",
        "core/printed_figures",
    )
    beijing = [row for row in of("gdp_nominal", found) if row["region_id"] == "110000"]
    newest = {
        row["period"]: row["vintage_id"] for row in sorted(beijing, key=lambda row: row["vintage_rank"])
    }
    assert newest == {2022: "wb_1", 2023: "census5", 2024: "first_published"}
