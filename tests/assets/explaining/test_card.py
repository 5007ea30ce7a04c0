"""The card stands alone and shows hostile labels as text."""

import re
import shutil
from pathlib import Path

import duckdb
import pytest

from assets.explaining.card import card
from assets.explaining.explanation import explain
from assets.explaining.telling import telling
from tests.small_house import built_house

HOSTILE = "</script><img src=x onerror=alert(1)>\"'"
ADDRESS = "marts.group_gap/latest/dated/gdp_per_head/bloc_northeast/national31/2023#ratio"


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "hostile.duckdb"
    shutil.copyfile(built_house().published_file, file)
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "update core.regions set region_short_name_en = ? where region_id = '210000'", [HOSTILE]
        )
        connection.execute("update ingest.snapshots set table_title = ?", [HOSTILE])
        return card(explain(connection, ADDRESS), telling(connection))


def test_labels_of_publishers_stay_text(page: str) -> None:
    assert "<img" not in page and "onerror=alert(1)&gt;" in page
    assert "<script" not in page and "</script" not in page


def test_the_card_asks_for_nothing(page: str) -> None:
    assert "default-src 'none'" in page
    assert not re.search(r"<[^>]*\s(src|href|style|on\w+)\s*=|url\(|@import", page)


def test_the_card_shows_the_number_its_leaves_and_their_digests(page: str) -> None:
    with duckdb.connect(str(built_house().published_file), read_only=True) as connection:
        explanation = explain(connection, ADDRESS)
    assert f"{explanation.cell('ratio').value:,.10g}" in page
    assert page.count("<details") == page.count("</details>") > 100
    for nodes in explanation.parts.values():
        for node in nodes:
            for leaf in node.leaves():
                assert leaf.facts["sha256"] in page and leaf.address in page
