"""The site: every page in three languages and the files beside them, written in one pass."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import jinja2
from markupsafe import Markup

from assets.site.comparison import write_comparison
from assets.site.dictionary import write_dictionary
from assets.site.environment import STATIC, Words, environment
from assets.site.house import House, read_house
from assets.site.pages import PAGE_TYPES, Page
from assets.site.printing import Printer
from assets.site.rows import inline_json
from assets.site.search import write_search
from assets.steps import Place, Step
from assets.wording.figures import LANGUAGES

# Words the scripts put on a page.
SCRIPT_WORDS = (
    "search-group", "search-region", "search-indicator", "search-chart", "search-none", "card-address",
    "card-column", "card-meaning", "card-method", "card-inputs", "card-edition", "card-publisher", "card-row",
    "card-rows", "card-weak", "card-cells", "card-explain", "column-year", "column-ratio", "column-share",
    "compare-none",
)  # fmt: skip


def build(
    connection: duckdb.DuckDBPyConnection,
    place: Place,
    charts: list[Step],
    release: str = "",
    downloads: tuple[tuple[str, int], ...] = (),
) -> dict[str, object]:
    """Writes the site to `place.staged / "report"` and returns facts about it."""
    house = read_house(connection, place, charts, release, downloads)
    target = place.staged / "report"
    # pages of things that are no more would stay
    shutil.rmtree(target, ignore_errors=True)
    static = target / "static"
    shutil.copytree(STATIC, static)
    write_search(house, static)
    write_dictionary(house, static)
    write_comparison(connection, static)
    if house.pictures:
        from assets.charts.page import bundle

        (static / "vega.js").write_text(bundle(), encoding="utf-8")
    pages = sum(_write_language(house, language, target) for language in LANGUAGES)
    first = environment(Printer("en", {})).get_template("choice.html.jinja")
    (target / "index.html").write_text(first.render(), encoding="utf-8")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    return {"pages": pages, "charts": len(house.pictures), "megabytes": round(size / 1e6, 1)}


def _write_language(house: House, language: str, target: Path) -> int:
    templates = environment(Printer(language, house.known))
    words = Words(language)
    shared = {
        "language": language,
        "languages": LANGUAGES,
        "words": words,
        "house": house,
        "script_words": Markup(inline_json({name: words[name] for name in SCRIPT_WORDS})),
    }
    count = 0
    for page in all_pages(house, language):
        path = target / language / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        text = render(page, templates, shared)
        path.write_text(text, encoding="utf-8")
        count += 1
    return count


def all_pages(house: House, language: str) -> Iterator[Page]:
    """Every page of one language."""
    for pages in PAGE_TYPES:
        yield from pages(house, language)


def render(page: Page, templates: jinja2.Environment, shared: dict[str, Any]) -> str:
    """One page as text; the rows its numbers came from stand at its end."""
    return templates.get_template(page.template).render(
        **shared,
        **page.context,
        path=page.path,
        section=page.section,
        up="../" * page.path.count("/"),
    )
