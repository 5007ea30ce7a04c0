"""Names, statements and sentences that are markup stay text, on every page and in every file of data."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from assets.site.rows import SiteError
from assets.site.site import build
from assets.steps import Place
from tests.assets.site.reading_pages import ReadPage
from tests.small_house import built_house

EVIL = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;\u2028"
CHANGED = {
    "core.groups": ("group_name", "group_short_name"),
    "core.indicators": ("indicator_name", "unit", "publisher"),
    "core.regions": ("region_name", "region_short_name"),
    "marts.group_profile": ("indicator_name", "unit", "group_short_name"),
}


@pytest.fixture(scope="module")
def evil_report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site of a house in which every name, the claims and a check carry markup."""
    house = built_house()
    place = Place(root=house.root, pack="cn", build=tmp_path_factory.mktemp("build"))
    place.build_file.parent.mkdir(parents=True)
    shutil.copyfile(house.build_file, place.build_file)
    with duckdb.connect(str(place.build_file)) as connection:
        for table, stems in CHANGED.items():
            columns = [f"{stem}_{ending} = ?" for stem in stems for ending in ("zh_hans", "zh_hant", "en")]
            connection.execute(f"update {table} set {', '.join(columns)}", [EVIL] * len(columns))
        connection.execute(
            "update marts.claims set statement_en = ?, statement_zh = ?, source_title = ?, note = ?",
            [EVIL] * 4,
        )
        connection.execute("update marts.group_profile set basis_text = ?", [EVIL])
        connection.execute("insert into build.checks values ('core/evil', ?, false, false, ?, ?)", [EVIL] * 3)
        build(connection, place, [])
    yield place.staged / "report"


def test_markup_in_labels_stays_text(evil_report: Path) -> None:
    for name in (
        "index",
        "claims",
        "data",
        "groups",
        "group/bloc_east",
        "region/440000",
        "indicator/gdp_per_head",
    ):
        page = ReadPage(evil_report / "en" / f"{name}.html")
        assert EVIL in page.text, name
        assert "img" not in {tag for tag, _ in page.tags}
        assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on")]
        assert [script.get("id") for script in page.scripts if "src" not in script] == []


def test_rows_with_markup_are_read_back_whole(evil_report: Path) -> None:
    page = ReadPage(evil_report / "en" / "group" / "bloc_east.html")
    row = page.rows["marts.group_profile/bloc_east/gdp_per_head"]
    assert row["basis_text"] == EVIL


def test_data_files_hold_names_as_json(evil_report: Path) -> None:
    text = (evil_report / "static" / "search.js").read_text(encoding="utf-8")
    entries = json.loads(text.removeprefix("globalThis.qipanSearch = ").removesuffix(";\n"))
    assert ["region", "440000", [EVIL] * 3] in [entry[:3] for entry in entries]


def test_an_id_that_is_no_file_name_is_refused(tmp_path: Path) -> None:
    house = built_house()
    place = Place(root=house.root, pack="cn", build=tmp_path)
    place.build_file.parent.mkdir(parents=True)
    shutil.copyfile(house.build_file, place.build_file)
    with duckdb.connect(str(place.build_file)) as connection:
        connection.execute("update core.groups set group_id = '../up' where group_id = 'yreb'")
        with pytest.raises(SiteError, match=r"group_id '\.\./up' cannot be the name of a page"):
            build(connection, place, [])
