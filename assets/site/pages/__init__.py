"""The page types, in the order they are written. A new type is one module here and one line below."""

from collections.abc import Callable, Iterator

from assets.site.house import House
from assets.site.pages import (
    charts,
    claims,
    compare,
    data,
    groups,
    indicators,
    methods,
    overview,
    regions,
)
from assets.site.pages.page import Page

PAGE_TYPES: tuple[Callable[[House, str], Iterator[Page]], ...] = (
    overview.pages,
    groups.pages,
    regions.pages,
    indicators.pages,
    charts.pages,
    compare.pages,
    claims.pages,
    methods.pages,
    data.pages,
)
