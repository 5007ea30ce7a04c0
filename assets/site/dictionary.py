"""What the card of a number explains: columns, methods, indicators, editions; one file for all pages."""

import json
from pathlib import Path
from typing import Any

import duckdb

from assets.explaining.telling import CODED, Telling, telling
from assets.site.house import House
from assets.wording.figures import LANGUAGES

# Columns with the reason of a missing number; their words are told like those of `null_reason`.
REASON = "null_reason"
ENDINGS = [language.lower().replace("-", "_") for language in LANGUAGES]


def write_dictionary(connection: duckdb.DuckDBPyConnection, house: House, folder: Path) -> None:
    """Writes `dictionary.js`, which card.js loads when the first number is asked about."""
    tellings = [telling(connection, language) for language in LANGUAGES]
    text = json.dumps(_dictionary(house, tellings), ensure_ascii=False, indent=0, sort_keys=True)
    (folder / "dictionary.js").write_text(f"globalThis.qipanDictionary = {text};\n", encoding="utf-8")


def _dictionary(house: House, tellings: list[Telling]) -> dict[str, Any]:
    units = {line["unit"] for line in house.lists["columns"] if line["unit"]}
    return {
        "units": {unit: [each.unit(unit) for each in tellings] for unit in units},
        "unitNames": {
            unit: [each.name("unit", unit) for each in tellings] for unit in tellings[0].names["unit"]
        },
        "codes": _codes(house, tellings),
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


def _codes(house: House, tellings: list[Telling]) -> dict[str, dict[str, list[str]]]:
    """Words for the codes in the rows of the pages, by column."""
    found: dict[str, dict[str, list[str]]] = {}
    for row in house.known.values():
        for column, value in row.cells.items():
            if column in CODED:
                kinds, code = CODED[column], value
            elif column.endswith(REASON):
                kinds, code = ("reason",), value.split(": ")[0]
            else:
                continue
            held = found.setdefault(column, {})
            if code not in held:
                held[code] = [each.coded(code, *kinds) for each in tellings]
    return found


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
