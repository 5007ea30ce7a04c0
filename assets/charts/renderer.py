"""A process that draws charts: drawings come in pickled, each after its length; answers go out pickled.

    python -m assets.charts.renderer

It ends as soon as its input does, with the refresh that started it. An answer is the edition of the files
it wrote, or the trouble it had, in words.
"""

import os
import pickle
import sys
import threading
import traceback
from dataclasses import dataclass
from queue import SimpleQueue
from typing import IO

from assets.charts.drawing import write_files
from assets.charts.reading import ChartError

LENGTH = 8
"""Bytes before every order that say how long it is."""


@dataclass(frozen=True)
class Answer:
    """How a drawing went: the edition written, or what stood against it."""

    edition: str = ""
    trouble: str = ""


def sent(orders: IO[bytes], order: bytes) -> None:
    """Send one pickled drawing; a renderer that cannot read it goes on with the next."""
    orders.write(len(order).to_bytes(LENGTH) + order)
    orders.flush()


def received(orders: IO[bytes], waiting: "SimpleQueue[bytes]") -> None:
    """Put every order into the queue; end the process when whoever ordered is gone."""
    while head := orders.read(LENGTH):
        waiting.put(orders.read(int.from_bytes(head)))
    # what is being drawn nobody waits for, and the next refresh writes the same files
    os._exit(0)


def answered(order: bytes) -> Answer:
    """Draw one order."""
    try:
        drawing = pickle.loads(order)
    except Exception as error:
        traceback.print_exc()
        return Answer(trouble=f"a drawing could not be read: {type(error).__name__}: {error}")
    try:
        return Answer(edition=write_files(drawing))
    except ChartError as error:
        return Answer(trouble=str(error))
    except Exception as error:
        # said to the one who ordered: a renderer that ends would take the charts after this one along
        traceback.print_exc()
        return Answer(trouble=f"{drawing.chart.chart_id}: {type(error).__name__}: {error}")


def main() -> None:
    """Draw what the standard input orders; nothing but answers may reach the standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    waiting: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=received, args=(sys.stdin.buffer, waiting), daemon=True).start()
    while True:
        pickle.dump(answered(waiting.get()), answers)
        answers.flush()


if __name__ == "__main__":
    # under its own name, so that both ends of the pipe mean the same classes
    from assets.charts import renderer

    renderer.main()
