"""Processes that draw: an edition comes back, or trouble in words; a dead one is replaced."""

import pickle
from dataclasses import replace

import pytest

from assets.charts.drawing import Drawing
from assets.charts.reading import ChartError
from assets.charts.renderer import sent
from assets.charts.renderers import Renderers
from assets.wording.figures import LANGUAGES
from tests.assets.charts.test_embedding import CHART, frame


@pytest.fixture(scope="module")
def alone():
    return Renderers(1)


def drawing(folder):
    words = {language: CHART.words(frame(), language) for language in LANGUAGES}
    return Drawing(CHART, frame(), words, folder)


def process_of(renderers):
    """The one process of renderers that have one."""
    return renderers._threads.submit(renderers._process).result()


def test_files_and_their_edition_come_from_the_process(alone, tmp_path):
    edition = alone.ordered(drawing(tmp_path)).result()
    assert len(edition) == 10
    svg = (tmp_path / f"{CHART.chart_id}.en.svg").read_text(encoding="utf-8")
    assert edition in svg


def test_trouble_is_told_and_the_process_goes_on(alone, tmp_path):
    with pytest.raises(ChartError, match=f"{CHART.chart_id}: FileNotFoundError: .*nowhere"):
        alone.ordered(drawing(tmp_path / "nowhere")).result()
    lacking = replace(CHART, needs_outlines=True)
    with pytest.raises(ChartError, match="is a map; pass the outlines"):
        alone.ordered(replace(drawing(tmp_path), chart=lacking)).result()
    assert alone.ordered(drawing(tmp_path)).result()


def test_a_process_that_died_is_named_and_the_next_chart_has_a_new_one(alone, tmp_path):
    alone.ordered(drawing(tmp_path)).result()
    process = process_of(alone)
    process.kill()
    with pytest.raises(ChartError, match=rf"{CHART.chart_id}: the renderer ended \(exit code -9;"):
        alone.ordered(drawing(tmp_path)).result()
    assert alone.ordered(drawing(tmp_path)).result()
    assert process_of(alone).poll() is None


def test_a_drawing_that_cannot_travel_is_told_and_harms_no_other(alone, tmp_path):
    here = replace(drawing(tmp_path), chart=replace(CHART, body=lambda *_: None))
    with pytest.raises(ChartError, match=f"{CHART.chart_id}: cannot travel .*none is a lambda"):
        alone.ordered(here).result()
    assert alone.ordered(drawing(tmp_path)).result()


def test_an_order_that_cannot_be_read_is_told_and_the_next_is_drawn(alone, tmp_path):
    alone.ordered(drawing(tmp_path)).result()
    process = process_of(alone)
    sent(process.stdin, b"no pickle" * 1000)
    assert "a drawing could not be read" in pickle.load(process.stdout).trouble
    assert alone.ordered(drawing(tmp_path)).result()


def test_it_ends_with_whoever_ordered(tmp_path):
    other = Renderers(1)
    other.ordered(drawing(tmp_path)).result()
    process = process_of(other)
    sent(process.stdin, pickle.dumps(drawing(tmp_path)))
    process.stdin.close()
    assert process.wait(60) == 0
