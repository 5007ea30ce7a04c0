"""Slopes of growth on the starting level, with their intervals and the side of zero they lie on."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assets.charts.facts import computed, figure
from assets.charts.reading import column
from assets.wording.figures import Figure

if TYPE_CHECKING:
    import polars as pl

SPAN = 1.96
"""Standard errors from the slope to either end of its interval."""


@dataclass(frozen=True)
class Estimate:
    """One slope: yearly growth of logs per unit of the log of the level in the first year.

    row      frame of the one mart row it is read from
    column   beta or unconditional_beta, with HC1 errors in `errors`
    """

    row: "pl.DataFrame"
    column: str
    errors: str
    p_value: str

    @property
    def value(self) -> float:
        """The slope."""
        return float(self.row[self.column][0])

    @property
    def error(self) -> float:
        """Its robust standard error."""
        return float(self.row[self.errors][0])

    @property
    def low(self) -> float:
        """Lower end of the interval."""
        return self.value - SPAN * self.error

    @property
    def high(self) -> float:
        """Upper end of the interval."""
        return self.value + SPAN * self.error

    @property
    def side(self) -> str:
        """`below` or `above` where the whole interval lies there, `unclear` where it holds zero."""
        if self.high < 0:
            return "below"
        return "above" if self.low > 0 else "unclear"

    @property
    def slope(self) -> Figure:
        """The slope as a figure of its row."""
        return figure(self.row, self.column, "index")

    def end(self, sign: int) -> Figure:
        """An end of the interval, worked out from the standard error of the row."""
        return computed(self.value + sign * SPAN * self.error, "index", self.row, self.errors)

    def name(self, language: str) -> str:
        """What is allowed for, in a few words."""
        if self.column == "beta":
            return with_set(self.row, language)
        return _message("alone", language)


@dataclass(frozen=True)
class Window:
    """The mart's rows of one window, a row a set of controls."""

    part: "pl.DataFrame"

    @cached_property
    def alone(self) -> Estimate | None:
        """The slope without controls, the same beside every set; None where no set has an estimate."""
        found = self.part.filter(self.part["unconditional_beta"].is_not_null())
        return (
            Estimate(found[0], "unconditional_beta", "unconditional_standard_error", "unconditional_p_value")
            if len(found)
            else None
        )

    @cached_property
    def sets(self) -> list[Estimate]:
        """The slope with each set that has one."""
        found = self.part.filter(self.part["beta"].is_not_null())
        return [Estimate(found[place], "beta", "standard_error", "p_value") for place in range(len(found))]

    @property
    def estimates(self) -> list[Estimate]:
        """All slopes, the one without controls first."""
        return [*([self.alone] if self.alone else []), *self.sets]

    @property
    def refused(self) -> list["pl.DataFrame"]:
        """Rows of sets without a slope."""
        found = self.part.filter(self.part["beta"].is_null())
        return [found[place] for place in range(len(found))]


def windows(frame: "pl.DataFrame") -> list[Window]:
    """The windows in the order of the frame."""
    return [
        Window(frame.filter(period_start=year)) for year in frame["period_start"].unique(maintain_order=True)
    ]


def set_name(row: "pl.DataFrame", language: str) -> str:
    """A word or two for a set of controls; a set without them has the names of its indicators."""
    from assets.wording.messages import has_message

    message = f"set_{row['conditioning_set_id'][0]}"
    if has_message("conditional_beta", message, language):
        return _message(message, language)
    return str(row[column("control_names", language)][0])


def with_set(row: "pl.DataFrame", language: str) -> str:
    """That a set is allowed for: its name alone before a number would be read as its own slope."""
    return _message("with", language, name=set_name(row, language))


def _message(message: str, language: str, **values: str) -> str:
    from assets.wording.messages import worded

    return worded("conditional_beta", message, language, values).text
