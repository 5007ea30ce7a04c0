"""Charts as steps: one step a chart, from its mart to the files people embed. No Dagster here.

What a chart shows is in `charts/`. Naming the steps imports neither altair nor the renderer.
"""

import importlib.metadata
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from assets.charts import CHARTS
from assets.charts.chart import Chart
from assets.charts.drawing import Drawing
from assets.charts.facts import with_row_ids
from assets.charts.reading import Words
from assets.charts.renderers import renderers
from assets.charts.words_check import WORDS, checked_words
from assets.models import read_model
from assets.steps import Outcome, Place, Step, digest_files, installed_version
from assets.wording.figures import LANGUAGES
from assets.wording.messages import message_files

if TYPE_CHECKING:
    import polars as pl

OUTLINES_FILE = "boundaries.topo.json"
PACKAGES = ("altair", "babel", "fluent.runtime", "jinja2", "vl-convert-python", "noto-cjk-sans-otc")
WORDING = Path(__file__).parent / "wording"


def chart_steps(place: Place) -> list[Step]:
    """One step per chart, in the order of the report."""
    return [_step(chart, place) for chart in CHARTS]


def _step(chart: Chart, place: Place) -> Step:
    making = _Making(chart, place)
    return Step(
        key=f"charts/{chart.chart_id}",
        description=chart_question(chart),
        deps=(chart.mart,),
        digest=_digest(chart, place),
        run=making.run,
        begin=making.begin,
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


class _Making:
    """The making of one chart: begun as soon as its mart stands, taken up in its turn.

    The frame decides whether what was begun still holds: a mart made again in between has another.
    """

    def __init__(self, chart: Chart, place: Place) -> None:
        self._chart = chart
        self._place = place
        self._begun: tuple[pl.DataFrame, dict[str, Words], Future[str]] | None = None
        self._had_turn = False

    def begin(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Order the files once. Raises ChartError for a mart without rows, and what the words raise."""
        # a chart that failed in its turn stays stale, and would be begun for ever
        if self._begun is None and not self._had_turn:
            self._order(connection)

    def _order(self, connection: duckdb.DuckDBPyConnection) -> None:
        chart, place = self._chart, self._place
        frame = self._frame(connection)
        words = {language: chart.words(frame, language) for language in LANGUAGES}
        outlines = place.reference / OUTLINES_FILE if chart.needs_outlines else None
        folder = place.staged / "charts"
        folder.mkdir(parents=True, exist_ok=True)
        drawing = Drawing(chart, frame, words, folder, outlines)
        self._begun = frame, words, renderers().ordered(drawing)

    def run(self, connection: duckdb.DuckDBPyConnection) -> Outcome:
        """Wait for the files, beginning them where nobody did, and check the words in the meantime."""
        self._had_turn = True
        if self._begun and not self._begun[0].equals(self._frame(connection)):
            # the files of the old frame must not be written over those of the new one
            self._begun[2].exception()
            self._begun = None
        if self._begun is None:
            self._order(connection)
        assert self._begun is not None
        (frame, words, edition), self._begun = self._begun, None
        checked = checked_words(connection, words)
        chart = self._chart
        facts = {
            "rows": len(frame),
            "mart": chart.mart,
            "preview": f"charts/{chart.chart_id}.en.png",
            "page": f"report/en/chart/{chart.chart_id}.html",
            "edition": edition.result(),
            **{f"title {language}": said.title for language, said in words.items()},
        }
        return Outcome(facts=facts, checks=(checked,))

    def _frame(self, connection: duckdb.DuckDBPyConnection) -> "pl.DataFrame":
        grain = read_model(self._place.root / "sql" / f"{self._chart.mart}.sql").grain
        frame = connection.sql(self._chart.query).pl()
        self._chart.check(frame)
        return with_row_ids(frame, self._chart.mart, grain)
