"""Delimited text is read in the encoding and with the sign that is said, never in a likely one."""

import pytest

from assets.landing.errors import NotTheFormatError, WrongEncodingError
from assets.sources.grids.delimited import decode, read_delimited
from tests.assets.sources.inboxes import texts


@pytest.mark.parametrize(
    ("body", "encoding", "delimiter"),
    [
        ('地区,"1,5"\r\n北京,\n'.encode("utf-8-sig"), "utf-8", "comma"),
        ('地区;"1,5"\n北京;\n'.encode("gb18030"), "gb18030", "semicolon"),
        ("地区\t1,5\n北京\t\n".encode(), "utf-8", "tab"),
    ],
)
def test_cells_have_addresses_and_blanks_are_none(body: bytes, encoding: str, delimiter: str) -> None:
    grid = read_delimited(body, "t.csv", encoding, delimiter)
    assert texts(grid) == [("A1", "地区"), ("B1", "1,5"), ("A2", "北京")]
    assert grid.where == ""


def test_plain_ascii_is_text_in_either_encoding() -> None:
    assert decode(b"a,1\n", "t.csv", "utf-8") == decode(b"a,1\n", "t.csv", "gb18030") == "a,1\n"


@pytest.mark.parametrize(
    ("body", "encoding", "looks"),
    [
        ("北京".encode("gb18030"), "utf-8", "GB18030"),
        ("北京".encode(), "gb18030", "UTF-8"),
        ("北京".encode("utf-16"), "utf-8", "UTF-16 OR A BINARY FILE"),
        (b"a\x00b", "gb18030", "UTF-16 OR A BINARY FILE"),
        (b"\xff\xff\xff", "utf-8", "ANOTHER ENCODING, OR DAMAGED"),
    ],
)
def test_another_encoding_is_named_and_not_guessed(body: bytes, encoding: str, looks: str) -> None:
    with pytest.raises(WrongEncodingError, match=f"t.csv: not {encoding.upper()}; looks like {looks}"):
        decode(body, "t.csv", encoding)


def test_another_separator_is_named() -> None:
    with pytest.raises(NotTheFormatError, match='by semicolon, not comma; say delimiter = "semicolon"'):
        read_delimited(b"a;1\nb;2\n", "t.csv", "utf-8", "comma")
