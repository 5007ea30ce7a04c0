"""A process that draws charts: drawings come in pickled, one after the other; answers go out so.

    python -m assets.charts.renderer

It ends when its input ends, so it never outlives the refresh that started it. An answer is the edition
of the files it wrote, or the trouble it had, in words.
"""

import os
import pickle
import sys
from dataclasses import dataclass
from typing import BinaryIO

from assets.charts.drawing import write_files
from assets.charts.reading import ChartError


@dataclass(frozen=True)
class Answer:
    """How a drawing went: the edition written, or what stood against it."""

    edition: str = ""
    trouble: str = ""


def answer(orders: BinaryIO, answers: BinaryIO) -> None:
    """Take drawings until there are no more."""
    while True:
        try:
            drawing = pickle.load(orders)
        except EOFError:
            return
        try:
            said = Answer(edition=write_files(drawing))
        except ChartError as error:
            said = Answer(trouble=str(error))
        except Exception as error:
            # said to the one who ordered: a renderer that ends would take the charts after this one along
            said = Answer(trouble=f"{drawing.chart.chart_id}: {type(error).__name__}: {error}")
        pickle.dump(said, answers)
        answers.flush()


def main() -> None:
    """Draw what the standard input orders; nothing but answers may reach the standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    answer(sys.stdin.buffer, answers)


if __name__ == "__main__":
    # under its own name, so that both ends of the pipe mean the same classes
    from assets.charts import renderer

    renderer.main()
