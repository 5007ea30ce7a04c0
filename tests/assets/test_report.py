"""The report page: labels cannot become markup, and nothing on it asks the network for anything."""

import base64
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import pytest

from assets.report import LANGUAGES, VERDICTS, report_step
from assets.steps import Outcome, Place, Step
from tests.small_house import built_house

EVIL = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
CHART = Step("charts/evil", "A chart.", (), "d", lambda connection: Outcome())
FETCHING = ("src", "srcset", "href", "action", "data", "poster", "background")


class Page(HTMLParser):
    """Tags, attributes and text of a page, the scripts apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text = ""
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_script = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)
        else:
            self.text += data


@pytest.fixture(scope="module")
def evil_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The report of a house in which a claim, a check and a chart carry markup in their words."""
    house = built_house()
    place = Place(root=house.root, pack="cn", build=tmp_path_factory.mktemp("build"))
    place.build_file.parent.mkdir(parents=True)
    shutil.copyfile(house.build_file, place.build_file)
    folder = place.staged / "charts"
    folder.mkdir(parents=True)
    for language in LANGUAGES:
        spec = {"description": EVIL, "data": {"values": [{"name": EVIL}]}}
        (folder / f"evil.{language}.vl.json").write_text(json.dumps(spec), encoding="utf-8")
    with duckdb.connect(str(place.build_file)) as connection:
        connection.execute(
            "update marts.claims set statement_en = ?, note = ?, null_reason = null", [EVIL, EVIL]
        )
        connection.execute(
            "insert into build.checks values ('core/evil', ?, false, false, ?, ?)", [EVIL, EVIL, EVIL]
        )
        report_step(place, [CHART]).run(connection)
    yield Page((place.staged / "report" / "index.html").read_text(encoding="utf-8"))


def test_markup_in_labels_stays_text(evil_page: Page) -> None:
    assert EVIL in evil_page.text
    assert "img" not in {tag for tag, _ in evil_page.tags}
    assert not [name for _, attributes in evil_page.tags for name in attributes if name.startswith("on")]


def test_no_label_ends_a_script(evil_page: Page) -> None:
    # the charts as data, the renderer's bundle and our few lines; a fourth would be a label that got out
    kinds = [attributes.get("type") for tag, attributes in evil_page.tags if tag == "script"]
    assert kinds == ["application/json", None, None]
    data = evil_page.scripts[0]
    assert "<" not in data and "alert(1)" in data
    read_back = json.loads(data)["evil"]["en"]
    assert read_back["description"] == EVIL
    assert read_back["data"]["values"] == [{"name": EVIL}]
    assert "alert(" not in evil_page.scripts[-1]


def test_a_description_becomes_the_picture_s_name(evil_page: Page) -> None:
    names = [
        attributes.get("aria-label") for _, attributes in evil_page.tags if attributes.get("role") == "img"
    ]
    assert names == [EVIL]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page((built_house().build / "report" / "index.html").read_text(encoding="utf-8"))


def test_the_page_forbids_requests(page: Page) -> None:
    policies = [
        attributes["content"]
        for tag, attributes in page.tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    (policy,) = policies
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";") if rule.strip())
    assert rules["default-src"] == "'none'"
    assert "http" not in policy and "*" not in policy and "connect-src" not in rules
    assert "unsafe" not in rules["script-src"]
    # only the scripts the page was made with run, known by their digest
    made = [
        f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in page.scripts[1:]
    ]
    assert rules["script-src"].split() == made


def test_the_page_asks_the_network_for_nothing(page: Page) -> None:
    asked = [
        (tag, name, value)
        for tag, attributes in page.tags
        for name, value in attributes.items()
        if name in FETCHING
        and not (value or "").startswith(("#", "data:"))
        # a link is followed by a person, not by the page
        and tag != "a"
    ]
    assert asked == []
    styles = " ".join(value or "" for _, attributes in page.tags for value in [attributes.get("style")])
    assert "url(" not in styles and "@import" not in page.text
    assert not re.search(r"fetch\(|XMLHttpRequest|import\(", page.scripts[-1])


def test_every_verdict_of_the_claims_is_shown_in_both_languages(page: Page) -> None:
    with duckdb.connect(str(built_house().published_file), read_only=True) as connection:
        verdicts = connection.execute("select distinct verdict from marts.claims").fetchall()
    assert {verdict for (verdict,) in verdicts} <= set(VERDICTS)
    for (verdict,) in verdicts:
        for language in LANGUAGES:
            assert VERDICTS[verdict][language] in page.text


def test_the_page_shows_blocs_with_their_figures(page: Page) -> None:
    for words in ("东部", "East", "西部", "West", "1.69", "census"):
        assert words in page.text


def test_report_is_made_again_when_a_chart_or_its_template_changes(tmp_path: Path) -> None:
    place = Place(root=tmp_path, pack="cn", build=tmp_path)
    step = report_step(place, [CHART])
    assert "charts/evil" in step.deps
    assert {"marts/claims", "marts/group_profile", "marts/coverage"} < set(step.deps)


def test_a_chart_not_made_again_is_taken_from_the_release(tmp_path: Path) -> None:
    from assets.report import _chart_file

    place = Place(root=tmp_path, pack="cn", build=tmp_path / "build")
    assert _chart_file(place, "evil", "en") == place.build / "charts" / "evil.en.vl.json"
    staged = place.staged / "charts" / "evil.en.vl.json"
    staged.parent.mkdir(parents=True)
    staged.touch()
    assert _chart_file(place, "evil", "en") == staged
