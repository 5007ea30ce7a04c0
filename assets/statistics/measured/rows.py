"""One line of a result: a number under its metric and key, or the reason why there is none."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """A number; `key` is `year`, `year0-year1`, `year|partition|group`, ... as the metric has it."""

    metric: str
    key: str
    value: float


@dataclass(frozen=True)
class Refused:
    """No number: `reason` says why and names the alternative."""

    metric: str
    key: str
    reason: str
