"""Charts: all of them with their alt text, and a page each to look closer and to take away."""

from collections.abc import Iterator

from assets.site.house import House
from assets.site.pages.page import Page
from assets.site.pictures import inlined_spec


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
                "spec": inlined_spec(picture.specs[language]),
            },
        )
