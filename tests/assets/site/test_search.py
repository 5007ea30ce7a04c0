"""What the search box finds: names in three scripts, pinyin in full and by initials."""

from types import SimpleNamespace

import pytest

from assets.site.search import entries, sounds

GROUP = {
    "group_name_zh_hans": "长江三角洲",
    "group_name_zh_hant": "長江三角洲",
    "group_name_en": "Yangtze River Delta",
    "group_short_name_zh_hans": "长三角",
    "group_short_name_zh_hant": "長三角",
    "group_short_name_en": "YRD",
}


@pytest.mark.parametrize(
    ("name", "context", "full", "initials"),
    [
        # in other names 长 is read zhang
        ("长三角一体化", "", "changsanjiaoyitihua", "csjyth"),
        # alone, 长 is read zhang; in the name of the river it is chang
        ("长江带", "长江经济带", "changjiangdai", "cjd"),
        ("长三角", "长江三角洲", "changsanjiao", "csj"),
        ("重庆", "重庆市", "chongqing", "cq"),
        ("粤港澳", "", "yuegangao", "yga"),
        ("人均GDP", "", "renjungdp", "rjgdp"),
    ],
)
def test_sounds_of_names(name: str, context: str, full: str, initials: str) -> None:
    assert sounds(name, context) == (full, initials)


def test_an_entry_holds_every_spelling_once() -> None:
    house = SimpleNamespace(groups={"yrd": GROUP}, regions={}, indicators={}, pictures=())
    ((kind, identifier, names, others),) = entries(house)  # type: ignore[arg-type]
    assert (kind, identifier) == ("group", "yrd")
    assert names == ["长江三角洲", "長江三角洲", "Yangtze River Delta"]
    assert {"长三角", "長三角", "YRD", "changsanjiao", "csj", "changjiangsanjiaozhou", "yrd"} <= set(others)
    assert others == sorted(set(others))
