"""A browser and the site it opens: that of the published release, or of the small house with two charts."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from assets.draw import chart_steps
from assets.site.site import build
from assets.steps import Place
from tests.browser.browsing import browser_here
from tests.small_house import ROOT, built_house

DRAWN = ("charts/bloc_gdp_share", "charts/bloc_gdp_per_head")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with browser_here() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds `report` and `charts` side by side."""
    published = Path(os.environ.get("QIPAN_BUILD", ROOT / "warehouse" / "build"))
    if (published / "report" / "en" / "chart" / "bloc_gdp_share.html").is_file():
        return published
    house = built_house()
    place = Place(root=house.root, pack="cn", build=tmp_path_factory.mktemp("build"))
    steps = [step for step in chart_steps(place) if step.key in DRAWN]
    with duckdb.connect(str(house.build_file), read_only=True) as connection:
        for step in steps:
            step.run(connection)
        build(connection, place, steps, "0123456789ab")
    return place.staged
