"""The report in a real browser, from disk: quiet, inside its width, within reach of keys and of everybody."""

import itertools
from pathlib import Path
from typing import Any

import pytest

from assets.wording.figures import LANGUAGES
from tests.browser.browsing import DESK, PHONE, Watched, of, watched

PAGES = (
    "index", "groups", "regions", "indicators", "charts", "compare", "claims", "methods", "data",
    "group/yreb", "region/440000", "indicator/gdp_per_head", "chart/bloc_gdp_share",
)  # fmt: skip
# Least width and height of what a finger presses; links within a sentence are exempt (WCAG 2.2, 2.5.8).
FINGER = 24
# What width and light change; everything else is the same page.
SHAPE_AND_LIGHT = ["color-contrast", "scrollable-region-focusable", "target-size", "link-in-text-block"]
SMALL_TARGETS = """least => [...document.querySelectorAll("a, button, summary, select, input")]
    .filter((each) => each.checkVisibility() && !each.closest("p, .readings, h1, h2"))
    .map((each) => [each.outerHTML.slice(0, 120), each.getBoundingClientRect()])
    .filter(([, { width, height }]) => width && (width < least - 0.1 || height < least - 0.1))
    .map(([text]) => text)"""


@pytest.mark.parametrize(
    ("width", "scheme"), list(itertools.product((PHONE, DESK), ("light", "dark"))), ids=str
)
def test_pages_are_quiet_and_keep_their_width(browser: Any, site: Path, width: int, scheme: str) -> None:
    with watched(browser, width, scheme) as seen:
        wide = [
            (language, page)
            for language in LANGUAGES
            for page in PAGES
            if seen.open(of(site, language, page)) and seen.sideways() > 0
        ]
    assert seen.outside == [] and seen.errors == []
    assert wide == []


def test_a_finger_meets_what_it_presses(browser: Any, site: Path) -> None:
    with watched(browser, PHONE) as seen:
        for page in PAGES:
            small = seen.open(of(site, "en", page)).evaluate(SMALL_TARGETS, FINGER)
            assert small == [], page


@pytest.mark.parametrize(
    ("language", "width", "scheme", "rules"),
    [("en", DESK, "light", None), ("zh-Hant", PHONE, "dark", SHAPE_AND_LIGHT)],
    ids=["en", "zh-Hant"],
)
def test_nobody_is_shut_out(
    browser: Any, site: Path, language: str, width: int, scheme: str, rules: list[str] | None
) -> None:
    """No violation of axe-core's rules on any page type; the second time of those the eye decides."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="the extra `browser` is not installed"
    ).Axe()
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    with watched(browser, width, scheme) as seen:
        found = {}
        for name in PAGES:
            page = seen.open(of(site, language, name))
            if name.startswith("chart/"):
                page.wait_for_selector("#drawn svg")
            violations = axe.run(page, options=options).response["violations"]
            if violations:
                found[name] = [(each["id"], each["nodes"][0]["html"][:120]) for each in violations]
    assert found == {}


def test_by_keyboard_past_the_head_to_the_content(browser: Any, site: Path) -> None:
    with watched(browser) as seen:
        page = seen.open(of(site, "en", "index"))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize(
    "typed", ["changjiangjingjidai", "cjjjd", "長江經濟帶", "长江经济带", "yangtze river e"]
)
def test_search_by_keyboard_in_any_script(browser: Any, site: Path, typed: str) -> None:
    with watched(browser, PHONE) as seen:
        page = seen.open(of(site, "zh-Hans", "index"))
        page.keyboard.press("/")
        page.keyboard.type(typed)
        page.wait_for_selector("#found [data-page='group/yreb.html']")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        before = "all => all.findIndex((each) => each.dataset.page === 'group/yreb.html')"
        for _ in range(page.eval_on_selector_all("#found li", before)):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/zh-Hans/group/yreb.html")
    assert seen.quiet()


def test_a_number_tells_where_it_comes_from(browser: Any, site: Path) -> None:
    """Enter opens the card, Escape closes it and gives the focus back."""
    with watched(browser, PHONE) as seen:
        page = seen.open(of(site, "en", "group/yreb"))
        page.locator("tbody button.figure[data-figure='#ratio_to_nation']").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#card[open]")
        told = page.inner_text("#card-body")
        assert "marts.group_profile/yreb/" in told and "qipan explain marts.group_profile/yreb/" in told
        page.keyboard.press("Escape")
        assert not page.evaluate("document.getElementById('card').open")
        assert page.evaluate("document.activeElement.dataset.figure") == "#ratio_to_nation"
    assert seen.quiet()


def test_the_language_switch_keeps_page_and_place(browser: Any, site: Path) -> None:
    with watched(browser) as seen:
        page = seen.open(of(site, "en", "compare"), "#yreb/bloc_east/gdp_nominal")
        page.wait_for_selector("#compare-table tbody tr")
        page.focus(".languages a[lang=zh-Hant]")
        page.keyboard.press("Enter")
        page.wait_for_url("**/zh-Hant/compare.html#yreb/bloc_east/gdp_nominal")
        page.locator("#compare-table button.figure").first.click()
        page.wait_for_selector("#card[open]")
        assert "/gdp_nominal/yreb/" in page.inner_text("#card-body")
    assert seen.quiet()


def test_light_and_dark_by_a_button(browser: Any, site: Path) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    with watched(browser, scheme="light") as seen:
        page = seen.open(of(site, "en", "index"))
        before = page.evaluate(colour)
        page.click("#theme")
        assert page.evaluate(colour) != before
        seen.open(of(site, "en", "claims"))
        assert page.evaluate(colour) != before


def test_a_chart_answers_the_pointer(browser: Any, site: Path) -> None:
    with watched(browser) as seen:
        page = seen.open(of(site, "en", "chart/bloc_gdp_share"))
        page.wait_for_selector("#drawn svg")
        assert page.is_hidden("#still")
    assert seen.quiet()


@pytest.mark.parametrize("ending", ["html", "embed.html"])
def test_an_embedded_chart_in_a_bare_page(browser: Any, site: Path, tmp_path: Path, ending: str) -> None:
    chart = (site / "charts" / f"bloc_gdp_share.en.{ending}").as_uri()
    bare = tmp_path / "bare.html"
    bare.write_text(f'<!doctype html><title>Bare</title><iframe src="{chart}" title="A chart"></iframe>')
    with watched(browser) as seen:
        page = seen.open(bare)
        framed(seen, page).wait_for_selector("svg .mark-rect", state="attached")
    assert seen.quiet(), seen


def framed(seen: Watched, page: Any) -> Any:
    """The frame of a page that has one."""
    (frame,) = [frame for frame in page.frames if frame is not page.main_frame]
    return frame
