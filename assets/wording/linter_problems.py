"""What the linter reports."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing a sentence says that its rows do not: rule broken, sentence, piece, found and expected."""

    rule: str
    sentence: str
    piece: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.rule}: '{self.piece}' in '{self.sentence.strip()}'"
        return f"{place}: found {self.found}; expected {self.expected}"
