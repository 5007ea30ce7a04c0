"""The processes that draw, and the charts waiting for them, so that drawing uses every core.

The renderer runs a browser's script engine and holds the interpreter while it draws: threads would wait
for each other.
"""

import os
import pickle
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path

from assets.charts.drawing import Drawing
from assets.charts.reading import ChartError
from assets.charts.renderer import sent

ROOT = Path(__file__).parents[2]
MOST = 4
"""Processes at most: each takes some 300 MB."""


class Renderers:
    """As many drawing processes as there are cores; each draws one chart at a time."""

    def __init__(self, number: int) -> None:
        self._threads = ThreadPoolExecutor(number, thread_name_prefix="renderer")
        self._own = threading.local()

    def ordered(self, drawing: Drawing) -> Future[str]:
        """Have a chart's files written; gives their edition, or raises ChartError when they cannot be."""
        return self._threads.submit(self._perform, drawing)

    def _perform(self, drawing: Drawing) -> str:
        name = drawing.chart.chart_id
        try:
            order = pickle.dumps(drawing)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise ChartError(
                f"{name}: cannot travel to the process that draws ({error}); a chart's functions stand in"
                " its module, none is a lambda"
            ) from error
        process = self._process()
        assert process.stdin is not None and process.stdout is not None
        try:
            sent(process.stdin, order)
            answer = pickle.load(process.stdout)
        except (BrokenPipeError, EOFError):
            self._own.process = None
            raise ChartError(
                f"{name}: the renderer ended (exit code {process.wait()}; -9 is often a lack of memory);"
                " what it last said stands above; refresh again"
            ) from None
        if answer.trouble:
            raise ChartError(answer.trouble)
        edition: str = answer.edition
        return edition

    def _process(self) -> "subprocess.Popen[bytes]":
        """This thread's renderer, started when first needed."""
        process = getattr(self._own, "process", None)
        if process is None:
            process = subprocess.Popen(
                [sys.executable, "-m", "assets.charts.renderer"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=ROOT,
                # a Ctrl-C is for the refresh; the renderer ends when its input does
                start_new_session=True,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
            )
            self._own.process = process
        return process


@cache
def renderers() -> Renderers:
    """The renderers of this process."""
    return Renderers(max(1, min(MOST, os.cpu_count() or 1)))
