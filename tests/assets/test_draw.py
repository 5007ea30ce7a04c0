"""Charts as steps: one each, fed by one mart, made again when anything that shapes them changes."""

from pathlib import Path

import duckdb
import pytest

from assets import draw
from assets.charts import CHARTS
from assets.charts.library import bundle_name
from assets.charts.reading import ChartError
from assets.charts.renderers import Renderers
from assets.steps import Place
from assets.wording.figures import LANGUAGES

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
    monkeypatch.setattr(draw, "installed_version", lambda package: "next")
    assert step(place, "charts/province_map").digest != before


ROWS = [
    ("dated", year, region, max(0, year - 2023), "jjj", name, name, english, order)
    for year in (2023, 2024)
    for order, (region, name, english) in enumerate(PROVINCES)
]
ENDINGS = ("2x.png", "960.png", "embed.html", "html", "json", "pdf", "png", "svg", "vl.json")


def made(place):
    outcome = step(place, "charts/strategy_timeline").run(coverage(ROWS))
    return outcome, place.staged / "charts"


def test_writes_every_file_in_three_languages_and_reports(place):
    outcome, folder = made(place)
    assert {f"strategy_timeline.{language}.{kind}" for language in LANGUAGES for kind in ENDINGS} | {
        "strategy_timeline.csv",
        bundle_name(),
    } == {path.name for path in folder.iterdir()}
    assert outcome.facts["rows"] == 4
    assert (place.staged / outcome.facts["preview"]).is_file()
    svg = (folder / "strategy_timeline.zh-Hans.svg").read_text(encoding="utf-8")
    assert "天津" in svg
    # the picture says which chart and which edition of it it is
    assert f"棋盘 strategy_timeline 第{outcome.facts['edition']}版" in svg
    width = int.from_bytes((folder / "strategy_timeline.en.960.png").read_bytes()[16:20], "big")
    assert width == 960


def test_the_same_figures_give_the_same_bytes(tmp_path):
    first, second = (Place(root=ROOT, pack="cn", build=tmp_path / name) for name in ("one", "two"))
    one, two = made(first), made(second)
    assert one[0].facts == two[0].facts
    for path in one[1].iterdir():
        assert path.read_bytes() == (two[1] / path.name).read_bytes(), path.name


def test_every_row_of_the_data_file_carries_its_address(place):
    _, folder = made(place)
    lines = (folder / "strategy_timeline.csv").read_text(encoding="utf-8").splitlines()
    at = lines[0].split(",").index("row_id")
    assert sorted(line.split(",")[at] for line in lines[1:]) == [
        "marts.strategy_coverage/dated/2023/110000",
        "marts.strategy_coverage/dated/2023/120000",
        "marts.strategy_coverage/dated/2024/110000",
        "marts.strategy_coverage/dated/2024/120000",
    ]


def test_empty_mart_is_an_error_with_the_condition(place):
    with pytest.raises(ChartError, match=r"strategy_timeline: marts/strategy_coverage has no row where"):
        step(place, "charts/strategy_timeline").run(coverage([]))


def test_what_was_begun_in_time_is_taken_up(place, monkeypatch):
    orders = []
    ordered = Renderers.ordered
    monkeypatch.setattr(
        Renderers, "ordered", lambda self, drawing: orders.append(drawing) or ordered(self, drawing)
    )
    drawn, connection = step(place, "charts/strategy_timeline"), coverage(ROWS)
    drawn.begin(connection)
    drawn.begin(connection)
    assert drawn.run(connection).facts["rows"] == 4
    assert len(orders) == 1
    drawn.run(connection)
    assert len(orders) == 2


def test_a_mart_made_again_in_between_is_what_is_drawn(place):
    drawn = step(place, "charts/strategy_timeline")
    drawn.begin(coverage(ROWS))
    outcome = drawn.run(coverage(ROWS[:2]))
    assert outcome.facts["rows"] == 2
    lines = (place.staged / "charts" / "strategy_timeline.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + 2
    svg = (place.staged / "charts" / "strategy_timeline.en.svg").read_text(encoding="utf-8")
    assert str(outcome.facts["edition"]) in svg
