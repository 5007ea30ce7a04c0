"""Data: downloads, dictionary, editions, licences, and what the checks found."""

from collections.abc import Iterator

from assets.site.house import House
from assets.site.pages.page import Page


def pages(house: House, language: str) -> Iterator[Page]:
    """One page."""
    files: dict[str, list[tuple[str, int]]] = {}
    for name, size in house.downloads:
        files.setdefault(name.split(".")[0], []).append((name, size))
    counts = {line["table_key"].split("/")[1]: line["n_rows"] for line in house.lists["tables"]}
    yield Page(
        "data.html",
        "data.html.jinja",
        "data",
        "",
        {"files": files, "row_counts": counts, "lists": house.lists, "notice": house.notice},
    )
