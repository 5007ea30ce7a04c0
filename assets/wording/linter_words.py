"""What the linter knows about words: lines of `linter/*.csv`, so that a new word is a new line."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from assets.wording.figures import KINDS

FOLDER = Path(__file__).parent / "linter"
Value = TypeVar("Value")


class LinterWordsError(Exception):
    """A line of the linter's data cannot be used; the message names file, line and what to do."""


@dataclass(frozen=True)
class Direction:
    """A word of change: of the number itself (level) or of its distance from equality; sign 1, -1 or 0."""

    sense: str
    sign: int


@dataclass(frozen=True)
class VerdictWord:
    """The verdict of a mart that a word claims; two verdicts may share a word."""

    mart: str
    verdict: str


@dataclass(frozen=True)
class Words:
    """All words of one language, the longest first."""

    units: Mapping[str, frozenset[str]]
    directions: Mapping[str, Direction]
    verdicts: Mapping[str, tuple[VerdictWord, ...]]
    allowed: tuple[str, ...]

    def of_verdict(self, mart: str, verdict: str) -> list[str]:
        """The words that state a verdict of a mart."""
        return [word for word, known in self.verdicts.items() if VerdictWord(mart, verdict) in known]


@cache
def words(language: str) -> Words:
    """The words of one language; LinterWordsError for a kind or sense that does not exist."""
    verdicts: dict[str, list[VerdictWord]] = defaultdict(list)
    for line in _lines("verdicts", language):
        verdicts[line["word"]].append(VerdictWord(line["mart"], line["verdict"]))
    return Words(
        units=_longest_first(
            {line["word"]: _kinds(line["word"], line["kinds"]) for line in _lines("units", language)}
        ),
        directions=_longest_first(
            {line["word"]: _direction(line) for line in _lines("directions", language)}
        ),
        verdicts=_longest_first({word: tuple(known) for word, known in verdicts.items()}),
        allowed=tuple(sorted((line["text"] for line in _lines("allowed", language)), key=len, reverse=True)),
    )


@cache
def findings() -> frozenset[tuple[str, str]]:
    """Mart and column of numbers that may not be printed without the verdict of their row."""
    return frozenset((line["mart"], line["column"]) for line in _lines("findings"))


def _longest_first(found: dict[str, Value]) -> dict[str, Value]:
    return {word: found[word] for word in sorted(found, key=len, reverse=True)}


def _kinds(word: str, text: str) -> frozenset[str]:
    unknown = set(text.split()) - KINDS.keys()
    if unknown:
        raise LinterWordsError(
            f"linter/units.csv: '{word}' names {', '.join(sorted(unknown))}; kinds are {', '.join(KINDS)}"
        )
    return frozenset(text.split())


def _direction(line: Mapping[str, str]) -> Direction:
    if line["sense"] not in ("level", "distance") or line["sign"] not in ("1", "0", "-1"):
        raise LinterWordsError(
            f"linter/directions.csv: '{line['word']}' has {line['sense']}, {line['sign']}; the sense is level"
            " or distance, the sign 1, 0 or -1"
        )
    return Direction(line["sense"], int(line["sign"]))


def _lines(name: str, language: str = "") -> list[dict[str, str]]:
    """The lines of one file, of one language where it has languages."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [line for line in csv.DictReader(file) if not language or line["language"] == language]
