"""A chart as an HTML page: whole in one file that asks nobody for anything, or small beside a library.

The page is ours rather than the renderer's own export, which takes a second per chart to bundle the
same library again and offers no data table.
"""

import base64
import hashlib
import html
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.embedding import MESSAGES, Passport, settled
from assets.charts.library import bundle, bundle_name
from assets.charts.packing import UNPACK, packed
from assets.charts.reading import Words, column
from assets.charts.rendering import spec_text
from assets.charts.theme import FONTS
from assets.charts.words import heading
from assets.wording.figures import Figure, Wording
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

TEMPLATES = Path(__file__).parent / "templates"
LABELS = ("data", "rows", "full", "cite", "terms", "controls")

# `ast` reads expressions with Vega's interpreter, so the page needs no right to evaluate text. The picture
# is one image for screen readers: its marks say nothing of their own, and inputs stand outside it.
DRAW = """
const controls = document.getElementById("controls");
const settings = {actions: false, renderer: "svg", ast: true, bind: controls};
const drawn = () => vegaEmbed("#chart", spec, settings)
  .then(() => {
    document.querySelector("#chart svg").setAttribute("aria-hidden", "true");
    controls.hidden = !controls.children.length;
  });
"""
READ = """
const spec = JSON.parse(document.getElementById("spec").textContent);
"""
START = f"{READ}{DRAW}drawn();\n"
# Only what this text loads may run. Without the library the picture is the SVG the page keeps for
# browsers without script.
START_SHARED = f"""{READ}{UNPACK}{DRAW}
const library = document.createElement("script");
library.src = "BUNDLE";
library.onload = drawn;
library.onerror = () => {{
  document.getElementById("chart").innerHTML = document.querySelector("noscript").textContent;
}};
document.head.append(library);
"""


def page_text(chart: Chart, frame: "pl.DataFrame", words: Words, said: Passport, spec: str, svg: str) -> str:
    """The whole page in one language: library, data and table are inside."""
    from markupsafe import Markup

    return _rendered(
        "whole.html.jinja",
        said,
        words,
        policy=Markup(content_policy(bundle(), START) + "; img-src data:"),
        svg=Markup(svg),
        table=Markup(table_text(chart, frame, said["language"])),
        spec=_inlined(spec),
        bundle=Markup(bundle()),
        start=Markup(START),
    )


def shared_page_text(words: Words, said: Passport, spec: str) -> str:
    """The small page: it loads the library that lies beside it once for all charts."""
    from markupsafe import Markup

    start = START_SHARED.replace("BUNDLE", bundle_name())
    return _rendered(
        "shared.html.jinja",
        said,
        words,
        policy=Markup(content_policy(start) + " 'strict-dynamic'; img-src 'self' data:"),
        spec=_inlined(spec_text(packed(json.loads(spec)))),
        start=Markup(start),
    )


def _rendered(template: str, said: Passport, words: Words, **rest: Any) -> str:
    from markupsafe import Markup

    language = said["language"]
    text: str = (
        _templates()
        .get_template(template)
        .render(
            said=said,
            words={label: worded(MESSAGES, label, language).text for label in LABELS},
            parts=words.parts,
            spoken=spoken,
            style=Markup(_style(language)),
            **rest,
        )
    )
    return text


@cache
def _templates() -> Any:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style(language: str) -> str:
    return (TEMPLATES / "page.css").read_text(encoding="utf-8").replace("FONTS", FONTS[language])


def _inlined(spec: str) -> Any:
    """JSON that can stand inside a script element, whatever its texts hold."""
    from markupsafe import Markup

    return Markup(spec.replace("<", "\\u003c"))


def spoken(wording: Wording) -> Any:
    """A text whose figures carry the address of their row, for people who copy it into a report."""
    from markupsafe import Markup, escape

    pieces = (
        Markup('<data value="{}" data-row="{}" data-column="{}" data-kind="{}">{}</data>').format(
            settled(source.value), source.rows[0], source.column, source.kind, text
        )
        if isinstance(source, Figure) and source.how == "read" and source.rows and source.column
        else escape(text)
        for text, source in wording.parts
    )
    return Markup("").join(pieces)


@cache
def content_policy(*texts: str) -> str:
    """Nothing may be fetched, and only scripts of exactly these texts may run."""
    scripts = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts
    )
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline';"
        f" script-src {scripts}"
    )


def table_text(chart: Chart, frame: "pl.DataFrame", language: str) -> str:
    """The rows behind the picture as an HTML table, in the order of the query."""
    columns = {name: shown_column(frame, name, language) for name in chart.table}
    heads = "".join(f'<th scope="col">{html.escape(heading(name, language))}</th>' for name in columns)
    rows = []
    for row in frame.iter_rows(named=True):
        cells = (
            _cell(chart.codes.get(name, {}).get(language, {}).get(row[shown], row[shown]), name)
            for name, shown in columns.items()
        )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{chr(10).join(rows)}\n</tbody>\n</table>"


def shown_column(frame: "pl.DataFrame", name: str, language: str) -> str:
    """The mart's column for `name`: itself, or the one in this language."""
    choices = (name, column(name, language), f"{name}_{language[:2]}")
    return next(choice for choice in choices if choice in frame.columns)


def _cell(value: Any, name: str) -> str:
    """One table cell; years are not grouped, other numbers are."""
    if value is None:
        return "<td></td>"
    if isinstance(value, float):
        digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 4
        return f'<td class="number">{value:,.{digits}f}</td>'
    if isinstance(value, date):
        return f"<td>{value:%Y-%m-%d}</td>"
    kind = ' class="number"' if isinstance(value, int) and not name.startswith("period") else ""
    return f"<td{kind}>{html.escape(str(value))}</td>"
