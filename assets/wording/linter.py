"""The linter of finished sentences: nothing in print that the mart rows behind it do not say.

It reads the words as printed and the cells anew, and knows nothing of templates: charts, readings and pages
are checked alike. Words of unit, direction and verdict are lines of `linter/*.csv`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assets.wording.figures import Wording
from assets.wording.linter_evidence import changes, mart_of, verdict_of, verdicts
from assets.wording.linter_figures import unlike_the_cell, wrong_periods, wrong_units, years_spoken_of
from assets.wording.linter_lookup import Lookup
from assets.wording.linter_problems import Problem
from assets.wording.linter_sentences import Sentence, nearest, occurrences, sentences
from assets.wording.linter_words import Words, findings, words

INCONCLUSIVE = "inconclusive"
LOOSE_NUMBER = re.compile(r"\d[\d.,]*")


def lint(wording: Wording, language: str, lookup: Lookup) -> list[Problem]:
    """Everything wrong with a wording: loose digits, units, periods, directions, rounding, verdicts."""
    known, years = words(language), years_spoken_of(wording)
    found: list[Problem] = []
    for sentence in sentences(wording, _silent(language, lookup.names.get(language, frozenset()))):
        found += _loose_digits(sentence)
        found += wrong_units(sentence, known)
        found += wrong_periods(sentence, years, lookup)
        found += unlike_the_cell(sentence, language, known, lookup)
        found += _wrong_directions(sentence, language, known, lookup)
        found += _wrong_verdicts(sentence, language, known, lookup)
    return [*found, *_missing_verdicts(wording, language, known, lookup)]


def _loose_digits(sentence: Sentence) -> Iterator[Problem]:
    """Numbers no row stands behind."""
    for match in LOOSE_NUMBER.finditer(sentence.free):
        expected = "a figure bound to a row, or a line of linter/allowed.csv"
        yield Problem("digit", sentence.text, match[0], "a number without a row", expected)


def _wrong_directions(sentence: Sentence, language: str, known: Words, lookup: Lookup) -> Iterator[Problem]:
    """Words of change that contradict the change, that have none, or that claim an inconclusive finding."""
    said, judged = changes(sentence, lookup), verdicts(sentence, lookup)
    for word, span in occurrences(sentence.free, known.directions, language):
        direction = known.directions[word]
        behind = nearest(sentence, span, said) if said else []
        signs = {change.sign(direction.sense) for change in behind} - {None}
        if not behind:
            expected = "no word of change without a change: a signed figure, or two years of one number"
            yield Problem("direction", sentence.text, word, word, expected)
        elif signs and direction.sign not in signs:
            shown = " or ".join(change.said for change in behind)
            yield Problem("direction", sentence.text, word, word, f"a word for {shown}")
        unsure = nearest(sentence, span, judged) if judged else []
        if unsure and all(one.verdicts == {INCONCLUSIVE} for one in unsure):
            yield Problem("verdict", sentence.text, word, word, "no word of change: the row is inconclusive")


def _wrong_verdicts(sentence: Sentence, language: str, known: Words, lookup: Lookup) -> Iterator[Problem]:
    """Words of a verdict that the rows they stand beside do not have."""
    judged = verdicts(sentence, lookup)
    for word, span in occurrences(sentence.free, known.verdicts, language):
        claims = known.verdicts[word]
        own = [one for one in judged if any(claim.mart == one.mart for claim in claims)]
        behind = nearest(sentence, span, own) if own else []
        if behind and not any(
            claim.mart == one.mart and claim.verdict in one.verdicts for claim in claims for one in behind
        ):
            rows = " or ".join(sorted({verdict for one in behind for verdict in one.verdicts}))
            yield Problem(
                "verdict", sentence.text, word, word, f"a word for '{rows}', the verdict of the row"
            )


def _missing_verdicts(wording: Wording, language: str, known: Words, lookup: Lookup) -> Iterator[Problem]:
    """Figures of a test whose outcome the wording keeps to itself."""
    text = wording.text.lower()
    asked: set[tuple[str, str]] = set()
    for figure in wording.figures:
        for row in figure.rows:
            if (mart_of(row), figure.column) in findings():
                asked.add((mart_of(row), verdict_of(row, lookup) or ""))
    for mart, verdict in sorted(asked):
        spoken = known.of_verdict(mart, verdict)
        if spoken and not any(word.lower() in text for word in spoken):
            expected = f"the word for '{verdict}': {' or '.join(spoken)}"
            yield Problem("verdict", wording.text, mart, "figures of a test without its verdict", expected)


@lru_cache
def _silent(language: str, names: frozenset[str]) -> list[str]:
    """Allowed texts, and names that hold a digit or a word the linter listens to; the longest first."""
    known = words(language)
    heard = [*known.directions, *known.verdicts]
    telling = {
        name
        for name in names
        if re.search(r"\d", name) or any(word.lower() in name.lower() for word in heard)
    }
    return sorted(telling.union(known.allowed), key=len, reverse=True)
