"""Names written in the wrong script."""

from pathlib import Path

from assets.catalogue.name_checks import TO_SIMPLIFIED, TO_TRADITIONAL
from tests.assets.catalogue.test_tiny_pack import messages, tiny


def test_mixed_scripts(tmp_path: Path) -> None:
    pack = tiny()
    pack["groups"][1] |= {
        "name_zh_hans": "東部地区",
        "name_zh_hant": "東部地区",
        "short_name_en": "East 东部",
    }
    assert messages(tmp_path, pack) == [
        "groups.csv line 3, name_zh_hans: found the traditional '東' in '東部地区'; write '东'",
        "groups.csv line 3, name_zh_hant: found the simplified '区' in '東部地区'; write '區'",
        "groups.csv line 3, short_name_en: found '东' in 'East 东部'; write it in English",
    ]


def test_right_names_pass(tmp_path: Path) -> None:
    pack = tiny()
    pack["groups"][1] |= {
        "name_zh_hans": "长江经济带（东部）",
        "name_zh_hant": "長江經濟帶（東部）",
        "name_en": "Yangtze River Economic Belt – East",
    }
    assert messages(tmp_path, pack) == []


def test_prose_may_quote(tmp_path: Path) -> None:
    pack = tiny()
    pack["groups"][1]["note"] = "east is 東部地區 in one script and 东部地区 in the other"
    assert messages(tmp_path, pack) == []


def test_pairs_are_one_to_one() -> None:
    assert len(TO_SIMPLIFIED) == len(TO_TRADITIONAL)
    assert not TO_SIMPLIFIED.keys() & TO_TRADITIONAL.keys()
