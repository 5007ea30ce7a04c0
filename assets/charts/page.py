"""A chart as one HTML file that asks nobody for anything: library, data and table are inside.

The page is ours rather than the renderer's own export, which takes a second per chart to bundle the
same library again and offers no data table.
"""

import base64
import hashlib
import html
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.reading import Texts, column
from assets.charts.theme import FONTS, GREY, GRID, INK
from assets.charts.words import DATA, heading

if TYPE_CHECKING:
    import polars as pl

# `ast` reads expressions with Vega's interpreter, so the page needs no right to evaluate text.
START = """
const spec = JSON.parse(document.getElementById("spec").textContent);
vegaEmbed("#chart", spec, {actions: false, renderer: "svg", ast: true});
"""

STYLE = f"""
body {{ margin: 0 auto; max-width: 700px; padding: 8px; color: {INK}; font-family: FONTS; }}
figure {{ margin: 0; }} svg {{ max-width: 100%; height: auto; }}
figcaption, summary, table {{ font-size: 14px; line-height: 1.6; color: {GREY}; }}
figcaption {{ padding: 0 16px 8px; }} details {{ padding: 0 16px; overflow-x: auto; }}
table {{ border-collapse: collapse; font-size: 12px; }}
th, td {{ padding: 3px 8px; border-bottom: 1px solid {GRID}; text-align: left; font-weight: normal; }}
td.number {{ text-align: right; font-variant-numeric: tabular-nums; }}
"""

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<figure role="group" aria-label="{alt}">
<div id="chart" role="img" aria-label="{alt}"></div>
<noscript>{svg}</noscript>
<figcaption>{description}</figcaption>
</figure>
<details>
<summary>{data}</summary>
{table}
</details>
<script id="spec" type="application/json">{spec}</script>
<script>{bundle}</script>
<script>{start}</script>
</body>
</html>
"""


def page_text(chart: Chart, frame: "pl.DataFrame", words: Texts, language: str, spec: str, svg: str) -> str:
    """The whole page in one language."""
    return PAGE.format(
        language=language,
        policy=content_policy(bundle(), START),
        title=html.escape(words.title),
        style=STYLE.replace("FONTS", FONTS[language]),
        alt=html.escape(words.alt),
        svg=svg,
        description=html.escape(words.description),
        data=DATA[language],
        table=table_text(chart, frame, language),
        # "</" inside a script element would end it.
        spec=spec.replace("</", "<\\/"),
        bundle=bundle(),
        start=START,
    )


@cache
def bundle() -> str:
    """Vega, Vega-Lite and the embedder as one script; made once per process, which takes a second."""
    import vl_convert

    script: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # the stub omits defaults
    return script


@cache
def content_policy(*texts: str) -> str:
    """Nothing may be fetched, and only scripts of exactly these texts may run."""
    scripts = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts
    )
    return f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data:"


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
