"""What a report holds that can be compared: its text in blocks, its pictures and links, numbers with rows."""

from dataclasses import dataclass, field
from pathlib import Path


class ReportFileError(Exception):
    """A report cannot be read; the message names the file, what was found and what to do."""


@dataclass(frozen=True)
class Reference:
    """A picture, frame or link: its address, its words (alt text, title, name), and its bytes if inside."""

    address: str = ""
    words: tuple[str, ...] = ()
    content: bytes | None = None


@dataclass(frozen=True)
class Cell:
    """A number of the text that names the mart row and column it was read from."""

    text: str
    row: str
    column: str
    kind: str = ""


@dataclass
class Document:
    """A report as it was read; `blocks` are paragraphs, headings, cells of tables, in their order."""

    path: Path
    blocks: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
