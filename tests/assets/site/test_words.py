"""The site's words: the same messages in three languages, one script each, a word for every code in use."""

import duckdb
import pytest

from assets.site.environment import TEMPLATES, Words
from assets.site.pages.claims import reason_in_words
from assets.wording.figures import LANGUAGES
from assets.wording.messages import has_message, message_files, slug
from tests.small_house import built_house

SIMPLIFIED = set("东块区产总价长带龙战变从为计数据异尔标热师内级类别单称网页开关")
TRADITIONAL = set("東塊區產總價長帶龍戰變從為計數據異爾標熱師內級類別單稱網頁開關")
CODES = {
    "kind": "select distinct group_kind from core.groups",
    "level": "select distinct region_level from core.regions",
    "polarity": "select distinct polarity from core.indicators",
    "aggregation": "select distinct aggregation from core.indicators",
    "field": "select distinct field from core.indicators",
    "extent": "select distinct coverage_kind from reference.membership",
    "claim": "select distinct verdict from marts.claims",
    "verdict": "select distinct verdict from marts.convergence_verdicts where verdict is not null"
    " union select distinct verdict from marts.policy_breaks where verdict is not null"
    " union select distinct verdict from marts.parity_outlook where verdict is not null",
    "membership": "select distinct membership from marts.group_gap",
    "weighting": "select distinct weighting from marts.inequality",
    "window": "select distinct window_id from marts.convergence_verdicts",
    "measure": "select distinct measure from marts.claims",
    "tolerance": "select distinct tolerance_kind from marts.claims",
    "confidence": "select distinct confidence from marts.claims",
    "standing": "select distinct standing from marts.group_profile where standing is not null",
    "method": "select distinct split_part(table_key, '/', 2) from core.methods",
    "reason": "select distinct split_part(null_reason, ': ', 1) from marts.claims where null_reason <> ''",
}


def messages(language: str) -> dict[str, str]:
    (path,) = [path for path in message_files("site") if path.parent.name == language]
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" = ", 1) for line in lines if " = " in line)


def test_same_messages_in_every_language() -> None:
    assert messages("en").keys() == messages("zh-Hans").keys() == messages("zh-Hant").keys()


def test_no_mixed_scripts() -> None:
    own_names = {"language-zh-Hans", "language-zh-Hant"}
    hans = "".join(text for name, text in messages("zh-Hans").items() if name not in own_names)
    hant = "".join(text for name, text in messages("zh-Hant").items() if name not in own_names)
    assert not set(hans) & (TRADITIONAL - SIMPLIFIED)
    assert not set(hant) & (SIMPLIFIED - TRADITIONAL)


@pytest.mark.parametrize("kind", CODES)
def test_every_code_in_use_has_a_word(kind: str) -> None:
    with duckdb.connect(str(built_house().published_file), read_only=True) as release:
        codes = [code for (code,) in release.execute(CODES[kind]).fetchall()]
    assert codes
    for language in LANGUAGES:
        assert [code for code in codes if not has_message("site", f"{kind}-{slug(code)}", language)] == []


def test_a_code_of_another_pack_is_shown_as_it_is() -> None:
    assert Words("en").of("field", "space_travel") == "space travel"


def test_templates_hold_no_sentence() -> None:
    for path in sorted(TEMPLATES.glob("*.jinja")):
        if path.name != "choice.html.jinja":
            assert not any("\u4e00" <= letter <= "\u9fff" for letter in path.read_text(encoding="utf-8")), (
                path.name
            )


def test_a_reason_is_told_with_its_years() -> None:
    assert (
        reason_in_words("period_not_held: 2001-2019", Words("en"))
        == "the year is not held; held are 2001–2019"
    )
    assert reason_in_words("period_not_held: 2019-2019", Words("en")) == "the year is not held; held are 2019"
    assert reason_in_words("no_weight", Words("zh-Hant")) == "缺少權數"
