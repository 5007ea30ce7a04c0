"""Reading a frame for a picture: columns by language, names by id, single numbers, and words to fill."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assets.wording.figures import Wording

if TYPE_CHECKING:
    import polars as pl

OUTLINES = "outlines"
"""Name under which a map finds the boundaries among its data."""


class ChartError(Exception):
    """A chart cannot be drawn; the message names chart, mart, what was found and what to do."""


@dataclass(frozen=True)
class Words:
    """The words around a picture: `parts` in pieces that lead back to rows, the properties as plain text."""

    parts: Mapping[str, Wording]

    def _text(self, part: str) -> str:
        return self.parts[part].text if part in self.parts else ""

    @property
    def title(self) -> str:
        """What the picture shows, as a finding."""
        return self._text("title")

    @property
    def subtitle(self) -> str:
        """Measure, unit, groups and years."""
        return self._text("subtitle")

    @property
    def alt(self) -> str:
        """What kind of picture it is and of what, for people who do not see it."""
        return self._text("alt")

    @property
    def description(self) -> str:
        """The figures the picture shows, in sentences."""
        return self._text("description")

    @property
    def note(self) -> str:
        """What a reader must know to read the picture rightly; may be empty."""
        return self._text("note")


def column(name: str, language: str) -> str:
    """The mart's column that holds `name` in this language: view_name -> view_name_zh_hans."""
    return f"{name}_{language.lower().replace('-', '_')}"


def names(frame: "pl.DataFrame", key: str, name: str, language: str) -> dict[str, str]:
    """Names by id, as the frame carries them: {"bloc_east": "East", ...}."""
    pairs = frame.select(key, column(name, language)).unique()
    return dict(pairs.iter_rows())


def cell(frame: "pl.DataFrame", value: str, **where: object) -> Any:
    """One number of the frame by its key; ChartError when it is absent or not alone."""
    found = frame.filter(**where)[value].to_list()
    if len(found) != 1 or found[0] is None:
        raise ChartError(f"the frame has {found} as {value} for {where}; one number is needed")
    return found[0]
