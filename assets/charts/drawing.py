"""A chart's files: what people embed, in every language, from its frame and its words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import stamped
from assets.charts.chart import Chart
from assets.charts.coarser_outlines import coarser
from assets.charts.embedding import passport, passport_text
from assets.charts.library import write_bundle
from assets.charts.page import page_text, shared_page_text
from assets.charts.reading import Words
from assets.charts.rendering import SIGNIFICANT, pdf_bytes, png_bytes, spec_text, svg_text, svg_width
from assets.steps import digest_files
from assets.wording.figures import LANGUAGES

if TYPE_CHECKING:
    import polars as pl

EDITION_LENGTH = 10
WIDE = 960
"""Width in pixels of the picture for pages that are wider than ours."""


@dataclass(frozen=True)
class Drawing:
    """Everything the files of a chart are made from; it travels to the process that makes them.

    `frame` carries the address of each row; `outlines` is the boundaries file of a map.
    """

    chart: Chart
    frame: "pl.DataFrame"
    words: Mapping[str, Words]
    folder: Path
    outlines: Path | None = None


def write_files(drawing: Drawing) -> str:
    """Writes every file of the chart in every language, and the library; returns the edition.

    The edition is a digest of what is drawn: equal figures and equal drawing give an equal edition, and
    equal bytes. Raises ChartError, and what the renderer raises.
    """
    import polars as pl

    chart, frame, words = drawing.chart, drawing.frame, drawing.words
    outlines = _outlines(drawing.outlines) if drawing.outlines else None
    drawn = {language: chart.draw(frame, language, outlines, words[language]) for language in LANGUAGES}
    edition = digest_files([], *(spec_text(spec) for spec in drawn.values()))[:EDITION_LENGTH]
    rounded = frame.with_columns(pl.selectors.float().round_sig_figs(SIGNIFICANT))
    rounded.write_csv(drawing.folder / f"{chart.chart_id}.csv")
    write_bundle(drawing.folder)
    for language, spec in drawn.items():
        _write_language(drawing, language, stamped(spec, chart.chart_id, edition, language), edition)
    return edition


@cache
def _outlines(path: Path) -> dict[str, Any]:
    """Once per process: thinning the boundaries takes longer than drawing them."""
    return coarser(json.loads(path.read_text(encoding="utf-8")))


def _write_language(drawing: Drawing, language: str, specification: dict[str, Any], edition: str) -> None:
    chart, frame, words = drawing.chart, drawing.frame, drawing.words[language]
    spec = spec_text(specification)
    svg = svg_text(spec, words.title, f"{words.alt} {words.description}", language)
    said = passport(chart, frame, words, language, edition, svg)
    files: dict[str, str | bytes] = {
        "vl.json": spec,
        "svg": svg,
        "json": passport_text(said),
        "html": page_text(chart, frame, words, said, spec, svg),
        "embed.html": shared_page_text(words, said, spec),
        "png": png_bytes(svg, 1),
        "2x.png": png_bytes(svg, 2),
        "960.png": png_bytes(svg, WIDE / svg_width(svg)),
        "pdf": pdf_bytes(svg),
    }
    for ending, content in files.items():
        path = drawing.folder / f"{chart.chart_id}.{language}.{ending}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
