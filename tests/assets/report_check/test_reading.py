"""Reading reports: Markdown, HTML and Word give the same blocks, references and addressed numbers."""

import struct
import zlib

import docx
import pytest

from assets.report_check.document import Cell, Reference, ReportFileError
from assets.report_check.reading import read_document
from assets.report_check.web import content_of


def one_pixel() -> bytes:
    """A whole PNG of one grey pixel."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\x80")),
        (b"IEND", b""),
    )
    parts = [
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


ONE_PIXEL = one_pixel()


def written(tmp_path, name, text, encoding="utf-8"):
    path = tmp_path / name
    path.write_text(text, encoding=encoding)
    return path


def test_markdown_holds_paragraphs_pictures_and_html(tmp_path):
    found = read_document(
        written(
            tmp_path,
            "r.md",
            "# Title\n\nThe *East* stood\nat 130%.\n\n![Alt](a.svg)\n\n|a|b|\n|-|-|\n|1|2|\n\n"
            '<iframe src="b.html" title="T"></iframe>\n',
        )
    )
    assert found.blocks == ["Title", "The East stood at 130%.", "a", "b", "1", "2"]
    assert found.references == [Reference("a.svg", ("Alt",)), Reference("b.html", ("T",))]


def test_html_keeps_scripts_out_and_addressed_numbers_in(tmp_path):
    found = read_document(
        written(
            tmp_path,
            "r.html",
            "<p>A <data data-row='marts.x/1' data-column=ratio data-kind=percent>70%</data> b<p>c"
            "<script>let d</script><button data-figure='marts.x/2#share'>5</button>"
            "<button data-figure='marts.x/2#share' data-rows='marts.x/2 marts.x/3'>6</button>",
        )
    )
    assert found.blocks == ["A 70% b", "c56"]
    assert found.cells == [
        Cell("70%", "marts.x/1", "ratio", "percent"),
        Cell("5", "marts.x/2", "share", ""),
    ]


def test_word_holds_text_of_tables_pictures_and_their_words(tmp_path):
    picture = tmp_path / "p.png"
    picture.write_bytes(ONE_PIXEL)
    document = docx.Document()
    document.add_paragraph("In 2024").add_run(" the East")
    document.add_table(1, 1).cell(0, 0).text = "cell"
    shape = document.add_picture(str(picture))
    shape._inline.docPr.set("descr", "Alt text")
    document.save(str(tmp_path / "r.docx"))
    found = read_document(tmp_path / "r.docx")
    assert found.blocks[:2] == ["In 2024 the East", "cell"]
    (reference,) = [each for each in found.references if each.content]
    assert reference.content == ONE_PIXEL and "Alt text" in reference.words


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("r.docx", b"no zip", "is not a readable Word document"),
        ("r.docx", b"PK\x03\x04 torn", "is not a readable Word document"),
        ("r.md", b"\xff\xfe\x00", "is not UTF-8"),
        ("r.pdf", b"%PDF", "'.pdf' is not read; give a file ending in .md"),
        ("r", b"", "'no ending' is not read"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(tmp_path, name, data, message):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReportFileError, match=message):
        read_document(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ReportFileError, match=r"r\.md: is no file"):
        read_document(tmp_path / "r.md")


def test_data_addresses_are_decoded_or_left():
    assert content_of("data:image/svg+xml,%3Csvg/%3E") == b"<svg/>"
    assert content_of("data:image/png;base64,aGk=") == b"hi"
    assert content_of("data:image/png;base64,a") is None
    assert content_of("https://x.org/a,b.png") is None
