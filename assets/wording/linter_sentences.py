"""A wording as the linter sees it: sentences, their bound pieces in place, everything else as free text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assets.wording.figures import Figure, Quote, Wording

# Stands for every character that is bound to a row or belongs to a name.
HIDDEN = "\ufffc"
SENTENCE_END = re.compile(r"[。！？\n]|[.!?](?=\s|$)")
CLAUSE_END = re.compile(r"[，,；;：:（）()、]")

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A bound piece and where it stands in its sentence."""

    start: int
    end: int
    text: str
    source: Figure | Quote

    @property
    def span(self) -> Span:
        """First character and the one after the last."""
        return self.start, self.end


@dataclass(frozen=True)
class Sentence:
    """One sentence as printed; `free` has the same length with bound pieces and names hidden."""

    text: str
    free: str
    pieces: tuple[Piece, ...]

    @property
    def figures(self) -> list[tuple[Piece, Figure]]:
        """The figures with their pieces."""
        return [(piece, piece.source) for piece in self.pieces if isinstance(piece.source, Figure)]

    def clause(self, span: Span) -> Span:
        """The clause a span stands in: between two commas, colons or brackets of the free text."""
        ends = [match.start() for match in CLAUSE_END.finditer(self.free)]
        return (
            max([end for end in ends if end < span[0]], default=-1),
            min([end for end in ends if end >= span[1]], default=len(self.free)),
        )


@dataclass(frozen=True)
class Evidence:
    """Something numbers of a sentence say, with the spans of these numbers."""

    spans: tuple[Span, ...]


Evident = TypeVar("Evident", bound=Evidence)


def sentences(wording: Wording, names: Sequence[str] = ()) -> list[Sentence]:
    """The sentences of a wording; `names` are texts that say nothing, the longest first."""
    text, pieces = "", []
    for part, source in wording.parts:
        if source is not None:
            pieces.append(Piece(len(text), len(text) + len(part), part, source))
        text += part
    free = _hidden(text, (piece.span for piece in pieces))
    for name in names:
        free = free.replace(name, HIDDEN * len(name))
    found, start = [], 0
    for end in [*(match.end() for match in SENTENCE_END.finditer(free)), len(free)]:
        if text[start:end].strip():
            own = (
                Piece(piece.start - start, piece.end - start, piece.text, piece.source)
                for piece in pieces
                if start <= piece.start and piece.end <= end
            )
            found.append(Sentence(text[start:end], free[start:end], tuple(own)))
            start = end
    return found


def occurrences(free: str, words: Iterable[str], language: str) -> Iterator[tuple[str, Span]]:
    """Where words stand, longer ones first: a word inside a longer one does not count."""
    for word in words:
        pattern = rf"\b{re.escape(word)}\b" if language == "en" else re.escape(word)
        matches = [match.span() for match in re.finditer(pattern, free, re.IGNORECASE)]
        free = _hidden(free, matches)
        for span in matches:
            yield word, span


def nearest(sentence: Sentence, span: Span, found: Sequence[Evident]) -> list[Evident]:
    """What a word at `span` speaks of: evidence of its own clause before any other, then the closest."""
    start, end = sentence.clause(span)
    own = [one for one in found if any(start < at[0] and at[1] <= end for at in one.spans)]
    pool = own or list(found)
    gaps = [min(max(at[0] - span[1], span[0] - at[1], 0) for at in one.spans) for one in pool]
    return [one for one, gap in zip(pool, gaps, strict=True) if gap == min(gaps)]


def _hidden(text: str, spans: Iterable[Span]) -> str:
    for start, end in spans:
        text = text[:start] + HIDDEN * (end - start) + text[end:]
    return text
