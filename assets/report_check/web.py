"""HTML, and Markdown turned into it, as a document to compare."""

import base64
import binascii
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from assets.report_check.document import Cell, Document, Reference

# Elements whose text runs on in the block around them.
INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "em", "font", "i", "ins"),
    *("kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan"),
    *("u", "var", "wbr"),
}
SILENT = {"script", "style", "template"}
ADDRESSES = ("src", "href", "data", "poster")
SPOKEN = ("alt", "title", "aria-label")


def read_html(path: Path, text: str) -> Document:
    """The document of this HTML; unclosed elements are no error, as in a browser."""
    reader = _Reader(path)
    reader.feed(text)
    reader.close()
    reader.end_block()
    return reader.document


def content_of(address: str) -> bytes | None:
    """Bytes of a data: address; None for any other address and for one that cannot be decoded."""
    scheme, _, rest = address.partition(":")
    head, comma, body = rest.partition(",")
    if scheme.strip().lower() != "data" or not comma:
        return None
    if not head.lower().endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return base64.b64decode("".join(unquote(body).split()))
    except binascii.Error:
        return None


class _Reader(HTMLParser):
    def __init__(self, path: Path) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document(path)
        self._block: list[str] = []
        self._silent = 0
        self._cell: tuple[str, str, str, str] | None = None
        self._cell_text: list[str] = []
        # address of the table row around a number of the report site that says only its column
        self._line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in SILENT:
            self._silent += 1
        if tag not in INLINE | SILENT:
            self.end_block()
        self._refer(given)
        if tag == "tr":
            self._line = given.get("data-of", "")
        row, column = given.get("data-row", ""), given.get("data-column", "")
        if not row and "#" in given.get("data-figure", "") and "data-rows" not in given:
            row, _, column = given["data-figure"].rpartition("#")
            row = row or self._line
        if row:
            self._cell, self._cell_text = (tag, row, column, given.get("data-kind", "")), []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.end_block()
        self._refer({name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT and self._silent:
            self._silent -= 1
        if self._cell is not None and tag == self._cell[0]:
            _, row, column, kind = self._cell
            self.document.cells.append(Cell("".join(self._cell_text).strip(), row, column, kind))
            self._cell = None
        if tag not in INLINE | SILENT:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._block.append(data)
            if self._cell is not None:
                self._cell_text.append(data)

    def end_block(self) -> None:
        """What was read so far is a block of its own."""
        text = " ".join("".join(self._block).split())
        if text:
            self.document.blocks.append(text)
        self._block = []

    def _refer(self, given: dict[str, str]) -> None:
        words = tuple(given[name] for name in SPOKEN if given.get(name))
        addresses = [given[name] for name in ADDRESSES if given.get(name)]
        addresses += [part.split()[0] for part in given.get("srcset", "").split(",") if part.split()]
        # a page put whole into an attribute is a page
        if given.get("srcdoc"):
            inner = read_html(self.document.path, given["srcdoc"])
            self.document.blocks += inner.blocks
            self.document.references += inner.references
            self.document.cells += inner.cells
        for address in addresses:
            content = content_of(address)
            self.document.references.append(Reference("" if content is not None else address, words, content))
        if words and not addresses:
            self.document.references.append(Reference("", words))
