"""Chart pages: snippets of the newest and of this release, and the library the chart itself loads."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from assets.site.pages.charts import snippets
from assets.site.pictures import _library
from assets.site.rows import SiteError
from assets.steps import Place

PASSPORT = {
    kind: {
        "latest": f'<iframe src="charts/x.en.{ending}">',
        "frozen": f'<iframe src="frozen/{{release}}/charts/x.en.{ending}">',
    }
    for kind, ending in (("iframe", "html"), ("shared_iframe", "embed.html"))
}
PICTURE = SimpleNamespace(passports={"en": PASSPORT})


def test_snippets_name_the_release() -> None:
    assert snippets(PICTURE, "en", "0123456789ab") == [
        ("iframe_latest", '<iframe src="charts/x.en.html">'),
        ("iframe_frozen", '<iframe src="frozen/0123456789ab/charts/x.en.html">'),
        ("shared_iframe_latest", '<iframe src="charts/x.en.embed.html">'),
        ("shared_iframe_frozen", '<iframe src="frozen/0123456789ab/charts/x.en.embed.html">'),
    ]


def test_without_a_release_there_is_nothing_frozen() -> None:
    assert [name for name, _ in snippets(PICTURE, "en", "")] == ["iframe_latest", "shared_iframe_latest"]


def test_the_library_is_the_one_the_chart_loads(tmp_path: Path) -> None:
    place = Place(root=tmp_path, pack="cn", build=tmp_path)
    folder = place.staged / "charts"
    folder.mkdir(parents=True)
    (folder / "x.en.embed.html").write_text('<script src="qipan-vega.3425bd951a44.js"></script>')
    assert _library(place, "x.en") == "qipan-vega.3425bd951a44.js"
    (folder / "x.en.embed.html").write_text("<p>an older drawing</p>")
    with pytest.raises(SiteError, match=r"x\.en\.embed\.html loads no qipan-vega"):
        _library(place, "x.en")
