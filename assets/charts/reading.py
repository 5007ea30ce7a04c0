"""Reading a frame for a picture: columns by language, names by id, single numbers, and words to fill."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
OUTLINES = "outlines"
"""Name under which a map finds the boundaries among its data."""


class ChartError(Exception):
    """A chart cannot be drawn; the message names chart, mart, what was found and what to do."""


@dataclass(frozen=True)
class Texts:
    """The words around a picture. In a chart these are templates; every number is a {name}."""

    title: str
    subtitle: str
    alt: str
    description: str
    note: str = ""

    def filled(self, facts: Mapping[str, str]) -> "Texts":
        """The same words with the numbers taken from the frame."""
        return Texts(**{name: text.format(**facts) for name, text in vars(self).items()})


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
