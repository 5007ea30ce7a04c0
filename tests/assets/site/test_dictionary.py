"""The dictionary of the cards: units and codes of rows in three languages."""

import json

import pytest

from tests.small_house import built_house


@pytest.fixture(scope="module")
def dictionary() -> dict:
    text = (built_house().build / "report" / "static" / "dictionary.js").read_text(encoding="utf-8")
    return json.loads(text.removeprefix("globalThis.qipanDictionary = ").removesuffix(";\n"))


def test_units_and_codes_have_words(dictionary: dict) -> None:
    assert dictionary["units"]["share (0-1)"] == ["比重（0－1）", "比重（0－1）", "share (0-1)"]
    assert dictionary["codes"]["weighting"]["unweighted"] == ["不加权", "不加權", "each member alike"]
    assert dictionary["codes"]["null_reason"]["indicator_not_held"][0] == "未收录该指标"
    assert dictionary["unitNames"]["persons_10k"] == ["万人", "萬人", "10 thousand persons"]


def test_every_code_is_told_in_chinese(dictionary: dict) -> None:
    for listed in (dictionary["units"], *dictionary["codes"].values()):
        for code, (hans, hant, _) in listed.items():
            assert code == "UTC" or (hans != code and hant != code), code
