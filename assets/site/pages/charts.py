"""Charts: all of them with their alt text, and a page each to look closer and to take away."""

from collections.abc import Iterator

from assets.site.house import House
from assets.site.pages.page import Page
from assets.site.pictures import Picture, inlined_spec


def pages(house: House, language: str) -> Iterator[Page]:
    """The list, then one page a chart."""
    yield Page("charts.html", "charts.html.jinja", "charts", "", {"pictures": house.pictures})
    for picture in house.pictures:
        yield Page(
            f"chart/{picture.chart_id}.html",
            "chart.html.jinja",
            "charts",
            picture.words[language]["title"].text,
            {
                "picture": picture,
                "text": picture.words[language],
                "stem": picture.stems[language],
                "passport": picture.passports[language],
                "snippets": snippets(picture, language, house.release),
                "files": [
                    (
                        name,
                        name.removeprefix(f"{picture.stems[language]}.").removeprefix(f"{picture.chart_id}."),
                    )
                    for name in picture.files[language]
                ],
                "spec": inlined_spec(picture.specs[language]),
            },
        )


def snippets(picture: Picture, language: str, release: str) -> list[tuple[str, str]]:
    """Markup to copy, each after its message; without a release, only that of the newest files."""
    passport = picture.passports[language]
    found = []
    for kind in ("iframe", "shared_iframe"):
        found.append((f"{kind}_latest", passport[kind]["latest"]))
        if release:
            found.append((f"{kind}_frozen", passport[kind]["frozen"].replace("{release}", release)))
    return found
