"""What goes with a chart into somebody's report: snippets, texts, citation, licence and its figures.

One JSON file per chart and language, `charts/<chart_id>.<language>.json`, says all of it; the pages in
`page.py` show it.
"""

import html
import json
import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import PARTS, Chart
from assets.charts.reading import ChartError, Words, column
from assets.charts.rendering import SIGNIFICANT
from assets.charts.theme import wrapped
from assets.wording.figures import Figure
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

MESSAGES = "embedding"
MOST_ROWS = 20
"""Addresses listed of a figure counted or computed from many rows."""
ENDINGS = {
    "page": "html",
    "embed": "embed.html",
    "svg": "svg",
    "png": "png",
    "png_2x": "2x.png",
    "png_960": "960.png",
    "pdf": "pdf",
    "spec": "vl.json",
    "facts": "json",
}
LATEST = "charts/"
FROZEN = "frozen/{release}/charts/"
"""Folder of the files of one release; `release` is the id in catalog.release, unknown while drawing."""
FRAME = "border: 0; max-width: 100%"
"""Style of the element people paste: without the limit the frame is wider than a phone."""
# The caption below the picture, in pixels: line, text size, and room for links and margins.
LINE, TEXT, ROOM = 23, 14, 96
SIZE = re.compile(r'<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"')

Passport = dict[str, Any]


def passport(
    chart: Chart, frame: "pl.DataFrame", words: Words, language: str, edition: str, svg: str
) -> Passport:
    """All that is said of one chart in one language; `svg` gives the size of its picture.

    `figures` are those of the words, in the order they are read: `at` is where the text of a figure
    begins in its `part`, `rows` the addresses behind it, at most MOST_ROWS of `n_rows`.
    """
    stem = f"{chart.chart_id}.{language}"
    files = {kind: f"{stem}.{ending}" for kind, ending in ENDINGS.items()}
    texts = {part: words.parts[part].text for part in PARTS if part in words.parts}
    said = {
        "chart": chart.chart_id,
        "edition": edition,
        "language": language,
        "mart": chart.mart.replace("/", "."),
        "note": "",
        **texts,
        "citation": _citation(chart, frame, words, language, edition),
        "licence": worded(MESSAGES, "licence-map" if chart.needs_outlines else "licence", language).text,
    }
    width, height = _picture_size(chart, svg)
    size = (math.ceil(width) + 32, math.ceil(height) + _caption_height(said))
    return said | {
        "width": size[0],
        "height": size[1],
        "iframe": _snippets(files["page"], said["title"], size),
        "shared_iframe": _snippets(files["embed"], said["title"], size),
        "files": files | {"data": f"{chart.chart_id}.csv"},
        "figures": [figure for part in texts for figure in _figures(words, part)],
    }


def passport_text(said: Passport) -> str:
    """The passport as the file it becomes."""
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def iframe(address: str, title: str, size: tuple[int, int]) -> str:
    """The element people paste; title and address are escaped, and it is no wider than its page."""
    return (
        f'<iframe src="{html.escape(address)}" title="{html.escape(title)}"'
        f' width="{size[0]}" height="{size[1]}" loading="lazy" style="{FRAME}"></iframe>'
    )


def _snippets(name: str, title: str, size: tuple[int, int]) -> dict[str, str]:
    """For the address that follows releases, and for the one that stays with the release named in it."""
    return {
        kind: iframe(folder + name, title, size) for kind, folder in (("latest", LATEST), ("frozen", FROZEN))
    }


def _citation(chart: Chart, frame: "pl.DataFrame", words: Words, language: str, edition: str) -> str:
    """Publishers, basis, title, chart, table and edition, in the form of the language; no release in it."""
    publishers = _listed(frame, column("publisher", language), language)
    views = _listed(frame, column("view_name", language), language)
    basis = worded(MESSAGES, "basis", language, {"views": views}).text if views else ""
    form = {(True, True): "source", (True, False): "source-publishers", (False, True): "source-basis"}
    message = form.get((bool(publishers), bool(basis)))
    given = {"publishers": publishers, "basis": basis}
    source = worded(MESSAGES, message, language, given).text if message else ""
    values: Mapping[str, str] = {
        "source": source,
        "title": words.title,
        "chart": chart.chart_id,
        "table": chart.mart.replace("/", "."),
        "edition": edition,
    }
    return worded(MESSAGES, "citation", language, values).text


def _listed(frame: "pl.DataFrame", name: str, language: str) -> str:
    """The different texts of a column, joined; empty when the frame lacks the column."""
    if name not in frame.columns:
        return ""
    texts = frame[name].drop_nulls().unique().to_list()
    return worded(MESSAGES, "joint", language).text.join(sorted(texts))


def _picture_size(chart: Chart, svg: str) -> tuple[float, float]:
    found = SIZE.search(svg)
    if found is None:
        raise ChartError(f"{chart.chart_id}: the SVG states no width and height; look at what was drawn")
    return float(found[1]), float(found[2])


def _caption_height(said: Passport) -> int:
    """Pixels the texts below the picture take, so that no frame needs a scroll bar."""
    lines = sum(
        len(wrapped(said[part], TEXT))
        for part in ("description", "note", "citation", "licence")
        if said[part]
    )
    return lines * LINE + ROOM


def settled(value: float) -> float:
    """The value with the digits that are the same in every build; whole numbers stay whole."""
    return value if isinstance(value, int) else float(f"{value:.{SIGNIFICANT}g}")


def _figures(words: Words, part: str) -> list[dict[str, Any]]:
    found, at = [], 0
    for text, source in words.parts[part].parts:
        if isinstance(source, Figure):
            found.append(
                {
                    "text": text,
                    "value": settled(source.value),
                    "kind": source.kind,
                    "digits": source.digits,
                    "column": source.column,
                    "rows": list(source.rows[:MOST_ROWS]),
                    "n_rows": len(source.rows),
                    "how": source.how,
                    "part": part,
                    "at": at,
                }
            )
        at += len(text)
    return found
