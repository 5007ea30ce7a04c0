"""Charts a report shows: found by name, address, words, bytes or the line printed in the picture."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from assets.charts.embedding import ENDINGS
from assets.charts.words import EDITION
from assets.report_check.document import Document, Reference
from assets.report_check.release import Identity, Release
from assets.wording.figures import LANGUAGES

FILE = re.compile(rf"([a-z0-9_]+)\.({'|'.join(LANGUAGES)})\.[a-z0-9.]+$")
OURS = re.compile(
    r"(?:^|/)(?:charts|frozen/[^/]+(?:/charts)?)/([^/]+?)"
    rf"\.(?:{'|'.join(LANGUAGES)})\.(?:{'|'.join(map(re.escape, ENDINGS.values()))})$"
)
"""An address as the files of charts have it, whatever chart it names."""
FROZEN = re.compile(r"frozen/([0-9a-f]{6,64})/charts/[^/]+$")
STAMP = re.compile(
    "|".join(
        words.replace("{}", "@", 1).replace("{}", "#", 1)
        .replace("@", r"([a-z0-9_]+)").replace("#", r"([0-9a-f]{6,64})")
        for words in sorted(set(EDITION.values()))
    )
)  # fmt: skip
CURRENT, OLDER, GONE, FOLLOWS, UNKNOWN = "current", "older", "gone", "follows", "unknown"
MISSPELT = "misspelt"
MOST_NEAREST = 3


@dataclass(frozen=True)
class Found:
    """One chart in a report: how it was recognised, which edition it carries, and how that stands.

    `status` is current, older (another edition), gone (the release has no such chart), follows (an
    address that always shows the current release), unknown (its edition cannot be told) or misspelt (an
    address like those of charts, with an id no chart ever had; `nearest` are the ids like it).
    """

    chart_id: str
    language: str
    edition: str
    current_edition: str
    status: str
    how: str
    nearest: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the report shows something else than the current release."""
        return self.status in (OLDER, GONE, MISSPELT)


def charts_in(document: Document, release: Release) -> list[Found]:
    """Every chart of the document, each way of showing it once, in the order of the document."""
    found = [
        chart for reference in document.references for chart in _recognised(document, reference, release)
    ]
    for block in document.blocks:
        for chart_id, edition in stamps(block):
            if not any((seen.chart_id, seen.edition) == (chart_id, edition) for seen in found):
                found.append(_judged(Identity(chart_id, "", edition), "printed line", release))
    return list(dict.fromkeys(found))


def stamps(text: str) -> Iterator[tuple[str, str]]:
    """Chart ids and editions of the lines printed below pictures, in any language."""
    for match in STAMP.finditer(text):
        groups = [group for group in match.groups() if group]
        yield groups[0], groups[1]


def _recognised(document: Document, reference: Reference, release: Release) -> Iterator[Found]:
    """By bytes first, which cannot lie, then by address, then by words."""
    content = reference.content
    if content is None:
        content = _bytes_beside(document.path, reference.address)
    if content is not None and (identity := release.identity(content)):
        yield _judged(identity, "file" if reference.content is None else "embedded picture", release)
        return
    stamped = next(stamps(_as_text(content)), None) if content is not None else None
    path = unquote(urlsplit(reference.address).path)
    named = FILE.search(path)
    if stamped:
        yield _judged(
            Identity(stamped[0], named[2] if named else "", stamped[1]), "line in the file", release
        )
    elif named and named[1] in release.chart_ids:
        yield _by_address(reference, named, content is not None, release)
    elif named and named[1] in release.past_ids:
        yield Found(named[1], named[2], "", "", GONE, "address")
    elif (ours := OURS.search(path)) and not (document.path.parent / path).is_file():
        # a file that is there is the writer's own, in a folder of the same name
        yield _misspelt(ours[1], release)
    else:
        yield from _by_words(reference, release)


def _by_address(reference: Reference, named: re.Match[str], has_bytes: bool, release: Release) -> Found:
    chart_id, language = named[1], named[2]
    path = unquote(urlsplit(reference.address).path)
    if frozen := FROZEN.search(path):
        edition = release.frozen_edition(frozen[1], chart_id, language)
        return _judged(Identity(chart_id, language, edition), f"frozen address {frozen[1]}", release)
    current = release.edition(chart_id)
    if has_bytes or reference.content is not None:
        # a picture of that name whose bytes no release kept here has
        return Found(chart_id, language, "", current, UNKNOWN, "name of a changed file")
    return Found(chart_id, language, current, current, FOLLOWS, "address")


def _misspelt(chart_id: str, release: Release) -> Found:
    near = difflib.get_close_matches(chart_id, sorted(release.chart_ids), n=MOST_NEAREST)
    return Found(chart_id, "", "", "", MISSPELT, "address", tuple(near))


def _by_words(reference: Reference, release: Release) -> Iterator[Found]:
    """Alt text and title: the chart's own, or its id."""
    for (chart_id, language), said in release.passports.items():
        own = {said["alt"], said["title"]}
        if any(words in own for words in reference.words):
            yield Found(chart_id, language, "", said["edition"], UNKNOWN, "alt text")
            return
    for words in reference.words:
        for chart_id in re.findall(r"[a-z0-9]+(?:_[a-z0-9]+)+|[a-z]+", words):
            if chart_id in release.chart_ids and ("_" in chart_id or words.strip() == chart_id):
                yield Found(chart_id, "", "", release.edition(chart_id), UNKNOWN, "alt text")
                return


def _judged(identity: Identity, how: str, release: Release) -> Found:
    current = release.edition(identity.chart_id)
    if not current:
        status = GONE
    elif not identity.edition:
        status = UNKNOWN
    else:
        status = CURRENT if identity.edition == current else OLDER
    return Found(identity.chart_id, identity.language, identity.edition, current, status, how)


def _bytes_beside(report: Path, address: str) -> bytes | None:
    """The file a relative address leads to, when it is there."""
    parts = urlsplit(address)
    if not address or parts.scheme or parts.netloc or not parts.path:
        return None
    file = report.parent / unquote(parts.path)
    return file.read_bytes() if file.is_file() and file.suffix in (".svg", ".png", ".html") else None


def _as_text(content: bytes | None) -> str:
    """Text of an SVG or a page; nothing of a picture made of pixels."""
    if not content or content.startswith(b"\x89PNG"):
        return ""
    return content.decode("utf-8", errors="replace")
