"""core/exchange_rates: which annual rate converts money, and what stands beside it."""

# ruff: noqa: E501 (whole rows stand on one line)

from datetime import date, timedelta

import pytest

from tests.sql.given import check, rows, run_model

EMBEDDED = """
    indicator_id  region_id  period  value   value_text
    cny_per_usd   100000     2021    6.4508  6.4508
    cny_per_hkd   810000     2021    0.82993  0.82993
"""
CELL = {"cell_address": "B2", "snapshot_id": "an/answer"}
ANNUAL = """
    indicator_id  region_id  period  value_in_currency  value_text
    cny_per_usd   100000     2025    7.2                7.2
    hkd_per_usd   810000     2025    7.8                7.8
    mop_per_usd   820000     2025    8.034              8.034
"""


def annual(text: str = ANNUAL, source_id: str = "world_bank", rank: int = 10):
    found = rows(text, vintage_id=f"{source_id}_{rank}", vintage_rank=rank, source_id=source_id, **CELL)
    return [row | {"period_text": str(row["period"])} for row in found]


def parities(indicator_id: str, region_id: str, value, year: int = 2025, leave_out=frozenset()):
    """Weekdays of a year; `value` is a function of the day of the year."""
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(365))
    return [
        {
            "indicator_id": indicator_id,
            "region_id": region_id,
            "period": year,
            "period_text": day.isoformat(),
            "value_in_currency": value(day),
            "value_text": str(value(day)),
            "vintage_id": "parity_1",
            "vintage_rank": 1,
            "source_id": "cfets",
            **CELL,
        }
        for day in days
        if day.isoweekday() <= 5 and day not in leave_out
    ]


def rates(landed, embedded: str = EMBEDDED):
    given = {
        "staging/exchange_rates": rows(embedded, vintage_id="single", source_id="federal_reserve", **CELL),
        "staging/landed_figures": landed,
    }
    return run_model(given, "core/exchange_rates")


def test_a_cross_rate_names_its_two_sides():
    """7.2 / 7.8 = 12 / 13; 7.2 / 8.034 = 1200 / 1339, that is 12 / 13 / 1.03."""
    check(
        [row for row in rates(annual()) if row["period"] == 2025],
        """
        indicator_id  region_id  period  rate_kind   is_used  value      conversion_rate_name
        cny_per_hkd   810000     2025    cross_rate  true     12/13      cny_per_usd 7.2 / hkd_per_usd 7.8, 2025 annual averages, world_bank
        cny_per_mop   820000     2025    cross_rate  true     1200/1339  cny_per_usd 7.2 / mop_per_usd 8.034, 2025 annual averages, world_bank
        cny_per_usd   100000     2025    printed     true     7.2        cny_per_usd 2025 annual average, world_bank
        hkd_per_usd   810000     2025    printed     true     7.8        hkd_per_usd 2025 annual average, world_bank
        mop_per_usd   820000     2025    printed     true     8.034      mop_per_usd 2025 annual average, world_bank
        """,
    )


def test_the_embedded_rate_stays_in_use_and_the_others_stand_beside_it():
    landed = annual("""
        indicator_id  region_id  period  value_in_currency  value_text
        cny_per_usd   100000     2021    6.449              6.449
        hkd_per_usd   810000     2021    7.773              7.773
    """)
    found = {(row["indicator_id"], row["rate_kind"]): row["is_used"] for row in rates(landed)}
    assert found == {
        ("cny_per_hkd", "embedded"): True,
        ("cny_per_hkd", "cross_rate"): False,
        ("cny_per_usd", "embedded"): True,
        ("cny_per_usd", "printed"): False,
        ("hkd_per_usd", "printed"): True,
    }


def test_the_mean_of_a_complete_year_serves_until_an_average_is_printed():
    """0.9 in the first half, 0.94 in the second: 129 and 132 weekdays, (129 x 0.9 + 132 x 0.94) / 261."""
    days = parities("cny_per_hkd_parity", "810000", lambda day: 0.9 if day.month <= 6 else 0.94)
    (used,) = [row for row in rates(days) if row["period"] == 2025]
    assert used["value"] == pytest.approx((129 * 0.9 + 132 * 0.94) / 261, rel=1e-12)
    assert used["is_used"] and used["rate_kind"] == "parity_mean"
    assert used["conversion_rate_name"] == (
        "mean of 261 daily central parities (cny_per_hkd_parity) of 2025, cfets"
    )
    later = {
        row["rate_kind"]: row["is_used"]
        for row in rates(days + annual())
        if row["indicator_id"] == "cny_per_hkd" and row["period"] == 2025
    }
    assert later == {"parity_mean": False, "cross_rate": True}


def test_patacas_per_yuan_are_turned_round_day_by_day():
    """Half the days 1, half 2 patacas per yuan: the mean of 1 and 1/2, not 1 over the mean."""
    days = parities("mop_per_cny_parity", "820000", lambda day: 1 + day.toordinal() % 2)
    (used,) = [row for row in rates(days) if row["period"] == 2025]
    inverse = [1 / (1 + date.fromisoformat(row["period_text"]).toordinal() % 2) for row in days]
    assert used["indicator_id"] == "cny_per_mop"
    assert used["value"] == pytest.approx(sum(inverse) / len(inverse), rel=1e-12)


@pytest.mark.parametrize(
    "first, last", [("2025-12-18", "2025-12-31"), ("2025-02-01", "2025-02-28"), ("2025-03-01", "2025-04-08")]
)
def test_a_year_with_a_hole_has_no_mean(first: str, last: str):
    """The end of the year still to come; a month; a page of rows that did not arrive."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    hole = frozenset(start + timedelta(days=number) for number in range((end - start).days + 1))
    days = parities("cny_per_hkd_parity", "810000", lambda day: 0.9, leave_out=hole)
    assert [row for row in rates(days) if row["period"] == 2025] == []


def test_a_constant_parity_is_its_own_mean_and_the_newest_print_of_a_day_counts():
    days = parities("cny_per_usd_parity", "100000", lambda day: 7.1)
    corrected = [
        row | {"value_in_currency": 7.3, "vintage_rank": 2, "vintage_id": "parity_2"} for row in days
    ]
    (used,) = [row for row in rates(days + corrected) if row["period"] == 2025]
    assert used["value"] == pytest.approx(7.3, rel=1e-12) and used["vintage_id"] == "parity_2"


def test_the_newest_edition_of_a_printed_rate_counts():
    revised = annual(rank=20)
    revised = [
        row | {"value_in_currency": 7.1, "value_text": "7.1"} if row["indicator_id"] == "cny_per_usd" else row
        for row in revised
    ]
    found = {row["indicator_id"]: row["value"] for row in rates(annual() + revised) if row["period"] == 2025}
    assert found["cny_per_usd"] == 7.1 and found["cny_per_hkd"] == pytest.approx(7.1 / 7.8)


def test_one_side_alone_makes_no_cross_rate():
    alone = [row for row in annual() if row["indicator_id"] != "cny_per_usd"]
    assert {row["indicator_id"] for row in rates(alone) if row["period"] == 2025} == {
        "hkd_per_usd",
        "mop_per_usd",
    }


def test_each_rate_and_year_has_one_in_use():
    found = rates(annual() + parities("cny_per_hkd_parity", "810000", lambda day: 0.9))
    used = [(row["indicator_id"], row["period"]) for row in found if row["is_used"]]
    assert len(used) == len(set(used)) == len({(row["indicator_id"], row["period"]) for row in found})
