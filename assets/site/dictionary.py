"""What the card of a number explains: columns, methods, indicators, editions; one file for all pages."""

import json
from pathlib import Path
from typing import Any

from assets.site.house import House
from assets.wording.figures import LANGUAGES

ENDINGS = [language.lower().replace("-", "_") for language in LANGUAGES]


def write_dictionary(house: House, folder: Path) -> None:
    """Writes `dictionary.js`, which card.js loads when the first number is asked about."""
    text = json.dumps(_dictionary(house), ensure_ascii=False, indent=0, sort_keys=True)
    (folder / "dictionary.js").write_text(f"globalThis.qipanDictionary = {text};\n", encoding="utf-8")


def _dictionary(house: House) -> dict[str, Any]:
    return {
        "columns": {
            line["column_name"]: [line["unit"] or "", line["description_zh"], line["description_en"]]
            for line in house.lists["columns"]
        },
        "methods": {line["method_id"]: line["method"] for line in house.lists["methods"]},
        "indicators": {
            identifier: {
                "name": _names(indicator, "indicator_name"),
                "unit": _names(indicator, "unit"),
                "publisher": _names(indicator, "publisher"),
                "inputs": [
                    indicator[column]
                    for column in ("numerator_indicator_id", "denominator_indicator_id")
                    if indicator[column]
                ],
            }
            for identifier, indicator in house.indicators.items()
        },
        "bases": _bases(house),
        "sources": {line["source_id"]: _names(line, "publisher") for line in house.lists["sources"]},
        "names": {
            identifier: _names(entity, name)
            for entities, name in ((house.groups, "group_short_name"), (house.regions, "region_short_name"))
            for identifier, entity in entities.items()
        }
        | {line["view_id"]: _names(line, "view_name") for line in house.lists["views"]},
    }


def _bases(house: House) -> dict[str, dict[str, Any]]:
    """Name and day of the newest edition of each basis, and of each edition by its own id."""
    found: dict[str, dict[str, Any]] = {}
    for line in house.lists["vintages"]:
        entry = {"name": _names(line, "name"), "published": str(line["published_from"] or "")}
        found.setdefault(line["basis_id"], entry)
        found.setdefault(line["vintage_id"], entry)
    return found


def _names(entity: dict[str, Any], stem: str) -> list[str]:
    return [entity[f"{stem}_{ending}"] or "" for ending in ENDINGS]
