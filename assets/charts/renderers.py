"""Renderer processes and the orders they share, so that a chart's files use every core.

The renderer runs a browser's script engine and holds the interpreter while it draws: threads would wait
for each other.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from assets.charts.reading import ChartError

ROOT = Path(__file__).parents[2]
MOST = 4
"""Renderers at most: each takes some 200 MB."""

Order = dict[str, Any]


class Renderers:
    """As many renderer processes as there are cores; each answers one order at a time."""

    def __init__(self, number: int) -> None:
        self._threads = ThreadPoolExecutor(number, thread_name_prefix="renderer")
        self._own = threading.local()

    def ordered(self, order: Order) -> Future[None]:
        """Have one file made; the future raises ChartError when it cannot be."""
        return self._threads.submit(self._perform, order)

    def _perform(self, order: Order) -> None:
        process = self._process()
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(json.dumps(order) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            self._own.process = None
            raise ChartError(
                f"{Path(order['target']).name}: the renderer ended (exit code {process.wait()});"
                " refresh again; if it stays so, look for the memory it had"
            )
        if trouble := json.loads(answer):
            raise ChartError(f"{Path(order['target']).name}: could not be drawn: {trouble}")

    def _process(self) -> subprocess.Popen[str]:
        """This thread's renderer, started when first needed."""
        process = getattr(self._own, "process", None)
        if process is None:
            process = subprocess.Popen(
                [sys.executable, "-m", "assets.charts.renderer"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                cwd=ROOT,
                # a Ctrl-C is for the refresh; the renderer ends when its input does
                start_new_session=True,
                env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
            )
            self._own.process = process
        return process


@cache
def renderers() -> Renderers:
    """The renderers of this process."""
    return Renderers(max(1, min(MOST, os.cpu_count() or 1)))


def made(orders: Sequence[Future[None]]) -> None:
    """Wait for all orders; raises the first error when all have ended."""
    for order in orders:
        order.exception()
    for order in orders:
        order.result()
