"""Messages: sentences of one language in Fluent files, filled with figures that stay traceable.

`assets/wording/<language>/<name>.ftl` holds the messages of one chart, reading or page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentFloat, FluentType
from fluent.syntax.ast import Junk

from assets.wording.figures import LOCALES, Figure, Quote, Source, Wording

FOLDER = Path(__file__).parent
# Private characters around every bound piece while Fluent puts a sentence together.
OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
PIECE = re.compile(f"{OPEN}(\\d+){MIDDLE}(.*?){CLOSE}", re.DOTALL)


class MessageError(Exception):
    """A message is missing or cannot be filled; the text names file, message and what to do."""


@dataclass(frozen=True)
class _Bound(FluentType):
    """A figure on its way through Fluent, written between marks."""

    place: int
    figure: Figure

    def format(self, locale: Locale) -> str:
        return f"{OPEN}{self.place}{MIDDLE}{self.figure.format(locale)}{CLOSE}"


class _Text(FluentType):
    """Text with sources of its own: a quotation, or a wording made before."""

    def __init__(self, text: str) -> None:
        self.text = text

    def format(self, locale: Locale) -> str:
        return self.text


def slug(code: str) -> str:
    """A code as it stands in a message's name or a style: `not testable (break)` -> not-testable-break."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in code.lower()).split())


def worded(name: str, message: str, language: str, values: Mapping[str, Any] | None = None) -> Wording:
    """The message of file `name` in one language, filled with `values`; empty when it has no text.

    Values are figures, quotations, wordings or plain names. Raises MessageError for a message the file
    lacks and for a value it names but was not given.
    """
    bundle = _bundle(name, language)
    found = bundle.get_message(message) if bundle.has_message(message) else None
    if found is None or found.value is None:
        raise MessageError(f"{_file(name, language).name} ({language}): no message '{message}'; add it")
    sources: list[Source] = []
    filling = {key: _fluent(value, sources) for key, value in (values or {}).items()}
    text, errors = bundle.format_pattern(found.value, filling)
    if errors:
        raise MessageError(f"{_file(name, language).name} ({language}), '{message}': {errors[0]}")
    return Wording(tuple(_pieces(str(text), sources)))


def has_message(name: str, message: str, language: str) -> bool:
    """Whether the file has such a message."""
    return bool(_bundle(name, language).has_message(message))


def message_files(name: str) -> list[Path]:
    """The files of one name in all languages, for digests."""
    return [_file(name, language) for language in LOCALES]


def _file(name: str, language: str) -> Path:
    return FOLDER / language / f"{name}.ftl"


@cache
def _bundle(name: str, language: str) -> FluentBundle:
    """The parsed file of one name; raises MessageError when it is missing or not Fluent."""
    path = _file(name, language)
    if not path.is_file():
        raise MessageError(f"assets/wording/{language}/{name}.ftl is missing; every language needs it")
    # isolation marks are for texts that mix directions of writing
    bundle = FluentBundle([LOCALES[language]], functions={"NUMBER": _counted}, use_isolating=False)
    resource = FluentResource(path.read_text(encoding="utf-8"))
    junk = [entry.content or "" for entry in resource.body if isinstance(entry, Junk)]
    if junk:
        raise MessageError(f"assets/wording/{language}/{name}.ftl: cannot be read at {junk[0][:60]!r}")
    bundle.add_resource(resource)
    return bundle


def _counted(bound: _Bound) -> FluentFloat:
    """`NUMBER($n)` in a selector: the figure as a plain number, for plural forms."""
    return FluentFloat(bound.figure.value)


def _fluent(value: Any, sources: list[Source]) -> Any:
    """A value as Fluent takes it; figures and quotations are numbered and remembered."""
    if isinstance(value, Figure):
        sources.append(value)
        return _Bound(len(sources) - 1, value)
    if isinstance(value, Wording):
        return _Text("".join(_numbered(text, source, sources) for text, source in value.parts))
    if isinstance(value, Quote):
        return _Text(_numbered(value.text, value, sources))
    return value


def _numbered(text: str, source: Source | None, sources: list[Source]) -> str:
    if source is None:
        return text
    sources.append(source)
    return f"{OPEN}{len(sources) - 1}{MIDDLE}{text}{CLOSE}"


def _pieces(text: str, sources: list[Source]) -> Iterator[tuple[str, Source | None]]:
    """The marked text cut into pieces."""
    at = 0
    for match in PIECE.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], None
        yield match[2], sources[int(match[1])]
        at = match.end()
    if at < len(text):
        yield text[at:], None
