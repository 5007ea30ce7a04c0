"""Files by hand: a yearbook table put into warehouse/inbox/ with a mapping becomes printed figures.

`waiting` lists the files, `answer_of` makes the answer to land, `read` makes figures of landed bytes,
`finish` and `refuse` (folder.py) end the visit. Nothing is asked of anybody over a network.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from assets.landing.errors import LandingError
from assets.landing.exchange import Answer, Question
from assets.landing.store import LandedAnswer, LandingStore
from assets.sources.inbox.archived import read_archived
from assets.sources.inbox.figures import SeriesFigure, read_table
from assets.sources.inbox.folder import InboxFile, finish, read_body, refuse, waiting
from assets.sources.inbox.formats import format_of, read_grids
from assets.sources.inbox.mapping import check_mapping, kept_mapping
from assets.sources.inbox.regions import RegionNames
from assets.sources.inbox.rules import EASYQUERY, Known
from assets.sources.inbox.sheets import find_tables
from assets.sources.inbox.sidecars import mapping_of
from assets.sources.inbox.whole import check_whole

__all__ = ["COLLECTION", "HOSTS", "InboxFile", "answer_of", "finish", "read", "refuse", "take_in", "waiting"]

COLLECTION = "inbox"
HOSTS: frozenset[str] = frozenset()


def answer_of(
    file: InboxFile, known: Known, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Answer:
    """The file as an answer to land, its mapping kept with it.

    Raises MappingError, NoMappingError, AmbiguousMappingError, FileTooLargeError, and the errors of files
    that are no table at all.
    """
    body = read_body(file)
    name, content = mapping_of(file.path)
    mapping = check_mapping(content, name, known)
    if mapping.layout.format != EASYQUERY:
        format_of(body, file.name, mapping.layout.format)
    context = (("file_name", file.name), ("mapping_name", name), *mapping.context())
    answer = Answer(_question("", file.name, context), 200, {}, body, now())
    return Answer(_question(answer.sha256, file.name, context), 200, {}, body, answer.retrieved_at)


def read(body: bytes, context: Mapping[str, str], regions: RegionNames, place: str) -> list[SeriesFigure]:
    """Figures and gaps of a landed file, every series of its mapping; see file_errors for what is raised."""
    mapping = kept_mapping(context)
    file = context.get("file_name") or place
    if mapping.layout.format == EASYQUERY:
        return read_archived(body, file, mapping, regions)
    grids = read_grids(body, file, mapping.layout)
    found = [figure for table in find_tables(grids, file, mapping, regions) for figure in read_table(table)]
    check_whole(found, mapping, file)
    return found


def take_in(
    file: InboxFile, store: LandingStore, known: Known, regions: RegionNames
) -> tuple[LandedAnswer, list[SeriesFigure]]:
    """Land a file, read it, then move it to done/; on a LandingError the file stays with its error beside.

    The bytes are landed before anybody looks into them. Killed between two steps, the next visit repeats
    what was done without effect: same bytes and mapping are the same answer.
    """
    try:
        answer = answer_of(file, known)
        landed, is_new = store.land(answer)
        try:
            figures = read(answer.body, dict(answer.question.context), regions, answer.question.place)
        except LandingError as error:
            if is_new:
                store.refuse(landed, error)
            raise
    except LandingError as error:
        refuse(file, error)
        raise
    finish(file, answer.sha256)
    return landed, figures


def _question(sha256: str, name: str, context: tuple[tuple[str, str], ...]) -> Question:
    return Question(
        collection=COLLECTION,
        # a file is its own series: what it holds is said in its mapping, one file can hold many
        series_id=f"file_{sha256[:16]}",
        part="data",
        method="FILE",
        url=f"inbox:{name}",
        # part of the request, so that the same bytes under a corrected mapping are another answer
        params=(("mapping", hashlib.sha256(json.dumps(context[2:]).encode()).hexdigest()[:16]),),
        holds_figures=True,
        context=context,
    )
