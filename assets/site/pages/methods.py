"""Methods: a card for every measure, with its formula, its source and the marts it feeds."""

import re
from collections.abc import Iterator

from assets.site.house import House
from assets.site.pages.page import Page

# Semicolons between clauses; those inside brackets belong to their clause.
BETWEEN = re.compile(r";\s+(?![^()]*\))")
PARTS = ("formula", "limits")


def pages(house: House, language: str) -> Iterator[Page]:
    """One page."""
    cards = [
        {
            **line,
            **dict(zip(PARTS, clauses(line["method"]), strict=True)),
            "name": line["table_key"].split("/")[1],
        }
        for line in house.lists["methods"]
    ]
    yield Page("methods.html", "methods.html.jinja", "methods", "", {"cards": cards})


def clauses(method: str) -> tuple[str, list[str]]:
    """The formula, then details and limits: what the header says after semicolons."""
    first, *rest = BETWEEN.split(method)
    return first, rest
