"""The Chinese font for pictures, taken face by face out of its package.

The package holds ten faces in one collection. The renderer opens the font anew for every label, and
with the whole collection and its substitution rules, which our labels never need, a set of charts
takes twice as long. So the faces in use are written out alone, without those rules.
"""

import importlib.util
import struct
import tempfile
from functools import cache
from pathlib import Path

from assets.charts.reading import ChartError

PACKAGE = "noto-cjk-sans-otc"
MODULE = "noto_cjk_sans_otc"
FILE = "NotoSansCJK-Regular.ttc"
FACES = ("Noto Sans CJK SC", "Noto Sans CJK TC")
LEFT_OUT = {b"GSUB"}

Table = tuple[int, int, int]
"""Checksum, offset and length of a table, as in an OpenType directory."""


def register_font() -> None:
    """Give the renderer the Chinese font; without it every character would be an empty box."""
    _register(MODULE)


@cache
def _register(module: str) -> tempfile.TemporaryDirectory:
    """Once per process; the folder lives as long, because the renderer reads it again and again."""
    import vl_convert

    collection = font_file(module).read_bytes()
    folder = tempfile.TemporaryDirectory(prefix="qipan-fonts-")
    for face, tables in _faces(collection).items():
        if face in FACES:
            name = face.replace(" ", "") + ".otf"
            (Path(folder.name) / name).write_bytes(_alone(collection, tables))
    vl_convert.register_font_directory(folder.name)
    return folder


def font_file(module: str = MODULE) -> Path:
    """The collection inside its package; ChartError with the remedy when it is not there."""
    found = importlib.util.find_spec(module)
    path = Path(found.origin).parent / FILE if found and found.origin else None
    if path is None or not path.is_file():
        raise ChartError(
            f"the font {FILE} of the package {PACKAGE} is not installed, and without it Chinese"
            f" labels would be empty boxes; install it: pip install {PACKAGE}"
        )
    return path


def _faces(collection: bytes) -> dict[str, dict[bytes, Table]]:
    """Table directories by family name."""
    (count,) = struct.unpack_from(">I", collection, 8)
    found = {}
    for start in struct.unpack_from(f">{count}I", collection, 12):
        (n_tables,) = struct.unpack_from(">H", collection, start + 4)
        rows = struct.iter_unpack(">4sIII", collection[start + 12 : start + 12 + 16 * n_tables])
        tables = {tag: (checksum, offset, length) for tag, checksum, offset, length in rows}
        found[_family(collection, tables[b"name"][1])] = tables
    return found


def _family(collection: bytes, start: int) -> str:
    """English family name (name 1, Windows, 0x409) from a name table."""
    count, strings = struct.unpack_from(">HH", collection, start + 2)
    for index in range(count):
        platform, _, language, name, length, offset = struct.unpack_from(
            ">6H", collection, start + 6 + 12 * index
        )
        if (platform, language, name) == (3, 0x409, 1):
            begin = start + strings + offset
            return collection[begin : begin + length].decode("utf-16-be")
    raise ChartError(f"{FILE}: a face without English name; reinstall {PACKAGE}")


def _alone(collection: bytes, tables: dict[bytes, Table]) -> bytes:
    """One face as a file of its own."""
    kept = {tag: table for tag, table in sorted(tables.items()) if tag not in LEFT_OUT}
    power = len(kept).bit_length() - 1
    search = 16 * 2**power
    head = struct.pack(">4sHHHH", b"OTTO", len(kept), search, power, 16 * len(kept) - search)
    place = len(head) + 16 * len(kept)
    directory, body = b"", bytearray()
    for tag, (checksum, offset, length) in kept.items():
        directory += struct.pack(">4sIII", tag, checksum, place + len(body), length)
        body += collection[offset : offset + length] + b"\0" * (-length % 4)
    return head + directory + bytes(body)
