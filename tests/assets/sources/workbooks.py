"""Workbooks of Excel 2007 and later written by hand: none that a library writes is broken as a test needs."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from assets.sources.grids.grid import column_letters

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMATS = {"": 0, "0.0%": 10, "m-d": 16}


@dataclass(frozen=True)
class Held:
    """A cell that is more than its value: a number format, an error, a formula, a raised mark behind."""

    value: object = None
    format: str = ""
    error: str = ""
    formula: str = ""
    raised: str = ""


@dataclass
class Sheet:
    """What stands on a sheet; merged cells as addresses, hidden rows and columns as numbers from 0."""

    rows: list[list[object]]
    merged: list[str] = field(default_factory=list)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    is_hidden: bool = False


def xlsx(sheets: dict[str, Sheet]) -> bytes:
    """A workbook as Excel 2007 and later write it, with one style for each format."""
    names = list(sheets)
    links = [
        f'<Relationship Id="r{n}" Type="{LINKS}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(len(names))
    ]
    links.append(f'<Relationship Id="st" Type="{LINKS}/styles" Target="/xl/styles.xml"/>')
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n + 1}"'
        f' state="{"hidden" if sheets[name].is_hidden else "visible"}"'
        f' xmlns:r="{LINKS}" r:id="r{n}"/>'
        for n, name in enumerate(names)
    )
    styles = "".join(f'<xf numFmtId="{number}"/>' for number in FORMATS.values())
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a"'
        f' Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{NAMESPACE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{"".join(links)}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{NAMESPACE}"><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f"<cellXfs>{styles}</cellXfs></styleSheet>",
    } | {f"xl/worksheets/s{n}.xml": _sheet_xml(sheets[name]) for n, name in enumerate(names)}
    return zipped(parts)


def zipped(parts: dict[str, str]) -> bytes:
    """A zip file of text parts."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return body.getvalue()


def _sheet_xml(sheet: Sheet) -> str:
    columns = "".join(f'<col min="{n + 1}" max="{n + 1}" hidden="1"/>' for n in sheet.hidden_columns)
    rows = ""
    for row, line in enumerate(sheet.rows):
        cells = "".join(_cell_xml(value, f"{column_letters(n)}{row + 1}") for n, value in enumerate(line))
        hidden = ' hidden="1"' if row in sheet.hidden_rows else ""
        rows += f'<row r="{row + 1}"{hidden}>{cells}</row>'
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in sheet.merged)
    cols = f"<cols>{columns}</cols>" if columns else ""
    return (
        f'<worksheet xmlns="{NAMESPACE}">{cols}<sheetData>{rows}</sheetData>'
        f"<mergeCells>{merged}</mergeCells></worksheet>"
    )


def _cell_xml(value: object, address: str) -> str:
    held = plain(value)
    style = list(FORMATS).index(held.format)
    start = f'<c r="{address}" s="{style}"'
    formula = f"<f>{escape(held.formula)}</f>" if held.formula else ""
    if held.error:
        return f'{start} t="e">{formula}<v>{held.error}</v></c>'
    if isinstance(held.value, bool):
        return f'{start} t="b"><v>{int(held.value)}</v></c>'
    if isinstance(held.value, str):
        mark = f'<r><rPr><vertAlign val="superscript"/></rPr><t>{held.raised}</t></r>' if held.raised else ""
        return f'{start} t="inlineStr"><is><r><t>{escape(held.value)}</t></r>{mark}</is></c>'
    number = f"<v>{held.value}</v>" if held.value is not None else ""
    return f"{start}>{formula}{number}</c>"


def plain(value: object) -> Held:
    """A cell with everything it holds."""
    return value if isinstance(value, Held) else Held(value)
