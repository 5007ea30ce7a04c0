"""Workbooks of Excel 97-2003 written by hand, BIFF8 records in an OLE file: no library writes them now."""

import struct

from tests.assets.sources.workbooks import FORMATS, Held, Sheet, plain

FAULTS = {"#DIV/0!": 7, "#REF!": 0x17, "#N/A": 0x2A}


def xls(sheets: dict[str, Sheet]) -> bytes:
    """A workbook as Excel 97-2003 wrote it (BIFF8): records 0x...., each with its length."""
    texts = [plain(value) for sheet in sheets.values() for line in sheet.rows for value in line]
    strings = [value for value in texts if isinstance(value.value, str)]
    fonts = [_font(0)] * 4 + [_font(1)]
    opening = [
        _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0)),
        _record(0x0042, struct.pack("<H", 1200)),
        *fonts,
        *(
            _record(0x00E0, struct.pack("<HHHBBBBIIH", 0, number, 1, 0, 0, 0, 0, 0, 0, 0))
            for number in FORMATS.values()
        ),
    ]
    table = struct.pack("<II", len(strings), len(strings)) + b"".join(map(_string, strings))
    closing = [_record(0x00FC, table), _record(0x000A, b"")]
    bodies, first = [], 0
    for sheet in sheets.values():
        body, first = _sheet_records(sheet, first)
        bodies.append(body)
    names = [name.encode("utf-16-le") for name in sheets]
    position = sum(map(len, opening + closing)) + sum(4 + 8 + len(name) for name in names)
    listed = []
    for name, sheet, body in zip(names, sheets.values(), bodies, strict=True):
        about = struct.pack("<IBBBB", position, int(sheet.is_hidden), 0, len(name) // 2, 1)
        listed.append(_record(0x0085, about + name))
        position += len(body)
    return ole({"Workbook": b"".join([*opening, *listed, *closing, *bodies])})


def _sheet_records(sheet: Sheet, first: int) -> tuple[bytes, int]:
    records = [_record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0, 0, 0, 0))]
    records += [_record(0x007D, struct.pack("<HHHHHH", n, n, 2000, 0, 1, 0)) for n in sheet.hidden_columns]
    for row in sheet.hidden_rows:
        records.append(_record(0x0208, struct.pack("<HHHHHHI", row, 0, 9, 255, 0, 0, 0x20)))
    for row, line in enumerate(sheet.rows):
        for column, value in enumerate(line):
            held = plain(value)
            style = list(FORMATS).index(held.format)
            at = struct.pack("<HHH", row, column, style)
            if held.error:
                records.append(_record(0x0205, at + bytes([FAULTS[held.error], 1])))
            elif isinstance(held.value, bool):
                records.append(_record(0x0205, at + bytes([held.value, 0])))
            elif isinstance(held.value, str):
                records.append(_record(0x00FD, at + struct.pack("<I", first)))
                first += 1
            elif held.value is not None:
                records.append(_record(0x0203, at + struct.pack("<d", held.value)))
    spans = b"".join(struct.pack("<HHHH", *_corners(ref)) for ref in sheet.merged)
    records.append(_record(0x00E5, struct.pack("<H", len(sheet.merged)) + spans))
    return b"".join([*records, _record(0x000A, b"")]), first


def _corners(ref: str) -> tuple[int, int, int, int]:
    (left, top), (right, bottom) = ((ord(end[0]) - 65, int(end[1:]) - 1) for end in ref.split(":"))
    return top, bottom, left, right


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _font(escapement: int) -> bytes:
    return _record(
        0x0031, struct.pack("<HHHHHBBBBBB", 200, 0, 0x7FFF, 400, escapement, 0, 0, 0, 0, 1, 0) + b"A"
    )


def _string(held: Held) -> bytes:
    """Text in UTF-16; a raised mark is a run in the superscript font (number 5: there is no number 4)."""
    text = f"{held.value}{held.raised}"
    runs = struct.pack("<HH", len(str(held.value)), 5) if held.raised else b""
    flags = 1 | (8 if runs else 0)
    count = struct.pack("<H", 1) if runs else b""
    return struct.pack("<HB", len(text), flags) + count + text.encode("utf-16-le") + runs


def ole(streams: dict[str, bytes]) -> bytes:
    """An OLE file: header, one sector of the allocation table, one of the directory, then the streams."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    table, sectors, entries = [0xFFFFFFFD, end], b"", [_entry("Root Entry", 5, end, 0, child=1)]
    for name, content in streams.items():
        padded = content.ljust(4096, b"\0")
        padded += b"\0" * (-len(padded) % 512)
        start, count = len(table), len(padded) // 512
        table += [*range(start + 1, start + count), end]
        sectors += padded
        entries.append(_entry(name, 2, start, len(padded), child=free))
    table += [free] * (128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0)
    header += struct.pack("<108I", *[free] * 108)
    directory = b"".join(entries).ljust(512, b"\0")
    return header + struct.pack("<128I", *table) + directory + sectors


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    text = name.encode("utf-16-le")
    free = 0xFFFFFFFF
    about = struct.pack("<64sHBBIII", text, len(text) + 2, kind, 1, free, free, child)
    return about + bytes(36) + struct.pack("<IQ", start, size)
