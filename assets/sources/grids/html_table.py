"""Tables of a saved page to grids, with merged cells kept as such. Nested tables are grids of their own."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from assets.landing.file_errors import UnknownFormatError
from assets.sources.grids.delimited import ENCODINGS, decode
from assets.sources.grids.grid import TEXT, Cell, Grid, Span, raised

DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([-\w]+)""", re.IGNORECASE)
# GBK and GB 2312 are parts of GB 18030
SAME_ENCODING = {"gbk": "gb18030", "gb2312": "gb18030", "utf8": "utf-8"}
# What browsers allow (HTML standard, 4.9.11); a bottomless rowspan ends with its table.
MOST_COLUMNS, MOST_ROWS = 1_000, 65_534
NOT_SHOWN = ("script", "style", "template", "noscript")
TAG = re.compile(r"[a-z][a-z0-9:_-]*")
LINE_ENDS = ("br", "p", "div", "li")


@dataclass
class _Table:
    """A table being read. `until` holds, by column, the first row that is free of cells from above."""

    grid: Grid
    row: int = -1
    column: int = 0
    text: list[str] | None = None
    span: tuple[int, int] = (1, 1)
    until: dict[int, int] = field(default_factory=dict)


def read_html(body: bytes, file: str, encoding: str | None) -> list[Grid]:
    """Tables in their order, named `table 1`, `table 2` ...

    The encoding said wins over the one the page declares; UTF-8 where neither is there.
    Raises WrongEncodingError, UnknownFormatError or FileTooLargeError.
    """
    if b'progid="Excel.Sheet"' in body[:1000]:
        raise UnknownFormatError(f"{file}: an XML spreadsheet of 2003; open it and save it as xlsx")
    declared = DECLARED.search(body[:4000])
    said = encoding or (declared[1].decode().casefold() if declared else "utf-8")
    said = SAME_ENCODING.get(said, said)
    parser = _Parser()
    parser.feed(decode(body, file, said if said in ENCODINGS else "utf-8"))
    parser.close()
    return parser.finished()


class _Parser(HTMLParser):
    """Follows tables, rows and cells; missing end tags are what browsers take them for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Grid] = []
        self.open: list[_Table] = []
        self.not_shown = 0
        self.in_caption = False
        self.raised: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "table":
            self.tables.append(Grid(f"table {len(self.tables) + 1}", is_hidden=_is_hidden(named)))
            self.open.append(_Table(self.tables[-1]))
        elif tag in NOT_SHOWN:
            self.not_shown += 1
        elif tag == "caption":
            self.in_caption = True
        elif tag == "sup":
            self.raised = []
        elif self.open:
            if not TAG.fullmatch(tag):
                self.open[-1].grid.faults.append(f"the tag <{tag[:20]}> in row {self.open[-1].row + 1}")
            self._in_table(self.open[-1], tag, named)

    def _in_table(self, table: _Table, tag: str, named: dict[str, str]) -> None:
        if tag in ("tr", "td", "th"):
            self.in_caption = False
        if tag == "tr":
            self._close_cell(table)
            table.row += 1
            table.column = 0
            if _is_hidden(named):
                table.grid.hidden_rows.add(table.row)
        elif tag in ("td", "th"):
            self._close_cell(table)
            table.row = max(table.row, 0)
            while table.until.get(table.column, 0) > table.row:
                table.column += 1
            rows, columns = _size(named.get("rowspan"), MOST_ROWS), _size(named.get("colspan"), MOST_COLUMNS)
            table.text, table.span = [], (rows or MOST_ROWS, max(columns, 1))
        elif tag in LINE_ENDS and table.text is not None:
            table.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in NOT_SHOWN:
            self.not_shown = max(self.not_shown - 1, 0)
        elif tag == "caption":
            self.in_caption = False
        elif tag == "sup" and self.raised is not None:
            mark, self.raised = raised("".join(self.raised)), None
            self.handle_data(mark)
        elif self.open and tag in ("td", "th", "tr", "table"):
            self._close_cell(self.open[-1])
            if tag == "table":
                self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.not_shown:
            return
        if self.raised is not None:
            self.raised.append(data)
        elif self.open and self.open[-1].text is not None:
            self.open[-1].text.append(data)
        elif self.open and data.strip() and not self.in_caption:
            found = f"the text '{data.strip()[:20]}' outside of cells"
            self.open[-1].grid.faults.append(f"{found} in row {self.open[-1].row + 1}")

    def _close_cell(self, table: _Table) -> None:
        if table.text is None:
            return
        text = re.sub(r"[^\S\n]+", " ", "".join(table.text)).strip()
        rows, columns = table.span
        table.grid.put(table.row, table.column, Cell(text, TEXT if text else ""))
        if rows > 1 or columns > 1:
            span = Span(table.row, table.column, table.row + rows - 1, table.column + columns - 1)
            table.grid.spans.append(span)
        for column in range(table.column, table.column + columns):
            table.until[column] = table.row + rows
        table.column += columns
        table.text = None

    def finished(self) -> list[Grid]:
        """The grids, a page cut off in the middle included."""
        while self.open:
            self._close_cell(self.open.pop())
        return self.tables


def _size(text: str | None, most: int) -> int:
    """A span; 1 where it is no number, as in browsers."""
    found = re.match(r"\s*(\d{1,6})", text or "")
    return min(int(found[1]), most) if found else 1


def _is_hidden(named: dict[str, str]) -> bool:
    style = re.sub(r"\s", "", named.get("style", "")).casefold()
    return "hidden" in named or "display:none" in style
