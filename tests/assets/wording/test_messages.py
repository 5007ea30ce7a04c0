"""Messages: pieces keep their sources through Fluent; all languages have the same messages and variables."""

import re

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from assets.wording import messages
from assets.wording.figures import LANGUAGES, Figure, Quote, Wording, joined
from assets.wording.messages import FOLDER, MessageError, has_message, worded

NOW = Figure(0.79, "percent", 0, "ratio", ("marts.m/2024",))
THEN = Figure(0.63, "percent", 0, "ratio", ("marts.m/2006",))
NAME = Quote("West", "group_short_name_en", ("marts.m/2024",))


class Variables(Visitor):
    """The variables a message mentions."""

    def __init__(self):
        self.found = set()

    def visit_VariableReference(self, node):  # noqa: N802
        self.found.add(node.id.name)


@pytest.fixture
def written(tmp_path, monkeypatch):
    """A folder of messages for tests: `written("title = …")` puts them into every language."""
    monkeypatch.setattr(messages, "FOLDER", tmp_path)
    messages._bundle.cache_clear()

    def write(text, name="try", languages=LANGUAGES):
        for language in languages:
            (tmp_path / language).mkdir(exist_ok=True)
            (tmp_path / language / f"{name}.ftl").write_text(text, encoding="utf-8")

    yield write
    messages._bundle.cache_clear()


def test_every_figure_and_quotation_keeps_its_row(written):
    written("level = { $name } rose from { $then } to { $now }.")
    said = worded("try", "level", "en", {"name": NAME, "then": THEN, "now": NOW})
    assert said.text == "West rose from 63% to 79%."
    assert said.parts == (
        ("West", NAME), (" rose from ", None), ("63%", THEN), (" to ", None), ("79%", NOW), (".", None),
    )  # fmt: skip
    assert said.figures == (THEN, NOW)


def test_a_wording_inside_another_keeps_its_sources(written):
    written("outer = Thus { $inner }; { $now }")
    inner = joined([NAME, THEN, "x"], " ", "en")
    said = worded("try", "outer", "en", {"inner": inner, "now": NOW})
    assert said.text == "Thus West 63% x; 79%"
    assert [source for _, source in said.parts if source] == [NAME, THEN, NOW]


def test_a_figure_used_twice_is_bound_twice(written):
    written("twice = { $now } and { $now }")
    assert worded("try", "twice", "en", {"now": NOW}).figures == (NOW, NOW)


def test_plurals_follow_the_figure(written):
    written("n = { NUMBER($n) ->\n    [0] none\n    [one] { $n } unit\n   *[other] { $n } units\n}")
    said = [worded("try", "n", "en", {"n": Figure(value, "count")}).text for value in (0, 1, 2)]
    assert said == ["none", "1 unit", "2 units"]


def test_a_message_without_text_is_false():
    assert not Wording(())


@pytest.mark.parametrize(
    ("text", "message", "complaint"),
    [
        ("title = x", "note", "no message 'note'"),
        ("title = { $absent }", "title", "absent"),
        ("title = { $", "title", "cannot be read at"),
    ],
)
def test_what_cannot_be_said_is_refused(written, text, message, complaint):
    written(text)
    with pytest.raises(MessageError, match=complaint):
        worded("try", message, "en")


def test_a_language_without_the_file_is_refused(written):
    written("title = x", languages=["en", "zh-Hans"])
    assert has_message("try", "title", "en")
    with pytest.raises(MessageError, match=r"zh-Hant/try\.ftl is missing; every language needs it"):
        worded("try", "title", "zh-Hant")


@pytest.mark.parametrize("name", sorted(path.stem for path in (FOLDER / "en").glob("*.ftl")))
def test_all_languages_have_the_same_messages_and_state_the_same_facts(name):
    expected = variables(name, "en")
    for language in LANGUAGES:
        found = variables(name, language)
        assert found.keys() == expected.keys()
        # a title may leave out a year that the other languages need there, if another part has it
        assert set().union(*found.values()) == set().union(*expected.values()), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reading_states_the_same_facts_message_by_message(language):
    assert variables("readings", language) == variables("readings", "en")


def variables(name, language):
    """The variables of every message of a file."""
    found = {}
    for entry in FluentParser().parse((FOLDER / language / f"{name}.ftl").read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{language}/{name}.ftl: {entry.content[:80]}"
        if isinstance(entry, ast.Message):
            visitor = Variables()
            visitor.visit(entry)
            found[entry.id.name] = visitor.found
    return found


@pytest.mark.parametrize(("language", "encoding"), [("zh-Hans", "gb2312"), ("zh-Hant", "big5hkscs")])
@pytest.mark.parametrize("name", sorted(path.stem for path in (FOLDER / "en").glob("*.ftl")))
def test_no_character_belongs_to_the_other_script(name, language, encoding):
    text = (FOLDER / language / f"{name}.ftl").read_text(encoding="utf-8")
    # a switch of languages names each in its own script
    text = re.sub(r"^language-.*$", "", text, flags=re.MULTILINE)
    foreign = {
        letter for letter in text if "\u4e00" <= letter <= "\u9fff" and not letter.encode(encoding, "ignore")
    }
    assert foreign == set()
