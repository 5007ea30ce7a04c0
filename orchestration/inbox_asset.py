"""The asset `landing/inbox`: files people put into the inbox, landed one by one, errors by file."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import dagster

from assets.landing.collecting import SeriesOutcome
from assets.landing.errors import LandingError
from assets.landing.inbox_reading import known_ids, names_of_regions, read_files
from assets.landing.reading import read_facts
from assets.landing.store import LandingStore
from assets.sources import inbox
from assets.sources.inbox.folder import SETTLED_AFTER
from assets.sources.inbox.regions import RegionNames
from assets.sources.inbox.rules import Known
from assets.steps import Place
from orchestration.assets_from_steps import OWNERS
from orchestration.landing_report import landing_failed, landing_metadata
from orchestration.live_collections import GROUP, landed_state, landing_key
from orchestration.progress import print_landing

DESCRIPTION = """{name_en} ({name_zh_hans}), as raw bytes.

Put a table (xlsx, xls, csv, json, saved html) into `{folder}` with a sidecar `<file>.toml`, or with a
mapping saved in `{folder}/mappings/`. A landed file moves to `done/`;
a refused one stays, its error beside it.
"""


def inbox_asset(place: Place, line: Mapping[str, str]) -> dagster.AssetsDefinition:
    """The asset of the inbox; `line` is its line of live_collections."""
    folder = str(place.inbox).removeprefix(f"{place.root}/")

    @dagster.asset(
        key=landing_key(inbox.COLLECTION),
        description=DESCRIPTION.format(**line, folder=folder),
        group_name=GROUP,
        kinds={"python", "excel"},
        owners=OWNERS,
        pool="inbox",
        output_required=False,
    )
    def landed(context: dagster.AssetExecutionContext) -> Iterator[dagster.MaterializeResult]:
        files = inbox.waiting(place.inbox) or _after_a_moment(place.inbox)
        if not files:
            context.log_event(dagster.AssetObservation(context.asset_key, "no file waits in the inbox"))
            return
        store = LandingStore(place.landing)
        known, regions = known_ids(place.reference), names_of_regions(place.reference)
        taken = [_take_in(file, store, known, regions) for file in files]
        # whether the figures can be right shows beside those held
        facts = read_facts(place.reference, place.snapshots)
        read = read_files(store, place.reference, facts)
        errors = {answer.landed.answer_id: answer.error for answer, _ in read if answer.error}
        outcomes = [_judged(outcome, errors.get(answer_id)) for outcome, answer_id in taken]
        for number, outcome in enumerate(outcomes, start=1):
            print_landing(outcome, number, len(files))
        if any(outcome.outcome == "landed" for outcome in outcomes):
            yield dagster.MaterializeResult(
                metadata=landing_metadata(outcomes, 0, folder),
                data_version=dagster.DataVersion(landed_state(place, inbox.COLLECTION)),
            )
        failure = landing_failed(outcomes)
        if failure is not None:
            raise failure

    return landed


def _after_a_moment(folder: Path) -> list[inbox.InboxFile]:
    """Files that were still too young to be whole when somebody asked for them."""
    if not folder.is_dir() or all(path.name.startswith(".") or path.is_dir() for path in folder.iterdir()):
        return []
    time.sleep(SETTLED_AFTER)
    return inbox.waiting(folder)


def _take_in(
    file: inbox.InboxFile, store: LandingStore, known: Known, regions: RegionNames
) -> tuple[SeriesOutcome, str]:
    """How one file fared, and the id of the answer it became; empty when it stays in the inbox."""
    try:
        landed, figures = inbox.take_in(file, store, known, regions)
    except LandingError as error:
        return _refused(file.name, error), ""
    sentence = f"{len(figures)} cells, gaps included"
    return SeriesOutcome(inbox.COLLECTION, file.name, "landed", sentence), landed.answer_id


def _judged(outcome: SeriesOutcome, error: LandingError | None) -> SeriesOutcome:
    """The outcome, or the objection to figures of a file that could be read and is kept in done/."""
    return _refused(outcome.series_id, error) if error else outcome


def _refused(name: str, error: LandingError) -> SeriesOutcome:
    return SeriesOutcome(inbox.COLLECTION, name, "refused", str(error), type(error).__name__)
