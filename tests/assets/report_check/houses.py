"""A build folder with a little chart and a little mart, to compare reports with."""

import json
from pathlib import Path

import duckdb

from assets import frozen
from assets.charts.embedding import passport, passport_text
from assets.draw import chart_steps
from assets.steps import Place
from tests.assets.charts.frames import charts_by_id
from tests.assets.charts.test_embedding import frame

ROOT = Path(__file__).parents[3]
CHART = charts_by_id()["bloc_gdp_per_head"]
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
ROW = "marts.province_gap/census5/gdp_per_head/110000/2024"
# what a picture of a test begins with; only its bytes count
PNG = b"\x89PNG\r\n\x1a\n"


def house(folder: Path) -> Place:
    """One chart in edition 0123456789, frozen as aaaaaaaaaaaa; edition fedcba9876 was bbbbbbbbbbbb."""
    place = Place(root=ROOT, pack="cn", build=folder)
    for release_id, edition in (("bbbbbbbbbbbb", "fedcba9876"), ("aaaaaaaaaaaa", "0123456789")):
        write_chart(place.build / "charts", edition)
        frozen.freeze(place, chart_steps(place), release_id)
    with duckdb.connect(str(place.published_file)) as connection:
        connection.execute("create schema catalog; create schema marts; create schema core")
        connection.execute(
            "create table catalog.release as select 'aaaaaaaaaaaa' as release_id, today() as built_at"
        )
        connection.execute(
            "create table marts.province_gap as select 'census5' as view_id, 'gdp_per_head' as indicator_id,"
            " '110000' as region_id, 2024 as period, 2.3941 as ratio, null::double as rest"
        )
    return place


def write_chart(folder: Path, edition: str) -> None:
    """The files of the chart as a publication leaves them: renamed into place."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        words = CHART.words(frame(), language)
        svg = f'<svg width="600" height="400"><text>Qipan {CHART.chart_id}, edition {edition}</text></svg>'
        said = passport(CHART, frame(), words, language, edition, svg)
        for ending, data in {
            "json": passport_text(said).encode(),
            "svg": svg.encode(),
            "png": PNG + f"{edition} {language}".encode(),
        }.items():
            unfinished = folder / "unfinished"
            unfinished.write_bytes(data)
            unfinished.replace(folder / f"{CHART.chart_id}.{language}.{ending}")


def passport_of(place: Place, language: str) -> dict:
    """The facts of the current chart."""
    file = place.build / "charts" / f"{CHART.chart_id}.{language}.json"
    return dict(json.loads(file.read_text(encoding="utf-8")))
