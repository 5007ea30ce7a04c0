"""Files of the inbox read again: series told by indicator, judged like any publisher's answer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from assets.landing.errors import EditionConflictError, LandingError, ShapeError
from assets.landing.exchange import Figure, LiveSeries, values_of
from assets.landing.judging import Limits, judge
from assets.landing.reading import Facts, ReadAnswer, reference_lines
from assets.landing.record import LandedAnswer
from assets.landing.store import LandingStore
from assets.sources import inbox
from assets.sources.inbox.regions import RegionNames, region_names
from assets.sources.inbox.rules import Known

# Indicators nobody prints: they are recomputed from others.
DERIVED = ("ratio", "period_average")


def inbox_series(reference: Path) -> dict[str, LiveSeries]:
    """Series a file may hold, by id: every printed indicator in its own unit, and lines of series.csv.

    A table in another unit gets a line in series.csv with collection inbox, its unit and its factor.
    """
    symbols = {line["unit_id"]: line["symbol_zh_hans"] for line in reference_lines(reference, "units")}
    printed = reference_lines(reference, "series")
    currencies = {line["indicator_id"]: line["currency"] for line in reversed(printed)}
    own = {
        line["indicator_id"]: _series(
            line["indicator_id"],
            line["indicator_id"],
            symbols[line["unit_id"]],
            1.0,
            # money of files is in yuan; other currencies need a line that says so
            "CNY" if currencies.get(line["indicator_id"]) else "",
        )
        for line in reference_lines(reference, "indicators")
        if line["aggregation"] not in DERIVED
    }
    stated = {
        line["series_id"]: _series(
            line["series_id"],
            line["indicator_id"],
            line["unit_printed"],
            float(line["unit_factor"]),
            line["currency"],
        )
        for line in printed
        if line["collection"] == inbox.COLLECTION
    }
    return own | stated


def known_ids(reference: Path) -> Known:
    """Ids a mapping may name, and the units of the series it may hold."""
    vintages = reference_lines(reference, "vintages")
    return Known(
        units={name: series.unit_printed for name, series in inbox_series(reference).items()},
        sources=frozenset(line["source_id"] for line in reference_lines(reference, "sources")),
        vintages=frozenset(line["vintage_id"] for line in vintages),
        bases=frozenset(line["basis_id"] for line in vintages),
        regions=frozenset(line["region_id"] for line in reference_lines(reference, "regions")),
    )


def names_of_regions(reference: Path) -> RegionNames:
    """Names under which files may print the regions of a pack."""
    return region_names(reference_lines(reference, "regions"))


def read_files(
    store: LandingStore, reference: Path, facts: Facts
) -> Iterator[tuple[ReadAnswer, dict[str, tuple[LiveSeries, tuple[Figure, ...]]]]]:
    """Files landed, oldest first, with the figures of each series they hold.

    Of one file landed under several mappings only the newest counts: the others were mistakes.
    """
    known, names = inbox_series(reference), names_of_regions(reference)
    newest = [
        list(store.answers(*key))[-1]
        for key in store.series()
        if key[0] == inbox.COLLECTION and any(True for _ in store.answers(*key))
    ]
    for landed in sorted(newest, key=lambda answer: answer.retrieved_at):
        try:
            found = _figures(landed, known, names, facts)
        except LandingError as error:
            yield ReadAnswer(landed, (), error), {}
            continue
        figures = tuple(figure for _, some in found.values() for figure in some)
        yield ReadAnswer(landed, figures), found


def _figures(
    landed: LandedAnswer, known: dict[str, LiveSeries], names: RegionNames, facts: Facts
) -> dict[str, tuple[LiveSeries, tuple[Figure, ...]]]:
    by_series: dict[str, list[Figure]] = defaultdict(list)
    for series_id, figure in inbox.read(landed.body(), landed.record["context"], names, landed.answer_id):
        by_series[series_id].append(figure)
    accepted = facts.accepted.get(landed.record["sha256"], frozenset())
    for series_id, figures in by_series.items():
        if series_id not in known:
            raise ShapeError(
                f"{landed.answer_id}: series '{series_id}' is no longer in series.csv; restore it"
            )
        series = known[series_id]
        judge(
            figures,
            series.unit_factor,
            facts.held[series.indicator_id],
            facts.limits.get(series.indicator_id, Limits()),
            f"{landed.answer_id} {series_id}",
            accepted_errors=accepted,
            nations=facts.nations,
        )
        _refuse_edition(landed, series, figures, facts)
    vintage_id = landed.record["context"].get("vintage_id", "")
    for series_id, figures in by_series.items():
        series = known[series_id]
        values = values_of(figures, series.unit_factor)
        facts.held[series.indicator_id].update(values)
        facts.printed_in[series.indicator_id, vintage_id].update(values)
    return {series_id: (known[series_id], tuple(figures)) for series_id, figures in by_series.items()}


def _refuse_edition(
    landed: LandedAnswer, series: LiveSeries, figures: Sequence[Figure], facts: Facts
) -> None:
    """Raise EditionConflictError where the edition a sidecar states cannot be that of its figures."""
    context = landed.record["context"]
    vintage_id, published_on = context.get("vintage_id", ""), context.get("published_on", "")
    for figure in figures:
        cell = (figure.region_code, figure.period_text)
        place = f"{landed.answer_id} {series.series_id} {cell[0]} {cell[1]}"
        if not figure.value_text:
            continue
        if vintage_id and cell in facts.printed_in[series.indicator_id, vintage_id]:
            raise EditionConflictError(
                f"{place}: edition '{vintage_id}' prints this cell already; give the file an edition of its"
                " own, with published_on or a line in vintages.csv"
            )
        if published_on and cell[1].isdecimal() and published_on <= f"{cell[1]}-12-31":
            raise EditionConflictError(
                f"{place}: published_on {published_on} lies before the year has ended; correct the sidecar"
            )
        newer = facts.came_out.get((series.indicator_id, cell))
        if published_on and newer and published_on < newer.isoformat():
            raise EditionConflictError(
                f"{place}: published_on {published_on} is older than the edition held (about {newer}), so it"
                " cannot rank by its date; state the edition it is with vintage, or add it to vintages.csv"
            )


def _series(series_id: str, indicator_id: str, unit: str, factor: float, currency: str) -> LiveSeries:
    return LiveSeries(
        collection=inbox.COLLECTION,
        series_id=series_id,
        indicator_id=indicator_id,
        source_module=inbox.COLLECTION,
        catalogue_code="",
        item_code="",
        printed_names=(),
        unit_printed=unit,
        unit_factor=factor,
        currency=currency,
        region_codes=(),
        first_year=0,
    )
