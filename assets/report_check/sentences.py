"""Sentences of the current release as patterns: the words as they are, any number where a figure stands."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assets.wording.figures import MINUS, Figure, Wording

NUMBER = rf"((?:[=<>]\s?)?[+\-{MINUS}–]?\d(?:[\d,\u00a0\u202f]*\d)?(?:\.\d+)?(?:\s?%)?)"
WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
BETWEEN_WIDE = re.compile(rf"(?<=[{WIDE}])\s+|\s+(?=[{WIDE}])")
# A full stop ends a sentence before a blank and a capital or digit, the Chinese one always.
STOPS = re.compile(r"(?<=[。！？])|(?<=[.!?])\s+(?=[A-Z0-9])")
LEAST_LATIN, LEAST_WIDE = 14, 6
"""Letters a pattern needs besides its figures: fewer would fit sentences nobody took from here."""


@dataclass(frozen=True)
class Said:
    """A figure as the current release writes it, with the row behind it."""

    text: str
    row: str
    column: str


@dataclass(frozen=True)
class Sentence:
    """One sentence with figures: `pieces` are words before, between and after `figures`."""

    source: str
    pieces: tuple[str, ...]
    figures: tuple[Said, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The sentence with any number for a figure."""
        parts = [re.escape(even(piece)) for piece in self.pieces]
        return re.compile(NUMBER.join(parts))

    @cached_property
    def longest(self) -> str:
        """The longest words without a figure, to look for first."""
        return max((even(piece) for piece in self.pieces), key=len)


@dataclass(frozen=True)
class Difference:
    """A number of the report that is another one now."""

    report: str
    current: str
    row: str
    column: str
    context: str
    source: str


def even(text: str) -> str:
    """Text as compared: one blank between words, none beside Chinese characters."""
    return BETWEEN_WIDE.sub("", re.sub(r"\s+", " ", text))


def sentences_of_charts(passports: Iterable[Mapping[str, Any]]) -> Iterator[Sentence]:
    """Sentences with figures of titles, subtitles, alt texts, descriptions and notes."""
    for said in passports:
        for part in ("title", "subtitle", "alt", "description", "note"):
            figures = [figure for figure in said["figures"] if figure["part"] == part]
            pieces: list[tuple[str, Said | None]] = []
            at = 0
            for figure in figures:
                pieces.append((said[part][at : figure["at"]], None))
                row = figure["rows"][0] if figure["rows"] else ""
                pieces.append((figure["text"], Said(figure["text"], row, figure["column"])))
                at = figure["at"] + len(figure["text"])
            pieces.append((said.get(part, "")[at:], None))
            yield from _sentences(f"{said['chart']} {part}", pieces)


def sentences_of_readings(found: Mapping[Any, Mapping[str, Iterable[Wording]]]) -> Iterator[Sentence]:
    """Sentences of the readings of the release."""
    for subject, by_language in found.items():
        for wordings in by_language.values():
            for wording in wordings:
                pieces = [
                    (text, Said(text, next(iter(source.rows), ""), source.column))
                    if isinstance(source, Figure)
                    else (text, None)
                    for text, source in wording.parts
                ]
                yield from _sentences(" ".join(subject), pieces)


def _sentences(source: str, pieces: Iterable[tuple[str, Said | None]]) -> Iterator[Sentence]:
    """Whole sentences, because people take one out of a paragraph."""
    words, figures = [""], []
    for text, figure in pieces:
        if figure is not None:
            figures.append(figure)
            words.append("")
            continue
        first, *rest = STOPS.split(text)
        words[-1] += first
        for begun in rest:
            yield from _usable(source, words, figures)
            words, figures = [begun], []
    yield from _usable(source, words, figures)


def _usable(source: str, words: list[str], figures: list[Said]) -> Iterator[Sentence]:
    text = "".join(words)
    wide = len(re.findall(f"[{WIDE}]", text))
    letters = len(re.findall("[A-Za-z]", text))
    if figures and (wide >= LEAST_WIDE or letters >= LEAST_LATIN):
        trimmed = [words[0].lstrip(), *words[1:]]
        trimmed[-1] = trimmed[-1].rstrip()
        yield Sentence(source, tuple(trimmed), tuple(figures))


def differences(blocks: Iterable[str], sentences: Iterable[Sentence]) -> tuple[int, list[Difference]]:
    """How many sentences of the report were recognised, and the numbers in them that differ.

    Where several current sentences fit the same place, the one that differs least counts, and none counts
    that lies within a longer one: "Southwest stood at …" also fits the end of "Greater Southwest stood at …".
    """
    blocks = [even(block) for block in blocks]
    text = "\n".join(blocks)
    best: dict[tuple[int, int], tuple[int, list[Difference]]] = {}
    ends: dict[tuple[int, int], int] = {}
    for sentence in sentences:
        if sentence.longest not in text:
            continue
        for place, block in enumerate(blocks):
            if sentence.longest not in block:
                continue
            for match in sentence.pattern.finditer(block):
                wrong = [
                    Difference(read, said.text, said.row, said.column, match[0], sentence.source)
                    for read, said in zip(match.groups(), sentence.figures, strict=True)
                    if plain(read) != plain(said.text)
                ]
                key = (place, match.start())
                if key not in best or (len(wrong), -match.end()) < (best[key][0], -ends[key]):
                    best[key], ends[key] = (len(wrong), wrong), match.end()
    whole = [key for key in sorted(best) if not _lies_within_another(key, ends)]
    return len(whole), [wrong for key in whole for wrong in best[key][1]]


def _lies_within_another(key: tuple[int, int], ends: Mapping[tuple[int, int], int]) -> bool:
    """Whether a match by block and start ends no later than one of its block that starts earlier."""
    place, start = key
    return any(place == other and begun < start and ends[key] <= end for (other, begun), end in ends.items())


def plain(number: str) -> str:
    """A number's text without what people change in typing: blanks, group marks, the form of the minus."""
    return re.sub(r"[\s,\u00a0\u202f]", "", number).replace(MINUS, "-").replace("–", "-")
