"""Method cards: the formula apart from what follows it; titles in the page's language."""

import re

import pytest

from assets.site.environment import Words
from assets.site.pages.methods import clauses
from tests.small_house import built_house


def test_clauses_after_semicolons_are_details() -> None:
    formula, details = clauses("a = b (Barro 1992; Sala-i-Martin 1996); errors HC1; at least 5 years")
    assert formula == "a = b (Barro 1992; Sala-i-Martin 1996)"
    assert details == ["errors HC1", "at least 5 years"]


def test_a_formula_alone_has_no_details() -> None:
    assert clauses("a = b") == ("a = b", [])


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_what_is_english_only_is_marked_and_said(language: str) -> None:
    page = (built_house().build / "report" / language / "methods.html").read_text(encoding="utf-8")
    words = Words(language)
    assert (
        f"<h2>{words['method-gini']}</h2>" in page and f'<a href="#gini">{words["method-gini"]}</a>' in page
    )
    assert words["methods-english"] in page and words["methods-english"]
    article = page.split('<article id="gini">')[1].split("</article>")[0]
    english = re.findall(r'<(p|p class="formula"|ul class="limits") lang="en">', article)
    assert english == ["p", 'p class="formula"', 'ul class="limits"']
    # what is left without those is in the page's language, but for the id
    rest = re.sub(r'<(p|ul)[^>]* lang="en">.*?</\1>|<code>.*?</code>|<[^>]*>', " ", article, flags=re.DOTALL)
    assert not re.search("[A-Za-z]{2}", rest) and re.search("[\u4e00-\u9fff]", rest)
