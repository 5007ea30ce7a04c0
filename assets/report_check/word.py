"""A Word document as a document to compare: paragraphs wherever they stand, pictures with their words."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assets.report_check.document import Document, Reference, ReportFileError

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def read_word(path: Path) -> Document:
    """Text, pictures and links of the body, of headers and of footers; ReportFileError for no Word file."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        package = docx.Document(str(path)).part.package
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, XMLSyntaxError, OSError):
        raise ReportFileError(
            f"{path}: is not a readable Word document (.docx); open it in Word and save it again as .docx"
        ) from None
    found = Document(path)
    for part in package.iter_parts():
        element = getattr(part, "element", None)
        if element is not None and element.tag.startswith(WORD):
            found.blocks += _paragraphs(element)
            found.references += _links(part)
            found.references += _pictures(part, element)
    return found


def _paragraphs(element: Any) -> Iterator[str]:
    for paragraph in element.iter(f"{WORD}p"):
        text = "".join(run.text or "" for run in paragraph.iter(f"{WORD}t"))
        if text.strip():
            yield " ".join(text.split())


def _links(part: Any) -> Iterator[Reference]:
    for relation in part.rels.values():
        if relation.is_external:
            yield Reference(relation.target_ref)


def _pictures(part: Any, element: Any) -> Iterator[Reference]:
    """Each picture once per file behind it: Word keeps a PNG beside the SVG it shows."""
    for frame in element.iter(f"{DRAWING}inline", f"{DRAWING}anchor"):
        words = tuple(
            value
            for properties in frame.iter()
            if properties.tag.endswith(("}docPr", "}cNvPr"))
            for name in ("descr", "title", "name")
            if (value := properties.get(name))
        )
        embedded = [
            picture.get(f"{RELATED}embed")
            for picture in frame.iter()
            if picture.tag.endswith(("}blip", "}svgBlip")) and picture.get(f"{RELATED}embed")
        ]
        for number in embedded or [None]:
            relation = part.rels.get(number)
            if relation is None or relation.is_external:
                yield Reference("", words)
            else:
                target = relation.target_part
                yield Reference(Path(str(target.partname)).name, words, target.blob)
