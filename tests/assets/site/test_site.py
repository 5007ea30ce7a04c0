"""The whole site of the small house: complete, linked, bound to rows, asking nobody, repeatable."""

import re
from pathlib import Path
from urllib.parse import urldefrag

import duckdb
import pytest

from assets.site.environment import STATIC
from assets.site.pages.page import FIELDS
from assets.site.printing import written
from assets.site.site import build
from assets.steps import Place
from assets.wording.figures import KINDS, LANGUAGES
from tests.assets.site.reading_pages import ReadPage
from tests.small_house import built_house, tree_state

LISTS = ("index", "groups", "regions", "indicators", "charts", "compare", "claims", "methods", "data")
EACH = {"group": "core.groups", "region": "core.regions", "indicator": "core.indicators"}
SAMPLE = (
    "index",
    "group/bloc_east",
    "group/yreb",
    "region/440000",
    "indicator/gdp_per_head",
    "claims",
    "compare",
)


@pytest.fixture(scope="module")
def report() -> Path:
    return built_house().build / "report"


@pytest.fixture(scope="module")
def pages(report: Path) -> list[ReadPage]:
    return [ReadPage(path) for path in sorted(report.rglob("*.html"))]


def read(report: Path, language: str, name: str) -> ReadPage:
    return ReadPage(report / language / f"{name}.html")


def test_every_page_type_is_there_in_three_languages(report: Path) -> None:
    with duckdb.connect(str(built_house().published_file), read_only=True) as release:
        expected = {f"{name}.html" for name in LISTS}
        for folder, table in EACH.items():
            column = f"{folder}_id"
            ids = release.execute(f"select {column} from {table}").fetchall()
            expected |= {f"{folder}/{identifier}.html" for (identifier,) in ids}
    for language in LANGUAGES:
        found = {str(path.relative_to(report / language)) for path in (report / language).rglob("*.html")}
        assert found == expected


def test_every_link_and_file_exists(pages: list[ReadPage], report: Path) -> None:
    """Links inside the site, scripts, styles and pictures; charts and exports lie beside it."""
    known = {path.resolve() for path in report.rglob("*") if path.is_file()}
    missing = set()
    for page in pages:
        for address in {*page.links(), *page.asked()}:
            place = urldefrag(address)[0]
            if not place or place.startswith("data:") or place.endswith("static/"):
                continue
            target = (page.path.parent / place).resolve()
            if target not in known and not target.is_file():
                missing.add((str(page.path.relative_to(report)), address))
    assert missing == set()


def test_fragments_point_at_something(report: Path) -> None:
    page = read(report, "en", "indicators")
    ids = {attributes.get("id") for _, attributes in page.tags}
    linked = {
        urldefrag(address)[1]
        for address in read(report, "en", "index").links()
        if "indicators.html#" in address
    }
    assert linked <= ids and linked <= set(FIELDS) and linked


def test_no_page_asks_anybody_else_for_anything(pages: list[ReadPage], report: Path) -> None:
    for page in pages:
        assert not [
            address for address in page.asked() if re.match(r"[a-z]+:|//", address) and address != "data:,"
        ]
        assert not [name for _, attributes in page.tags for name in attributes if name.startswith("on")]
        assert not any("style" in attributes for _, attributes in page.tags)
    styles = (report / "static" / "site.css").read_text(encoding="utf-8")
    assert "url(" not in styles and "@import" not in styles
    for path in sorted((report / "static").glob("*.js")):
        if path.name in ("search.js", "dictionary.js") or path.name.startswith("words."):
            continue
        script = path.read_text(encoding="utf-8")
        assert not re.search(
            r"fetch\(|XMLHttpRequest|import\(|eval\(|innerHTML|https?:",
            script.replace("http://www.w3.org/2000/svg", ""),
        ), path.name


def test_only_files_beside_the_page_may_run(pages: list[ReadPage]) -> None:
    for page in pages:
        policy = page.policy
        assert policy["default-src"] == ["'none'"]
        assert policy["script-src"] == policy["style-src"] == ["'self'"]
        assert not any("unsafe" in value or "*" in value for values in policy.values() for value in values)
        # a script element without a file would be one that a label has opened
        assert all("src" in script or script["type"] == "application/json" for script in page.scripts)


def test_printed_numbers_are_those_of_their_rows(report: Path) -> None:
    """Every number of some pages: its row exists, and the figure written is the one in the row."""
    checked = 0
    with duckdb.connect(str(built_house().published_file), read_only=True) as release:
        for name in SAMPLE:
            page = read(report, "en", name)
            bound = {address.split("#")[0] for address, _ in (*page.figures, *page.spoken)}
            assert bound <= page.rows.keys()
            for address, text in page.figures[:: max(1, len(page.figures) // 25)]:
                row, column = address.split("#")
                if not column:
                    # a count of rows
                    continue
                value = stored(release, row, column)
                if isinstance(value, str):
                    continue
                kinds = set(KINDS) - {"p_value"}
                ways = {written(value, kind, digits) for kind in kinds for digits in (-1, 0, 1, 2, 3)}
                counted = re.fullmatch(r"[\d,]+", text) and column in ("verdict",)
                assert text in ways or counted, (address, text, value)
                checked += 1
    assert checked > 50


def stored(release: duckdb.DuckDBPyConnection, address: str, column: str) -> object:
    """The value at an address, looked up by its key as text."""
    from assets.site.rows import grains_of

    table = address.split("/")[0]
    grain = grains_of(built_house().root)[table.replace(".", "/")]
    key = ", ".join(f"cast({part} as varchar)" for part in grain)
    query = f"select {column} from {table} where concat_ws('/', '{table}', {key}) = ?"
    ((value,),) = release.execute(query, [address]).fetchall()
    return value


def test_numbers_are_the_same_in_every_language(report: Path) -> None:
    for name in SAMPLE:
        tables = [
            sorted(pair for pair in all_figures(report, language, name) if re.search(r"\d", pair[1]))
            for language in LANGUAGES
        ]
        assert tables[0] == tables[1] == tables[2], name


def all_figures(report: Path, language: str, name: str) -> list[tuple[str, str]]:
    page = read(report, language, name)
    return [*page.figures, *page.spoken]


def test_the_language_switch_keeps_the_page(report: Path) -> None:
    links = read(report, "zh-Hant", "group/yreb").links()
    assert {f"../../{language}/group/yreb.html" for language in LANGUAGES} <= set(links)


def test_a_second_build_gives_equal_bytes(tmp_path: Path, report: Path) -> None:
    house = built_house()
    states = []
    for name in ("one", "two"):
        place = Place(root=house.root, pack="cn", build=tmp_path / name)
        with duckdb.connect(str(house.build_file), read_only=True) as connection:
            build(connection, place, [], "release")
        states.append(tree_state(place.staged / "report"))
    assert states[0] == states[1]
    assert len(states[0]) > 2000


def test_no_style_is_stated_twice() -> None:
    """A rule pasted into the middle of another one leaves its own selector and takes the other's away."""
    styles = (STATIC / "site.css").read_text(encoding="utf-8")
    rules = [line for line in styles.splitlines() if line.endswith("}") and "{" in line]
    assert len(rules) > 50 and sorted(set(rules)) == sorted(rules)
    assert not [line for line in styles.splitlines() if "/*" in line and not line.lstrip().startswith("/*")]
