"""What the search box looks through: names in three scripts, with the sound of Chinese ones."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from assets.site.house import House
from assets.wording.figures import LANGUAGES

ENDINGS = [language.lower().replace("-", "_") for language in LANGUAGES]
KINDS = {
    "group": ("groups", "group_name", "group_short_name"),
    "region": ("regions", "region_name", "region_short_name"),
    "indicator": ("indicators", "indicator_name", "indicator_name"),
}
# Short for 长江三角洲: chang, not zhang.
NAMES = {"长三角": [["chang"], ["san"], ["jiao"]]}


def write_search(house: House, folder: Path) -> None:
    """Writes `search.js`, which site.js loads when somebody turns to the search box."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries(house))
    (folder / "search.js").write_text(f"globalThis.qipanSearch = [\n{lines}\n];\n", encoding="utf-8")


def entries(house: House) -> Iterator[list[Any]]:
    """Lines of path, names by language, and other spellings: short names, pinyin, initials, the id."""
    for kind, (entities, name, short) in KINDS.items():
        for identifier, entity in getattr(house, entities).items():
            names = [entity[f"{name}_{ending}"] for ending in ENDINGS]
            shorts = [entity[f"{short}_{ending}"] for ending in ENDINGS]
            others = [*shorts, *sounds(names[0]), *sounds(shorts[0], names[0]), identifier.replace("_", " ")]
            yield [kind, identifier, names, sorted(set(others) - set(names))]
    for picture in house.pictures:
        titles = [picture.words[language]["title"].text for language in LANGUAGES]
        yield ["chart", picture.chart_id, titles, [*sounds(titles[0]), picture.chart_id.replace("_", " ")]]


@cache
def sounds(text: str, context: str = "") -> tuple[str, str]:
    """Pinyin without tones, in full and by initials: 长三角 -> changsanjiao, csj.

    A character with several sounds takes the one it has in `context`, the full name: 长 in 长江三角洲.
    """
    heard = dict(_syllables(context))
    syllables = [heard.get(letter, syllable) for letter, syllable in _syllables(text)]
    return "".join(syllables), "".join(part[0] for part in syllables)


@cache
def _teach_names() -> None:
    """Names whose sounds the general dictionary does not know."""
    from pypinyin import load_phrases_dict

    load_phrases_dict(NAMES)


@cache
def _syllables(text: str) -> list[tuple[str, str]]:
    """Every character with its sound; what is no Chinese character sounds like itself."""
    from pypinyin import lazy_pinyin

    _teach_names()
    # other letters one by one, so that sounds and characters stay side by side; the stub knows no lists
    one_by_one: Any = list
    return list(zip(text, (part.lower() for part in lazy_pinyin(text, errors=one_by_one)), strict=True))
