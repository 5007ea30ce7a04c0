"""The site: every page in three languages and the files beside them, written in one pass."""

import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import jinja2

from assets.site.card_rows import write_rows
from assets.site.comparison import write_comparison
from assets.site.dictionary import write_dictionary
from assets.site.environment import STATIC, Words, environment
from assets.site.house import House, read_house
from assets.site.pages import PAGE_TYPES, Page
from assets.site.printing import Printer
from assets.site.rows import Row
from assets.site.search import write_search
from assets.steps import Place, Step
from assets.wording.figures import LANGUAGES

# Words the scripts put on a page.
SCRIPT_WORDS = (
    "search-group", "search-region", "search-indicator", "search-chart", "search-none", "card-address",
    "card-column", "card-meaning", "card-method", "card-inputs", "card-edition", "card-publisher", "card-row",
    "card-rows", "card-weak", "card-cells", "card-explain", "card-reason", "card-english", "card-simplified",
    "card-yes", "column-year", "column-ratio", "column-share",
    "compare-none", "compare-none-side", "compare-first-year", "compare-unknown", "card-listed",
    "card-computed", "unit-rows",
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
    write_dictionary(connection, house, static)
    write_comparison(connection, static)
    shown: dict[str, dict[str, Row]] = {}
    pages = 1
    for language in LANGUAGES:
        for page, rows in _write_language(house, language, target).items():
            shown.setdefault(page, {}).update(rows)
            pages += 1
    write_rows(shown, static)
    first = environment(Printer("en", {})).get_template("choice.html.jinja")
    (target / "index.html").write_text(first.render(), encoding="utf-8")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    return {"pages": pages, "charts": len(house.pictures), "megabytes": round(size / 1e6, 1)}


def _write_language(house: House, language: str, target: Path) -> dict[str, Mapping[str, Row]]:
    """Writes the pages of one language; returns the rows behind the numbers of each by address."""
    printer = Printer(language, house.known)
    templates = environment(printer)
    words = Words(language)
    _write_words(words, target / "static")
    shared = {
        "language": language,
        "languages": LANGUAGES,
        "words": words,
        "house": house,
    }
    shown = {}
    folders: set[Path] = set()
    for page in all_pages(house, language):
        path = target / language / page.path
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        path.write_text(render(page, templates, shared), encoding="utf-8")
        shown[page.path] = printer.taken()
    return shown


def _write_words(words: Words, static: Path) -> None:
    """Writes `words.<language>.js`: the words the scripts put on a page."""
    text = json.dumps({name: words[name] for name in SCRIPT_WORDS}, ensure_ascii=False, sort_keys=True)
    (static / f"words.{words.language}.js").write_text(f"globalThis.qipanWords = {text};\n", encoding="utf-8")


def all_pages(house: House, language: str) -> Iterator[Page]:
    """Every page of one language."""
    for pages in PAGE_TYPES:
        yield from pages(house, language)


def render(page: Page, templates: jinja2.Environment, shared: dict[str, Any]) -> str:
    """One page as text."""
    return templates.get_template(page.template).render(
        **shared,
        **page.context,
        path=page.path,
        section=page.section,
        up="../" * page.path.count("/"),
    )
