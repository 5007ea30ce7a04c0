"""Methods: a card for every measure, with its formula, its source and the marts it feeds."""

from collections.abc import Iterator

from assets.site.house import House
from assets.site.pages.page import Page


def pages(house: House, language: str) -> Iterator[Page]:
    """One page."""
    cards = [
        line | {"room": line["table_key"].split("/")[0], "name": line["table_key"].split("/")[1]}
        for line in house.lists["methods"]
    ]
    yield Page("methods.html", "methods.html.jinja", "methods", "", {"cards": cards})
