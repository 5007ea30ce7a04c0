"""The report measured: seconds to make it, whether it can be made again byte for byte, size, first paint.

    qipan bench report

The charts in all formats and the site are made twice into folders of their own, from the build that
stands; the published files stay as they are. First paint is measured in Chromium, from disk, where the
extra `browser` is installed; the browser is QIPAN_BROWSER, or chromium on PATH.
"""

import hashlib
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import duckdb

from assets.draw import chart_steps
from assets.house import MOST_AHEAD
from assets.steps import Place, Step

TOGETHER = 60.0
"""Seconds promised for all charts in all formats and languages and the site, on two cores."""
# One page of each type.
PAGES = (
    "index", "groups", "regions", "indicators", "charts", "compare", "claims", "methods", "data",
    "group/yreb", "region/440000", "indicator/gdp_per_head", "chart/bloc_gdp_share",
)  # fmt: skip
LOADS = 5
LOADED = """() => [
    performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    performance.getEntriesByType("navigation")[0].loadEventEnd,
]"""


class NoBuildError(Exception):
    """There is nothing to make the report from; the message says how to get it."""


@dataclass(frozen=True)
class Made:
    """One making of the report: seconds for charts and site, pages, and the digest of every file."""

    charts: float
    site: float
    pages: int
    digests: dict[str, str]
    megabytes: float


def run_report(place: Place, report: Callable[[str], None]) -> bool:
    """Measures and reports line by line; returns whether the promises hold.

    Raises NoBuildError where there is no build yet.
    """
    with _folder() as first, _folder() as second:
        made, again = make_report(place, first), make_report(place, second)
        together = made.charts + made.site
        report(f"charts, all formats and languages: {made.charts:.1f} s, again {again.charts:.1f} s")
        report(f"site: {made.site:.1f} s, again {again.site:.1f} s; {made.pages} pages, {made.megabytes} MB")
        report(f"together: {together:.1f} s of {TOGETHER:.0f} s promised")
        names = made.digests.keys() | again.digests.keys()
        differing = sorted(name for name in names if made.digests.get(name) != again.digests.get(name))
        report(
            f"second build: {len(names)} files, {len(differing)} differ {' '.join(differing[:5])}".rstrip()
        )
        for line in paint_lines(Place(place.root, place.pack, first).staged / "report" / "en"):
            report(line)
    return together <= TOGETHER and not differing


def make_report(place: Place, folder: Path) -> Made:
    """Draws every chart and writes the site into `folder`, from the build of `place`."""
    from assets.site.site import build

    if not place.build_file.is_file():
        raise NoBuildError(f"{place.build_file} is not there; make a build first: qipan refresh")
    trial = Place(place.root, place.pack, folder)
    steps = chart_steps(trial)
    with duckdb.connect(str(place.build_file), read_only=True) as connection:
        seconds = _timed(lambda: _draw(steps, connection))
        started = time.perf_counter()
        facts = build(connection, trial, steps, "0" * 12)
        site = time.perf_counter() - started
    files = sorted(path for path in trial.staged.rglob("*") if path.is_file())
    digests = {
        str(path.relative_to(trial.staged)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
    return Made(seconds, site, int(str(facts["pages"])), digests, float(str(facts["megabytes"])))


def paint_lines(pages: Path) -> Iterator[str]:
    """A line a page type: its bytes, those of what it loads, first paint and end of loading in ms."""
    executable = os.environ.get("QIPAN_BROWSER") or shutil.which("chromium")
    if find_spec("playwright") is None or executable is None:
        yield "first paint: not measured; install the extra `browser` and chromium"
        return
    yield f"{'page':<24} {'KB':>8} {'with files KB':>14} {'first paint ms':>15} {'loaded ms':>10}"
    with _browser(executable) as browser:
        for name in PAGES:
            path = pages / f"{name}.html"
            if path.is_file():
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                own, whole, paint, loaded = _measured(page, path)
                yield f"{name:<24} {own / 1e3:>8.0f} {whole / 1e3:>14.0f} {paint:>15.0f} {loaded:>10.0f}"


def _measured(page: Any, path: Path) -> tuple[int, int, float, float]:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    paints, ends = [], []
    for _ in range(LOADS):
        page.goto(path.as_uri(), wait_until="load")
        # a page in the background is painted only when it is asked for a frame
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        paint, end = page.evaluate(LOADED)
        paints.append(float("nan") if paint is None else paint)
        ends.append(end)
    files = [Path(unquote(urlparse(name).path)) for name in sorted(asked) if name.startswith("file:")]
    return (
        path.stat().st_size,
        sum(file.stat().st_size for file in files),
        statistics.median(paints),
        statistics.median(ends),
    )


@contextmanager
def _browser(executable: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=executable, args=arguments)
        yield launched
        launched.close()


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="qipan-report-") as folder:
        yield Path(folder)


def _draw(steps: list[Step], connection: duckdb.DuckDBPyConnection) -> None:
    """As a refresh does it: the next charts are begun before the one in turn is waited for."""
    for number, step in enumerate(steps):
        for later in steps[number : number + MOST_AHEAD]:
            assert later.begin is not None
            later.begin(connection)
        step.run(connection)


def _timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
