"""What the report answers in a real browser: cards of counts, comparisons, the search, a chart on a phone."""

from pathlib import Path
from typing import Any

from tests.browser.browsing import DESK, PHONE, of, watched


def test_a_count_tells_its_rows_rather_than_the_first_of_them(browser: Any, site: Path) -> None:
    with watched(browser, PHONE) as seen:
        page = seen.open(of(site, "en", "claims"))
        count = page.locator(".tiles button.figure[data-rows]").first
        count.click()
        page.wait_for_selector("#card[open]")
        assert page.locator("#card-body details[open] li").count() == int(count.inner_text())
        told = page.inner_text("#card-body")
        assert "Rows counted" in told and "Whole row" not in told and "Method" not in told
    assert seen.quiet()


def test_a_number_worked_out_from_a_cell_says_so(browser: Any, site: Path) -> None:
    with watched(browser, PHONE) as seen:
        page = seen.open(of(site, "en", "group/yreb"))
        page.locator("button.figure[data-computed]").first.click()
        page.wait_for_selector("#card[open]")
        assert "Worked out from\nlog_change_low = " in page.inner_text("#card-body")
    assert seen.quiet()


def test_a_comparison_says_what_it_lacks(browser: Any, site: Path) -> None:
    with watched(browser, PHONE) as seen:
        page = seen.open(of(site, "en", "compare"), "#no_such_group/bloc_east/gdp_nominal")
        page.wait_for_selector("#compare-table tbody tr")
        assert page.inner_text("#compare-unknown").endswith("not held here: no_such_group")
        page.select_option("#second", "bloc_west")
        assert page.is_hidden("#compare-unknown")
        assert page.locator("#indicator > optgroup").count() > 1
        options = "#first option[value='advantaged'], #first option[value='xiongan']"
        assert page.locator(options).count() == 0
    assert seen.quiet()


def test_search_by_single_words_where_nothing_is_called_so(browser: Any, site: Path) -> None:
    with watched(browser) as seen:
        page = seen.open(of(site, "en", "index"))
        page.fill("#search", "guangdong gdp")
        page.wait_for_selector("#found [data-page='region/440000.html']")
        page.fill("#search", "guangdong")
        assert page.locator("#found li").first.get_attribute("data-page") == "region/440000.html"
        page.fill("#search", "xyzzy gdpxyzzy")
        page.wait_for_selector("#found [aria-disabled]")
    assert seen.quiet()


def test_a_phone_is_told_that_a_chart_scrolls(browser: Any, site: Path) -> None:
    for width in (PHONE, DESK):
        with watched(browser, width) as seen:
            page = seen.open(of(site, "en", "chart/bloc_gdp_share"))
            page.wait_for_selector("#drawn svg")
            assert page.is_visible(".sideways a[href$='bloc_gdp_share.en.svg']") == (width == PHONE)
