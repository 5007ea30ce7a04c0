"""The linter and its rows: rounding, inconclusive verdicts, words as data, cells by their grain."""

import duckdb
import pytest

from assets.wording.figures import LANGUAGES, Wording
from assets.wording.linter import lint
from assets.wording.linter_lookup import LookupFailedError, lookup_in
from assets.wording.linter_words import LinterWordsError, findings, words
from tests.assets.wording.printed_sentences import (
    CELLS,
    END,
    NOW,
    RATIO_NOW,
    START,
    TEST,
    THEN,
    P,
    lookup,
    rules,
    sentence,
)


@pytest.mark.parametrize("text", ["78.9%", "79.05%", "79%", "0.790", "79.0"])
def test_a_figure_not_written_as_its_cell_is_caught(text):
    wording = Wording(((text, RATIO_NOW), (" of the nation.", None)))
    assert "rounding" in rules(wording)


def test_a_figure_that_no_longer_agrees_with_the_mart_is_caught():
    wording = sentence(RATIO_NOW, " of the nation.")
    moved = CELLS | {NOW: CELLS[NOW] | {"ratio": 0.7912}}
    (problem,) = lint(wording, "en", lookup(moved))
    assert (problem.rule, problem.found, problem.expected) == ("rounding", "79.0%", "79.1%")


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ("Converging: dispersion fell from ", START, " to ", END, ", p ", P, ".")),
        ("zh-Hans", ("差异由", START, "缩小至", END, "，p ", P, "：收敛。")),
        ("zh-Hant", ("差異由", START, "縮小至", END, "，p ", P, "：收斂。")),
    ],
)
def test_a_row_that_turned_inconclusive_allows_neither_verdict_nor_change(language, parts):
    wording = sentence(*parts, language=language)
    turned = CELLS | {TEST: CELLS[TEST] | {"verdict": "inconclusive"}}
    problems = lint(wording, language, lookup(turned))
    assert {problem.rule for problem in problems} == {"verdict"}
    # the word of the old verdict, the word of change, and the missing word 'inconclusive'
    assert len(problems) == 3


def test_inconclusive_is_not_no_change():
    turned = CELLS | {TEST: CELLS[TEST] | {"verdict": "inconclusive"}}
    said = sentence("Inconclusive: dispersion ", START, " and ", END, ", p ", P, "; unchanged.")
    assert "verdict" in rules(said, cells=turned)
    assert (
        rules(sentence("Inconclusive: dispersion ", START, " and ", END, ", p ", P, "."), cells=turned)
        == set()
    )


def test_a_problem_names_sentence_piece_found_and_expected():
    (problem,) = lint(sentence("It rose. Now ", RATIO_NOW, " percentage points."), "en", lookup())[1:]
    assert str(problem) == (
        f"unit: '79.0% ({NOW}#ratio)' in 'Now 79.0% percentage points.': found 79.0% percentage points;"
        " expected 'percentage points' after a figure of kind points, not percent"
    )


def test_every_verdict_has_words_in_every_language():
    stated = {
        language: {(word.mart, word.verdict) for known in words(language).verdicts.values() for word in known}
        for language in LANGUAGES
    }
    assert stated["zh-Hans"] == stated["zh-Hant"] == stated["en"]
    assert {mart for mart, _ in findings()} <= {mart for mart, _ in stated["en"]}


def test_every_direction_and_sign_has_words_in_every_language():
    for language in LANGUAGES:
        known = {(word.sense, word.sign) for word in words(language).directions.values()}
        assert {("level", 1), ("level", 0), ("level", -1), ("distance", 1), ("distance", -1)} <= known


@pytest.mark.parametrize(
    ("file", "line", "complaint"),
    [
        ("units", "language,word,kinds\nen,miles,length\n", "'miles' names length; kinds are year"),
        ("directions", "language,word,sense,sign\nen,leapt,level,2\n", "'leapt' has level, 2"),
    ],
)
def test_a_wrong_line_of_words_is_refused(tmp_path, monkeypatch, file, line, complaint):
    for name in ("units", "directions", "verdicts", "allowed"):
        (tmp_path / f"{name}.csv").write_text(line if name == file else "language\n", encoding="utf-8")
    monkeypatch.setattr("assets.wording.linter_words.FOLDER", tmp_path)
    with pytest.raises(LinterWordsError, match=complaint):
        words.__wrapped__("en")


def test_cells_are_found_by_the_grain_of_the_mart():
    with duckdb.connect() as connection:
        connection.execute("create schema marts")
        connection.execute("create table marts.claims as select 'H1' as claim_id, 'reproduced' as verdict")
        found = lookup_in(connection)
        assert found("marts.claims/H1", "verdict") == "reproduced"
        with pytest.raises(LookupFailedError, match=r"marts\.claims/H2 is no row"):
            found("marts.claims/H2", "verdict")
        with pytest.raises(LookupFailedError, match="has no column 'p_value'"):
            found("marts.claims/H1", "p_value")
        with pytest.raises(LookupFailedError, match=r"marts\.nothing is no mart"):
            found("marts.nothing/H1", "verdict")
    assert found.key(THEN)["period"] == "2006"
