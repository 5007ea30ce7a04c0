"""Charts as the site shows them: the files of each, its words, its table, and what it speaks of."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from markupsafe import Markup

from assets.charts import CHARTS
from assets.charts.chart import PARTS, Chart
from assets.charts.facts import with_row_ids
from assets.charts.page import table_text
from assets.site.rows import SiteError
from assets.steps import Place, Step
from assets.wording.figures import LANGUAGES, Wording

# Files people take with them, in the order of the list; a format a build does not make is not listed.
FORMATS = ("svg", "png", "2x.png", "960.png", "pdf", "html", "embed.html", "vl.json", "json")
LIBRARY = re.compile(r"qipan-vega\.[0-9a-f]+\.js")
SUBJECTS = ("group_id", "region_id", "indicator_id")


@dataclass(frozen=True)
class Picture:
    """One chart in all languages. `stems` names its files by language, before the ending.

    `passports` is what `charts/<stem>.json` says of it, `library` the drawing library beside its files.
    """

    chart_id: str
    mart: str
    words: Mapping[str, Mapping[str, Wording]]
    tables: Mapping[str, Markup]
    stems: Mapping[str, str]
    specs: Mapping[str, str]
    files: Mapping[str, tuple[str, ...]]
    passports: Mapping[str, Mapping[str, Any]]
    library: str
    subjects: Mapping[str, frozenset[str]]

    def wordings(self) -> Iterator[Wording]:
        """Every text of the chart in every language."""
        for texts in self.words.values():
            yield from texts.values()


def pictures_of(
    connection: duckdb.DuckDBPyConnection,
    place: Place,
    charts: list[Step],
    grains: Mapping[str, Sequence[str]],
) -> Iterator[Picture]:
    """The charts of this build, in its order."""
    known = {chart.chart_id: chart for chart in CHARTS}
    for step in charts:
        yield _picture(connection, place, known[step.key.split("/")[1]], grains)


def _picture(
    connection: duckdb.DuckDBPyConnection, place: Place, chart: Chart, grains: Mapping[str, Sequence[str]]
) -> Picture:
    frame = with_row_ids(connection.sql(chart.query).pl(), chart.mart, grains[chart.mart])
    stems = {language: _stem(place, chart.chart_id, language) for language in LANGUAGES}
    return Picture(
        chart_id=chart.chart_id,
        mart=chart.mart,
        words={language: _words(chart, frame, language) for language in LANGUAGES},
        tables={language: Markup(table_text(chart, frame, language)) for language in LANGUAGES},
        stems=stems,
        specs={
            language: _file(place, f"{stem}.vl.json").read_text(encoding="utf-8")
            for language, stem in stems.items()
        },
        files={
            language: tuple(name for name in _names(chart.chart_id, stem) if _file(place, name).is_file())
            for language, stem in stems.items()
        },
        passports={
            language: json.loads(_file(place, f"{stem}.json").read_text(encoding="utf-8"))
            for language, stem in stems.items()
        },
        library=_library(place, stems["en"]),
        subjects={
            column: frozenset(frame[column].drop_nulls().to_list())
            for column in SUBJECTS
            if column in frame.columns
        },
    )


def _words(chart: Chart, frame: Any, language: str) -> dict[str, Wording]:
    """Every part of the chart's words; a part without a message is empty."""
    found = chart.words(frame, language).parts
    return {part: found.get(part, Wording(())) for part in PARTS}


def _stem(place: Place, chart_id: str, language: str) -> str:
    """The chart's files in this language; a script nobody has drawn yet takes the other Chinese one."""
    drawn = _file(place, f"{chart_id}.{language}.vl.json").is_file()
    return f"{chart_id}.{language if drawn else 'zh-Hans'}"


def _names(chart_id: str, stem: str) -> list[str]:
    """Names the chart's files may have: those in one language, and the rows, which need none."""
    return [*(f"{stem}.{ending}" for ending in FORMATS), f"{chart_id}.csv"]


def _library(place: Place, stem: str) -> str:
    """File name of the drawing library, as the chart's own small page loads it; raises SiteError without."""
    page = f"{stem}.embed.html"
    found = LIBRARY.search(_file(place, page).read_text(encoding="utf-8"))
    if found is None:
        raise SiteError(f"charts/{page} loads no qipan-vega.<digest>.js; draw the chart again")
    return found[0]


def _file(place: Place, name: str) -> Path:
    """The file made in this build, or the published one when the chart had no reason to be made again."""
    fresh = place.staged / "charts" / name
    return fresh if fresh.is_file() else place.build / "charts" / name


def inlined_spec(spec: str) -> Markup:
    """A specification that can stand inside a script element; it is JSON again when read back."""
    return Markup(json.dumps(json.loads(spec), ensure_ascii=False).replace("<", "\\u003c"))
