"""Polarization without groups; with groups it stands beside their decomposition."""

from collections.abc import Callable, Iterator

from assets.statistics.measured.attempts import Row, attempt, cross_sections, key_of
from assets.statistics.panel import Panel
from assets.statistics.polarization import tsui_wang, wolfson

EXPLAINED: dict[str, Callable[..., object]] = {"wolfson": wolfson, "tsui_wang": tsui_wang}


def measure(panel: Panel) -> Iterator[Row]:
    """Wolfson and Tsui-Wang of every year."""
    for section in cross_sections(panel):
        key, value, weight = key_of(section.year), section.value, section.weight
        yield attempt(f"wolfson.{section.suffix}", key, wolfson, value, weight)
        yield attempt(f"tsui_wang.{section.suffix}", key, tsui_wang, value, weight)
