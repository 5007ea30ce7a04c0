"""Charts as steps: one each, fed by one mart, made again when anything that shapes them changes."""

from pathlib import Path

import duckdb
import pytest

from assets import draw
from assets.charts import CHARTS
from assets.charts.reading import ChartError
from assets.steps import Place

ROOT = Path(__file__).parents[2]
PROVINCES = [("110000", "北京", "Beijing"), ("120000", "天津", "Tianjin")]


@pytest.fixture
def place(tmp_path):
    return Place(root=ROOT, pack="cn", build=tmp_path)


def coverage(rows):
    """A connection with the one mart the strategy grid reads."""
    connection = duckdb.connect()
    connection.execute("create schema marts")
    connection.execute(
        "create table marts.strategy_coverage (membership varchar, period integer, region_id varchar,"
        " n_strategies bigint, strategy_ids varchar, region_short_name_zh_hans varchar,"
        " region_short_name_zh_hant varchar, region_short_name_en varchar, sort_order integer)"
    )
    if rows:
        connection.executemany("insert into marts.strategy_coverage values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return connection


def step(place, key):
    return next(step for step in draw.chart_steps(place) if step.key == key)


def test_one_step_per_chart_fed_by_its_mart(place):
    steps = draw.chart_steps(place)
    assert [(step.key, step.deps) for step in steps] == [
        (f"charts/{chart.chart_id}", (chart.mart,)) for chart in CHARTS
    ]
    assert len({step.digest for step in steps}) == len(steps)
    assert all(step.description.endswith("?") for step in steps)
    assert [step.digest for step in draw.chart_steps(place)] == [step.digest for step in steps]


def test_digest_follows_the_renderer_version(place, monkeypatch):
    before = step(place, "charts/province_map").digest
    monkeypatch.setattr(draw, "_version", lambda package: "next")
    assert step(place, "charts/province_map").digest != before


def test_writes_four_files_per_language_and_reports(place):
    rows = [
        ("dated", year, region, year - 2023, "jjj", name, name, english, order)
        for year in (2023, 2024)
        for order, (region, name, english) in enumerate(
            [("110000", "北京", "Beijing"), ("120000", "天津", "Tianjin")]
        )
    ]
    rows[0] = (*rows[0][:3], 0, *rows[0][4:])
    outcome = step(place, "charts/strategy_timeline").run(coverage(rows))
    folder = place.staged / "charts"
    assert sorted(path.name for path in folder.iterdir()) == [
        f"strategy_timeline.{language}.{kind}"
        for language in ("en", "zh-Hans")
        for kind in ("html", "png", "svg", "vl.json")
    ]
    assert outcome.facts["rows"] == 4
    assert (place.staged / outcome.facts["preview"]).is_file()
    assert "天津" in (folder / "strategy_timeline.zh-Hans.svg").read_text(encoding="utf-8")


def test_empty_mart_is_an_error_with_the_condition(place):
    with pytest.raises(ChartError, match=r"strategy_timeline: marts/strategy_coverage has no row where"):
        step(place, "charts/strategy_timeline").run(coverage([]))
