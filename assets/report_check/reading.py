"""Reading a report by the ending of its file."""

from pathlib import Path

from assets.report_check.document import Document, ReportFileError
from assets.report_check.web import read_html

ENDINGS = (".md", ".markdown", ".html", ".htm", ".docx")


def read_document(path: Path) -> Document:
    """Reads Markdown, HTML or Word by the file's ending; raises ReportFileError when it cannot be read."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ReportFileError(
            f"{path}: '{ending or 'no ending'}' is not read; give a file ending in {', '.join(ENDINGS)}"
        )
    if not path.is_file():
        raise ReportFileError(f"{path}: is no file; check the name")
    if ending == ".docx":
        # Word's library takes half a second to load
        from assets.report_check.word import read_word

        return read_word(path)
    text = _text_of(path)
    if ending in (".md", ".markdown"):
        from markdown_it import MarkdownIt

        text = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return read_html(path, text)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReportFileError(
            f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8 and try again"
        ) from None
    except OSError as error:
        raise ReportFileError(f"{path}: {error.strerror}; check the rights on it") from None
