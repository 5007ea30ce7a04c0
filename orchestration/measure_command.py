"""`qipan measure`: every measure that applies to a panel of one's own. Loads neither Dagster nor pandas."""

import sys
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Annotated, Self

import click
import typer
from typer.core import TyperCommand

EVERY_MEASURE = "all"
# seconds of silence before the first word on stderr, and before the second; then they double
FIRST_WORD, NEXT_WORD = 3.0, 10.0


class Waiting:
    """Says on stderr what is being measured, once that has taken three seconds, then ever more rarely."""

    def __init__(self) -> None:
        self.doing = ""
        self._done = Event()
        self._thread = Thread(target=self._say, daemon=True)

    def __enter__(self) -> Self:
        self._started = monotonic()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def at(self, doing: str) -> None:
        """Take note of what is measured from now on."""
        self.doing = doing

    def _say(self) -> None:
        pause = FIRST_WORD
        while not self._done.wait(pause):
            seconds = monotonic() - self._started
            print(f"measure: {seconds:.0f} s, {self.doing or 'at work'}", file=sys.stderr, flush=True)
            pause = 2 * pause if pause > FIRST_WORD else NEXT_WORD


class MeasureCommand(TyperCommand):
    """Takes --explain without a name as the question for all names."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Arguments with the name left out of --explain filled in."""
        complete = []
        for place, argument in enumerate(args):
            complete.append(argument)
            following = args[place + 1 : place + 2]
            if argument == "--explain" and (not following or following[0].startswith("--")):
                complete.append(EVERY_MEASURE)
        return super().parse_args(ctx, complete)


def measure(
    panel: Annotated[
        Path | None, typer.Argument(metavar="[PANEL.csv]", help="long or wide, see above")
    ] = None,
    groups: Annotated[
        Path | None,
        typer.Option(
            metavar="CSV",
            help="region, then a column for each partition (text: the group of each region) or zone"
            " (1 inside, 0 outside; zones may overlap); one line per region of the panel, no others",
        ),
    ] = None,
    neighbours: Annotated[
        Path | None,
        typer.Option(
            metavar="CSV", help="region,neighbor: a line per pair of neighbours, in either direction"
        ),
    ] = None,
    prices: Annotated[
        Path | None,
        typer.Option(
            metavar="CSV", help="t,region,good,index: chain price indices, previous period = 1 or 100"
        ),
    ] = None,
    price_pairs: Annotated[
        Path | None, typer.Option(metavar="CSV", help="a,b: the pairs of regions whose prices are compared")
    ] = None,
    indicators: Annotated[
        Path | None,
        typer.Option(metavar="CSV", help="unit, then a column per indicator: entropy weights and scores"),
    ] = None,
    lower: str = typer.Option("", metavar="NAMES", help="indicators of which less is better, with commas"),
    masses: Annotated[
        Path | None, typer.Option(metavar="CSV", help="region,gdp,pop: potential linkage; with --distances")
    ] = None,
    distances: Annotated[
        Path | None, typer.Option(metavar="CSV", help="a,b,km: every ordered pair of regions")
    ] = None,
    out: Annotated[Path, typer.Option(metavar="CSV", help="where the measures are written")] = Path(
        "measures.csv"
    ),
    explain: str = typer.Option(
        "", metavar="[METRIC]", help="how a measure is computed, such as gini; without a name, all names"
    ),
) -> None:
    """Compute every measure that applies to a panel of your own. Files are CSV in UTF-8 with commas.

    \b
    A long panel has a line per region and year:
      region,year,y,pop,bloc,coast
      Aland,2000,10.5,3.1,east,1
      Aland,2001,11.0,3.2,east,1
      Bland,2000,20.1,5.0,west,0
      Bland,2001,20.0,5.1,west,0

    \b
      region, year  as they come; without year the file is one cross-section
      y             the level, 0 or more; blank where nothing is published
      pop           the weight, above 0; without it all is unweighted
      gdp           the total that y is per head of, if you have it
      others        of text: a partition into groups; of 0 and 1: a zone

    \b
    A wide panel has a line per region, a column per year, and no weights:
      region,2000,2001
      Aland,10.5,11.0
      Bland,20.1,20.0

    \b
    A summary is printed. The file written has the columns
    metric, key, value, weighting, method, reason.
    Every format with an example, and what is refused: warehouse/MEASURE.md
    """
    from assets.statistics.input_errors import MeasureInputError
    from assets.statistics.measuring_tables import Tables
    from assets.statistics.method_cards import UnknownMetricError

    try:
        if explain:
            from assets.statistics.method_cards import explain as card_of
            from assets.statistics.method_cards import list_of_names

            print(list_of_names() if explain == EVERY_MEASURE else card_of(explain))
            return
        from assets.statistics.measuring import run_measure

        less = tuple(name.strip() for name in lower.split(",") if name.strip())
        tables = Tables(prices, price_pairs, indicators, less, masses, distances)
        if panel is None and not tables.is_given:
            sys.exit("measure: give the file of a panel, or --explain; see qipan measure --help")
        with Waiting() as waiting:
            summary = run_measure(panel, groups, neighbours, out, tables, waiting.at)
        print(summary)
    except (MeasureInputError, UnknownMetricError) as error:
        sys.exit(f"measure: {error}")
