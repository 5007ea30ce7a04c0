"""Changes to answers of the NBS data service, as functions of the parsed answer or of its bytes."""

import json
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

Answer = dict[str, Any]
# As unlike each other as two provinces get; a fault between them cannot hide in ordinary change.
LARGE, SMALL = "110000000000", "540000000000"


def in_json(change: Callable[[Answer], object]) -> Callable[[bytes], bytes]:
    """A change of the parsed answer as a change of its bytes; an answer without data stays as it is."""

    def changed(body: bytes) -> bytes:
        try:
            answer = json.loads(body)
        except ValueError:
            return body
        if not isinstance(answer, dict) or not answer.get("data"):
            return body
        change(answer)
        return json.dumps(answer, ensure_ascii=False).encode()

    return changed


def blocks(answer: Answer) -> list[dict[str, Any]]:
    """Periods of an answer that hold values, newest first."""
    return [block for block in answer["data"] or [] if block["values"]]


def cells(answer: Answer) -> list[dict[str, Any]]:
    """All values of an answer."""
    return [cell for block in blocks(answer) for cell in block["values"]]


def newest(answer: Answer) -> list[dict[str, Any]]:
    """Values of the newest period in which anything is printed."""
    printed = [block["values"] for block in blocks(answer) if any(cell["value"] for cell in block["values"])]
    return printed[0] if printed else []


def set_member(key: str, value: object, answer: Answer) -> None:
    """Set one member of the envelope."""
    answer[key] = value


def set_everywhere(key: str, value: object, answer: Answer) -> None:
    """Set one field of every value."""
    for cell in cells(answer):
        cell[key] = value


def set_newest(value: object, answer: Answer) -> None:
    """Set the first printed value of the newest period."""
    for cell in [cell for cell in newest(answer) if cell["value"]][:1]:
        cell["value"] = value


def edit_values(edit: Callable[[str], str], answer: Answer) -> None:
    """Change the text of every printed value."""
    for cell in cells(answer):
        if cell["value"]:
            cell["value"] = edit(cell["value"])


def multiply(factor: str, found: list[dict[str, Any]]) -> None:
    """Multiply printed values."""
    for cell in found:
        if cell["value"]:
            cell["value"] = format(Decimal(cell["value"]) * Decimal(factor), "f")


def change_unit(answer: Answer) -> None:
    """Name another unit everywhere, and print values in it or near it."""
    for cell in cells(answer):
        unit = "万元" if cell["du_name"] == "亿元" else f"千{cell['du_name']}"
        cell["i_showname"] = cell["i_showname"].replace(f"({cell['du_name']})", f"({unit})")
        cell["du_name"] = unit
    multiply("10000", cells(answer))


def swap_regions(answer: Answer) -> None:
    """Two regions carry each other's values where both have one; of cities, the first and the last."""
    for block in blocks(answer):
        by_code = {cell["areaCode"]: cell for cell in block["values"]}
        one, other = by_code.get(LARGE, block["values"][0]), by_code.get(SMALL, block["values"][-1])
        if one["value"] and other["value"]:
            one["value"], other["value"] = other["value"], one["value"]


def add_region(answer: Answer) -> None:
    """A region more in every period, with the values of the first."""
    stray = {"areaCode": "710000000000", "da": "710000000000", "area": "台湾省", "da_name": "台湾省"}
    for block in blocks(answer):
        block["values"].append(block["values"][0] | stray)


def add_period(code: str, name: str, is_empty: bool, answer: Answer) -> None:
    """A period more, with the values of the newest or with none."""
    block = blocks(answer)[0]
    values = [cell | {"value": "" if is_empty else cell["value"]} for cell in block["values"]]
    answer["data"].insert(0, {"code": code, "name": name, "values": values})


def add_future_period(answer: Answer) -> None:
    """An empty period after the newest."""
    year = int(answer["data"][0]["code"][:4]) + 1
    ending = "01SS" if answer["data"][0]["code"].endswith("SS") else "YY"
    add_period(f"{year}{ending}", f"{year}年", True, answer)


def rename(name: str, answer: Answer) -> None:
    """Another name for every value, or every row of a catalogue."""
    rows = answer["data"]["list"] if isinstance(answer["data"], dict) else cells(answer)
    for row in rows:
        row["i_showname"] = name


def repeat_key(body: bytes) -> bytes:
    """The key `data` a second time."""
    return body.replace(b'"data"', b'"data": [], "data"', 1)


def put_bare_word(word: bytes, body: bytes) -> bytes:
    """The first printed value of the newest period as a bare word instead of text."""
    marked = in_json(partial(set_newest, "marked cell"))(body)
    return marked.replace(b'"marked cell"', word, 1)


def drop_newest(answer: Answer) -> None:
    """The newest printed period left out."""
    answer["data"] = [block for block in answer["data"] if block["values"] is not newest(answer)]
