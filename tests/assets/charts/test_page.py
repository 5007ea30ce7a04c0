"""A chart as a page: nothing asked of others, everything escaped, readable with a screen reader."""

import functools
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from assets.charts.embedding import passport
from assets.charts.library import bundle_name, write_bundle
from assets.charts.page import page_text, shared_page_text, spoken, table_text
from assets.charts.reading import Words
from assets.charts.rendering import spec_text, svg_text
from assets.wording.figures import Figure, Wording
from tests.assets.charts.frames import charts_by_id
from tests.assets.charts.test_embedding import frame

CHART = charts_by_id()["bloc_gdp_per_head"]
HOSTILE = "</script><script>alert(1)</script> <!-- \"quoted\" & 'so'"


def drawn(words: Words, language: str = "en", extra: str = "") -> tuple[str, str]:
    """The whole page and the small one."""
    spec = CHART.draw(frame(), language)
    spec["description"] = spec["description"] + extra
    text = spec_text(spec)
    svg = svg_text(text, words.title, words.description, language)
    said = passport(CHART, frame(), words, language, "0123456789", svg)
    return page_text(CHART, frame(), words, said, text, svg), shared_page_text(words, said, text)


@pytest.fixture(scope="module")
def pages() -> tuple[str, str]:
    return drawn(CHART.words(frame(), "zh-Hans"), "zh-Hans")


@pytest.fixture(scope="module")
def hostile_pages() -> tuple[str, str]:
    words = {
        part: Wording(((wording.text + HOSTILE, None),))
        for part, wording in CHART.words(frame(), "en").parts.items()
    }
    return drawn(Words(words), extra=HOSTILE)


def test_the_whole_page_fetches_nothing_and_holds_the_table(pages: tuple[str, str]) -> None:
    page = pages[0]
    assert '<html lang="zh-Hans">' in page
    assert "default-src 'none'" in page and "unsafe-eval" not in page
    assert "<script src" not in page and 'rel="stylesheet"' not in page
    assert "actions: false" in page
    assert page.split("<script", 1)[0].count("<tr><td") == len(frame())


def test_both_pages_carry_heading_citation_and_licence(pages: tuple[str, str]) -> None:
    words = CHART.words(frame(), "zh-Hans")
    for page in pages:
        assert f"<h1>{words.title}</h1>" in page
        assert "第0123456789版" in page and "Apache License 2.0" in page
        assert "<figcaption" in page and '<meta name="qipan-chart" content="bloc_gdp_per_head"' in page


def test_figures_of_the_caption_name_their_row(pages: tuple[str, str]) -> None:
    for page in pages:
        assert (
            'data-row="marts.group_gap/bloc_northeast/2021" data-column="ratio" data-kind="percent">90%<'
            in page
        )


def test_only_a_figure_that_is_its_cell_names_it() -> None:
    """exp(0.3) - 1 = 35 % is worked out from a cell that holds 0.3: a checker must not compare the two."""
    row = ("marts.convergence_verdicts/1",)
    parts = tuple(
        (how, Figure(0.35, "percent", 0, "log_change", row, how)) for how in ("read", "computed", "counted")
    )
    assert str(spoken(Wording(parts))) == (
        '<data value="0.35" data-row="marts.convergence_verdicts/1" data-column="log_change"'
        ' data-kind="percent">read</data>computedcounted'
    )


def test_the_small_page_loads_one_file_and_keeps_the_picture(pages: tuple[str, str]) -> None:
    page = pages[1]
    assert f'library.src = "{bundle_name()}"' in page and "'strict-dynamic'" in page
    assert '<noscript><img class="picture" src="bloc_gdp_per_head.zh-Hans.svg" alt="' in page
    assert len(page.encode()) < 60_000


def test_what_sources_wrote_cannot_leave_its_place(hostile_pages: tuple[str, str]) -> None:
    """Only the library, which is the renderer's own text, may hold what ends a script."""
    for page in hostile_pages:
        own = re.sub(r"<noscript>.*?</noscript>", "", page, flags=re.DOTALL)
        assert "<script>alert" not in own and "<!--" not in own.split("</script>")[0]
        (spec,) = re.findall(r'<script id="spec" type="application/json">(.*?)</script>', page, re.DOTALL)
        assert json.loads(spec)["description"].endswith(HOSTILE)
        (label,) = re.findall(r'id="chart" class="picture" role="img" aria-label="([^"]*)"', page)
        assert "&lt;/script&gt;" in label and "&#34;quoted&#34;" in label


def test_table_has_headings_of_its_language() -> None:
    table = table_text(CHART, frame(), "en")
    assert '<th scope="col">Year</th><th scope="col">Group</th>' in table
    assert "<td>2019</td>" in table and '<td class="number">1.3000</td>' in table


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, pages: tuple[str, str], hostile_pages: tuple[str, str]
) -> Iterator[tuple[Path, str]]:
    """Both pages with the library beside them, on disk and behind a server of this machine."""
    folder = tmp_path_factory.mktemp("charts")
    write_bundle(folder)
    for kind, (whole, small) in {"plain": pages, "hostile": hostile_pages}.items():
        (folder / f"{kind}.html").write_text(whole, encoding="utf-8")
        (folder / f"{kind}.embed.html").write_text(small, encoding="utf-8")
    handler = functools.partial(Silent, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser_pages_draw_ask_nobody_and_pass_axe(served: tuple[Path, str], scheme: str) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra 'browser'")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra 'browser'")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs Chromium")
    folder, address = served
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for base in (folder.as_uri(), address):
            for name in ("plain.html", "plain.embed.html", "hostile.html", "hostile.embed.html"):
                page = browser.new_page(color_scheme=scheme)
                said: list[str] = []
                asked: list[str] = []
                page.on("console", lambda message, said=said: said.append(message.text))
                page.on("pageerror", lambda error, said=said: said.append(str(error)))
                page.on("dialog", lambda dialog, said=said: said.append(dialog.message))
                page.on("request", lambda request, asked=asked: asked.append(request.url))
                page.goto(f"{base}/{name}")
                page.wait_for_selector("#chart svg")
                expected = [f"{base}/{name}"] + ([f"{base}/{bundle_name()}"] if "embed" in name else [])
                assert (said, [url for url in asked if not url.startswith("data:")]) == ([], expected)
                # the picture is drawn for white: half a dark page around it would look broken
                backgrounds = "[document.body, chart].map(part => getComputedStyle(part).backgroundColor)"
                assert page.evaluate(backgrounds) == ["rgb(255, 255, 255)"] * 2
                violations = axe.Axe().run(page).response["violations"]
                assert [found["id"] for found in violations] == []
                page.close()
        browser.close()
