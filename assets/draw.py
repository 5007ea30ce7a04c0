"""Charts as steps: one step a chart, from its mart to the files people embed. No Dagster here.

What a chart shows is in `charts/`. Naming the steps imports neither altair nor the renderer.
"""

import importlib.metadata
import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import duckdb

from assets.charts import CHARTS
from assets.charts.chart import Chart
from assets.charts.coarser_outlines import coarser
from assets.charts.facts import with_row_ids
from assets.charts.reading import Words
from assets.charts.renderers import made, renderers
from assets.charts.rendering import SIGNIFICANT, spec_text
from assets.charts.words_check import WORDS, checked_words
from assets.models import read_model
from assets.steps import Outcome, Place, Step, digest_files, installed_version
from assets.wording.figures import LANGUAGES
from assets.wording.messages import message_files

OUTLINES_FILE = "boundaries.topo.json"
PACKAGES = ("altair", "babel", "fluent.runtime", "jinja2", "vl-convert-python", "noto-cjk-sans-otc")
WORDING = Path(__file__).parent / "wording"
EDITION_LENGTH = 10
# Ending of each file drawn from the SVG: once and twice its size, 960 pixels wide, and for print.
FROM_SVG: dict[str, dict[str, Any]] = {
    "png": {"make": "png", "scale": 1},
    "2x.png": {"make": "png", "scale": 2},
    "960.png": {"make": "png", "width": 960},
    "pdf": {"make": "pdf"},
}


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
        checks=(WORDS,),
    )


def chart_question(chart: Chart) -> str:
    """The question the chart answers: the first line of its module."""
    module = importlib.import_module(f"assets.charts.{chart.chart_id}")
    return (module.__doc__ or "").strip().splitlines()[0]


def _digest(chart: Chart, place: Place) -> str:
    """Everything that shapes the files but the mart: code, versions and, for maps, the outlines."""
    folder = Path(__file__).parent / "charts"
    charts = {f"{each.chart_id}.py" for each in CHARTS}
    paths = [
        Path(__file__),
        folder / f"{chart.chart_id}.py",
        *(
            path
            for path in sorted(folder.glob("*.py"))
            if path.name not in charts and path.name != "__init__.py"
        ),
        WORDING / "figures.py",
        WORDING / "messages.py",
        *message_files(chart.chart_id),
        *message_files("embedding"),
        *sorted((folder / "templates").glob("*")),
    ]
    if chart.needs_outlines:
        paths.append(place.reference / OUTLINES_FILE)
    return digest_files(paths, *(f"{package}={installed_version(package)}" for package in PACKAGES))


def _run(chart: Chart, place: Place) -> Callable[[duckdb.DuckDBPyConnection], Outcome]:
    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        grain = read_model(place.root / "sql" / f"{chart.mart}.sql").grain
        frame = connection.sql(chart.query).pl()
        chart.check(frame)
        outlines = None
        if chart.needs_outlines:
            outlines = coarser(json.loads((place.reference / OUTLINES_FILE).read_text(encoding="utf-8")))
        folder = place.staged / "charts"
        folder.mkdir(parents=True, exist_ok=True)
        frame = with_row_ids(frame, chart.mart, grain)
        words = {language: chart.words(frame, language) for language in LANGUAGES}
        titles = write_files(chart, frame, words, folder, outlines)
        pages = {
            "preview": f"charts/{chart.chart_id}.en.png",
            "page": f"report/en/chart/{chart.chart_id}.html",
        }
        facts = {"rows": len(frame), "mart": chart.mart, **pages, **titles}
        return Outcome(facts=facts, checks=(checked_words(connection, words),))

    return run


def write_files(
    chart: Chart, frame: Any, words: Mapping[str, Words], folder: Path, outlines: dict | None
) -> dict[str, str]:
    """Writes every file of the chart in every language, and the library; returns its edition and titles.

    `frame` carries the address of each row. The edition is a digest of what is drawn: equal figures and
    equal drawing give an equal edition, and equal bytes.
    """
    import polars as pl

    from assets.charts.assembly import stamped
    from assets.charts.embedding import passport, passport_text
    from assets.charts.library import write_bundle
    from assets.charts.page import page_text, shared_page_text

    drawn = {language: chart.draw(frame, language, outlines) for language in LANGUAGES}
    edition = digest_files([], *(spec_text(spec) for spec in drawn.values()))[:EDITION_LENGTH]
    specs = {
        language: spec_text(stamped(spec, chart.chart_id, edition, language))
        for language, spec in drawn.items()
    }
    stems = {language: folder / f"{chart.chart_id}.{language}" for language in LANGUAGES}
    for language, stem in stems.items():
        named(stem, "vl.json").write_text(specs[language], encoding="utf-8")
    made([_svg(stem, words[language], language) for language, stem in stems.items()])
    pictures = [order for stem in stems.values() for order in _from_svg(stem)]
    rounded = frame.with_columns(pl.selectors.float().round_sig_figs(SIGNIFICANT))
    rounded.write_csv(folder / f"{chart.chart_id}.csv")
    write_bundle(folder)
    for language, stem in stems.items():
        svg = named(stem, "svg").read_text(encoding="utf-8")
        said = passport(chart, frame, words[language], language, edition, svg)
        texts = {
            "json": passport_text(said),
            "html": page_text(chart, frame, words[language], said, specs[language], svg),
            "embed.html": shared_page_text(words[language], said, specs[language]),
        }
        for ending, text in texts.items():
            named(stem, ending).write_text(text, encoding="utf-8")
    made(pictures)
    return {"edition": edition} | {f"title {language}": words[language].title for language in LANGUAGES}


def named(stem: Path, ending: str) -> Path:
    """A file of the chart: its stem is the chart's id and a language."""
    return stem.with_name(f"{stem.name}.{ending}")


def _svg(stem: Path, words: Words, language: str) -> Future[None]:
    """Order the SVG of a written specification."""
    return renderers().ordered(
        {
            "make": "svg",
            "source": str(named(stem, "vl.json")),
            "target": str(named(stem, "svg")),
            "title": words.title,
            "description": f"{words.alt} {words.description}",
            "language": language,
        }
    )


def _from_svg(stem: Path) -> list[Future[None]]:
    """Order what is drawn from the SVG: pixels at three sizes, and a page for print."""
    source = str(named(stem, "svg"))
    return [
        renderers().ordered({"source": source, "target": str(named(stem, ending)), **order})
        for ending, order in FROM_SVG.items()
    ]
