"""What goes over the wire and what is printed in it: questions, answers, figures. No network here."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

# Ids become folder names and table cells; anything else in them is a mistake, or an attack.
PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9_]*")


@dataclass(frozen=True)
class LiveSeries:
    """One line of live_series.csv with its line of series.csv: what to ask for, and what must come back.

    `catalogue_code` and `item_code` are the publisher's; an empty item code is looked up in the
    catalogue by `printed_names`. A series lives in several catalogues where the publisher sliced time:
    then it has several lines, each with its years.
    """

    collection: str
    series_id: str
    indicator_id: str
    source_module: str
    catalogue_code: str
    item_code: str
    printed_names: tuple[str, ...]
    unit_printed: str
    unit_factor: float
    currency: str
    region_codes: tuple[str, ...]
    first_year: int
    last_year: int | None = None
    basis_id: str = ""


@dataclass(frozen=True)
class Years:
    """The years asked for, both ends included."""

    first: int
    last: int


@dataclass(frozen=True)
class Question:
    """One request. `part` tells the questions of one series apart: newest, catalogue, data, data_2 ...

    Only questions with `holds_figures` are read into the warehouse; the others find out what to ask.
    """

    collection: str
    series_id: str
    part: str
    method: str
    url: str
    params: tuple[tuple[str, str], ...] = ()
    json_body: object = None
    form: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    holds_figures: bool = False
    years: Years | None = None
    # facts that reading needs and the bytes do not hold, such as an id looked up before; kept with the answer
    context: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """How messages name this question."""
        return f"{self.collection}/{self.series_id} ({self.part})"

    @property
    def digest(self) -> str:
        """Twelve letters that differ when anything of the request differs."""
        parts = (self.method, self.url, self.params, self.json_body, self.form)
        text = json.dumps(parts, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Answer:
    """The bytes that came back (content decoding undone), before anybody looked into them."""

    question: Question
    status: int
    headers: dict[str, str]
    body: bytes
    retrieved_at: datetime
    attempts: int = 1

    @property
    def sha256(self) -> str:
        """Digest of the body."""
        return hashlib.sha256(self.body).hexdigest()


class Figure(NamedTuple):
    """One printed cell as text. A gap has an empty `value_text` and a reason, never a number."""

    region_code: str
    region_label: str
    period_text: str
    value_text: str
    missing_reason: str
    flag: str
    unit_printed: str
    cell_address: str


# Region and period.
Cell = tuple[str, str]


def values_of(figures: Iterable[Figure], unit_factor: float) -> dict[Cell, float]:
    """Figures as numbers in our unit, by cell; gaps are left out."""
    return {
        (figure.region_code, figure.period_text): float(figure.value_text) * unit_factor
        for figure in figures
        if figure.value_text
    }


# Raises a LandingError when a body is no usable answer; one that may pass leads to another attempt.
BodyCheck = Callable[[bytes], None]


class Fetch(Protocol):
    """Asks one question politely and lands the raw answer before anybody looks into it.

    Raises the named errors of landing.errors, those of `check` included.
    """

    def __call__(self, question: Question, check: BodyCheck | None = None) -> Answer:
        """The answer to a question."""
