"""Charts as steps: one step a chart, from its mart to the files people embed. No Dagster here.

What a chart shows is in `charts/`. Naming the steps imports neither altair nor the renderer.
"""

import importlib.metadata
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb

from assets.charts import CHARTS
from assets.charts.chart import Chart
from assets.steps import Outcome, Place, Step, digest_files

# Languages whose files are written; the words for zh-Hant are ready in every chart.
WRITTEN = ("zh-Hans", "en")
OUTLINES_FILE = "boundaries.topo.json"
PACKAGES = ("altair", "vl-convert-python", "noto-cjk-sans-otc")
SHARED = (
    "assembly", "axes", "chart", "club_table", "fonts", "heads", "lines", "name_places", "outlines",
    "page", "parity_words", "policy_break_words", "reading", "rendering", "spatial_words", "theme",
    "verdict_rows", "verdict_words", "words",
)  # fmt: skip


def chart_steps(place: Place) -> list[Step]:
    """One step per chart, in the order of the report."""
    return [_step(chart, place) for chart in CHARTS]


def _step(chart: Chart, place: Place) -> Step:
    return Step(
        key=f"charts/{chart.chart_id}",
        description=chart_question(chart),
        deps=(chart.mart,),
        digest=_digest(chart, place),
        run=_run(chart, place),
        kinds=("altair", "vega"),
    )


def chart_question(chart: Chart) -> str:
    """The question the chart answers: the first line of its module."""
    module = importlib.import_module(f"assets.charts.{chart.chart_id}")
    return (module.__doc__ or "").strip().splitlines()[0]


def _digest(chart: Chart, place: Place) -> str:
    """Everything that shapes the files but the mart: code, versions and, for maps, the outlines."""
    folder = Path(__file__).parent / "charts"
    paths = [
        Path(__file__),
        folder / f"{chart.chart_id}.py",
        *(folder / f"{name}.py" for name in SHARED),
    ]
    if chart.needs_outlines:
        paths.append(place.reference / OUTLINES_FILE)
    return digest_files(paths, *(f"{package}={_version(package)}" for package in PACKAGES))


def _version(package: str) -> str:
    """Installed version; a missing package is reported when a chart is drawn, with the remedy."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def _run(chart: Chart, place: Place) -> Callable[[duckdb.DuckDBPyConnection], Outcome]:
    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        frame = connection.sql(chart.query).pl()
        chart.check(frame)
        outlines = None
        if chart.needs_outlines:
            outlines = json.loads((place.reference / OUTLINES_FILE).read_text(encoding="utf-8"))
        folder = place.staged / "charts"
        folder.mkdir(parents=True, exist_ok=True)
        titles = {}
        for language in WRITTEN:
            titles[f"title {language}"] = write_files(chart, frame, language, folder, outlines)
        preview = f"charts/{chart.chart_id}.en.png"
        return Outcome(facts={"rows": len(frame), "mart": chart.mart, "preview": preview, **titles})

    return run


def write_files(chart: Chart, frame: Any, language: str, folder: Path, outlines: dict | None) -> str:
    """Writes specification, SVG, PNG and HTML of one language; returns the title."""
    from assets.charts.page import page_text
    from assets.charts.rendering import png_bytes, spec_text, svg_text

    words = chart.words(frame, language)
    spec = spec_text(chart.draw(frame, language, outlines))
    svg = svg_text(spec, words, language)
    page = page_text(chart, frame, words, language, spec, svg)
    stem = f"{chart.chart_id}.{language}"
    (folder / f"{stem}.vl.json").write_text(spec, encoding="utf-8")
    (folder / f"{stem}.svg").write_text(svg, encoding="utf-8")
    (folder / f"{stem}.png").write_bytes(png_bytes(svg))
    (folder / f"{stem}.html").write_text(page, encoding="utf-8")
    return words.title
