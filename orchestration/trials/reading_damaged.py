"""Thousands of damaged answers read: each must be refused by name, or give the very figures of the whole one.

    qipan bench mutations --number 10000

Answers of several NBS series are landed from the replay server, damaged by seed, and read again as the
build would, beside the figures held. Damage that leaves a plausible figure in every cell is not drawn:
it is what a revision looks like, and the revision report lists it cell by cell.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

from assets.landing.collecting import collect
from assets.landing.errors import LandingError
from assets.landing.exchange import Cell, Figure, LiveSeries, values_of
from assets.landing.judging import Limits, judge
from assets.landing.planning import plan_collection
from assets.landing.reading import Facts
from assets.landing.settings import TransportSettings
from assets.landing.store import LandingStore
from assets.landing.transport import PoliteClient
from assets.steps import Place
from orchestration.replay.command import replaying
from orchestration.trials.mutations import mutate

SERIES = {
    "nbs_province_year": ("gdp_nominal", "population_resident", "gdp_per_capita", "patents_granted"),
    "nbs_province_quarter": ("gdp_nominal_year_to_date",),
    "nbs_city_year": ("gdp_nominal",),
}
SHOWN = 10


@dataclass
class Tally:
    """What became of the damaged answers: refusals by error name, unharmed, and what must not be."""

    refused: Counter[str] = field(default_factory=Counter)
    unharmed: int = 0
    wrong: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether no number was silently wrong and no exception uncaught."""
        return not self.wrong and not self.crashed

    def sentence(self) -> str:
        """The tally in lines."""
        names = "\n".join(f"  {name:<28}{count:>7,}" for name, count in self.refused.most_common())
        total = self.refused.total() + self.unharmed + len(self.wrong) + len(self.crashed)
        lines = [
            f"{total:,} damaged answers: {self.refused.total():,} refused by name,"
            f" {self.unharmed:,} read unharmed, {len(self.wrong)} silently wrong,"
            f" {len(self.crashed)} crashed",
            names,
            *(f"  wrong    {what}" for what in self.wrong[:SHOWN]),
            *(f"  crashed  {what}" for what in self.crashed[:SHOWN]),
        ]
        return "\n".join(lines)


@dataclass(frozen=True)
class _Whole:
    """An undamaged answer, how it is read, and what was held when it was."""

    series: LiveSeries
    body: bytes
    context: dict[str, str]
    figures: tuple[Figure, ...]
    held: dict[Cell, float]
    limits: Limits


def run_mutations(place: Place, number: int, seed: int = 1, report: Callable[[str], None] = print) -> Tally:
    """Read `number` damaged answers; a line of progress each tenth of them."""
    wholes = _whole_answers(place)
    tally = Tally()
    started = time.monotonic()
    for count in range(1, number + 1):
        whole = wholes[count % len(wholes)]
        damaged, what = mutate(whole.body, seed * 1_000_003 + count)
        _read_one(whole, damaged, f"{whole.series.series_id}, draw {count}: {what}", tally)
        if count % max(number // 10, 1) == 0:
            report(f"  {count:,} of {number:,} read, {time.monotonic() - started:.0f} s")
    return tally


def _read_one(whole: _Whole, damaged: bytes, what: str, tally: Tally) -> None:
    read = import_module(f"assets.sources.{whole.series.source_module}").read
    try:
        figures = tuple(read(damaged, whole.series, whole.context, "damaged"))
        printed = [(figure.region_code, figure.period_text) for figure in whole.figures if figure.value_text]
        judge(figures, whole.series.unit_factor, whole.held, whole.limits, "damaged", printed_before=printed)
    except LandingError as error:
        tally.refused[type(error).__name__] += 1
    except Exception as error:
        # the very thing looked for: an exception nobody named
        tally.crashed.append(f"{what}: {type(error).__name__}: {error}")
    else:
        if _numbers(figures) == _numbers(whole.figures):
            tally.unharmed += 1
        else:
            tally.wrong.append(what)


def _numbers(figures: tuple[Figure, ...]) -> dict[Cell, float]:
    return values_of(figures, 1.0)


def _whole_answers(place: Place) -> list[_Whole]:
    found = []
    with tempfile.TemporaryDirectory() as folder, replaying(place, 0) as server:
        store = LandingStore(Path(folder))
        for collection, names in SERIES.items():
            plan = plan_collection(place, collection)
            keys = [(collection, name) for name in names]
            chosen = {key: plan.lines[key] for key in keys}
            hosts = import_module(f"assets.sources.{chosen[keys[0]][0].source_module}").HOSTS
            settings = TransportSettings(
                allowed_hosts=hosts, contact="", seconds_between=0, replay=server.url
            )
            list(collect(replace(plan, lines=chosen), PoliteClient(settings), store))
            for key in keys:
                found += _wholes_of(store, key, plan.facts)
    return found


def _wholes_of(store: LandingStore, key: tuple[str, str], facts: Facts) -> list[_Whole]:
    wholes = []
    for landed in store.answers(*key):
        if landed.record["holds_figures"]:
            series = facts.series[key][0]
            read = import_module(f"assets.sources.{series.source_module}").read
            context = landed.record["context"]
            figures = tuple(read(landed.body(), series, context, landed.answer_id))
            held = facts.held[series.indicator_id]
            limits = facts.limits[series.indicator_id]
            wholes.append(_Whole(series, landed.body(), context, figures, held, limits))
    return wholes
