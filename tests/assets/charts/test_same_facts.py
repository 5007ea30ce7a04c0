"""Every message of a chart gives the same facts, each as often, in all three languages."""

from collections import Counter
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Pattern, Placeable, SelectExpression, VariableReference

from assets.wording.figures import LANGUAGES
from assets.wording.messages import message_files
from tests.assets.charts.frames import charts_by_id


def facts_of(pattern):
    """How often a pattern gives each value. A plural form is chosen by a value without giving it."""
    found = Counter()
    for element in pattern.elements:
        if not isinstance(element, Placeable):
            continue
        if isinstance(element.expression, VariableReference):
            found[element.expression.id.name] += 1
        elif isinstance(element.expression, SelectExpression):
            forms = [facts_of(variant.value) for variant in element.expression.variants]
            assert all(form == forms[0] for form in forms), "plural forms differ in their facts"
            found += forms[0]
    return found


def facts_by_message(text):
    """The facts of every message of a Fluent text, by its name."""
    body = FluentParser().parse(text).body
    return {
        entry.id.name: facts_of(entry.value)
        for entry in body
        if isinstance(entry, Message) and isinstance(entry.value, Pattern)
    }


@pytest.mark.parametrize("chart_id", charts_by_id())
def test_languages_give_the_same_facts_as_often(chart_id):
    files = {path.parent.name: Path(path).read_text(encoding="utf-8") for path in message_files(chart_id)}
    found = {language: facts_by_message(files[language]) for language in LANGUAGES}
    for language in LANGUAGES:
        assert found[language].keys() == found["en"].keys()
        unequal = {
            message: (facts, found["en"][message])
            for message, facts in found[language].items()
            if facts != found["en"][message]
        }
        assert not unequal, f"{chart_id}.ftl, {language} against en: {unequal}"


def test_a_value_given_twice_counts_twice():
    assert facts_by_message("title = { $a } of { $b }, again { $a }") == {"title": Counter(a=2, b=1)}


def test_the_value_that_chooses_a_plural_form_is_not_given_by_it():
    text = "title = { NUMBER($n) ->\n    [one] { $n } event\n   *[other] { $n } events\n } of { $all }\n"
    assert facts_by_message(text) == {"title": Counter(n=1, all=1)}


def test_plural_forms_that_differ_are_refused():
    text = "title = { NUMBER($n) ->\n    [one] one event\n   *[other] { $n } events\n }\n"
    with pytest.raises(AssertionError, match="plural forms differ"):
        facts_by_message(text)
