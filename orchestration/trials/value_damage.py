"""Damage to what an NBS answer says: values, units, names and regions that are not what they were."""

import json
from decimal import Decimal
from typing import Any

from orchestration.replay.nbs_changes import blocks, cells
from orchestration.trials.structure_damage import Draw, dump

WORDS = (
    "",
    "-",
    "--",
    "…",
    "无",
    "NaN",
    "inf",
    "1e400",
    "0",
    "见附注",
    "12.3.4",
    "1,2",
    "٣",
    "0x10",
    "--5",
    "#12",
)
FULL_WIDTH = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
FACTORS = ("10", "0.1", "10000", "0.0001", "-1", "0", "100", "0.01")
MEANINGS = (
    ("_id", "0" * 32),
    ("i_showname", "国内生产总值"),
    ("i_showname", "另一指标 (亿元)"),
    ("du_name", "万元"),
    ("du_name", "%"),
    ("areaCode", "110000000000"),
    ("areaCode", "710000000000"),
    ("area", "西藏自治区"),
    ("area", "Beijing"),
)


def _one_value(body: bytes, draw: Draw) -> tuple[bytes, str]:
    """One printed value turned into a mark, a word, or a number far from it."""
    answer = json.loads(body)
    cell = draw.choice([cell for cell in cells(answer) if cell["value"]])
    factor = draw.choice(FACTORS)
    put: Any = draw.choice(
        (draw.choice(WORDS), _times(cell["value"], factor), None, [], 0, float(cell["value"]) * 1e3)
    )
    cell["value"] = put
    return dump(answer), f"a value is {put!r:.20} now"


def _all_values(body: bytes, draw: Draw) -> tuple[bytes, str]:
    """Every value of the answer, or of one period, in another unit or another script."""
    answer = json.loads(body)
    found = draw.choice((cells(answer), draw.choice(blocks(answer))["values"]))
    factor = draw.choice(FACTORS)
    edits = (
        lambda text: _times(text, factor),
        lambda text: text.translate(FULL_WIDTH),
        lambda text: f"{text}①",
    )
    edit = draw.choice(edits)
    for cell in found:
        cell["value"] = edit(cell["value"]) if cell["value"] else cell["value"]
    return dump(answer), f"{len(found)} values changed alike"


def _all_fields(body: bytes, draw: Draw) -> tuple[bytes, str]:
    """One field of all values means something else: another indicator, name, unit or region."""
    answer = json.loads(body)
    key, value = draw.choice(MEANINGS)
    for cell in cells(answer):
        cell[key] = value
    return dump(answer), f"{key} is {value!r} everywhere"


def _move_regions(body: bytes, draw: Draw) -> tuple[bytes, str]:
    """Regions moved on by one, values left where they were: what reading by position would not notice."""
    answer = json.loads(body)
    key = draw.choice(("areaCode", "area", "value"))
    for block in blocks(answer):
        rows = block["values"]
        for row, value in zip(rows, [row[key] for row in (*rows[1:], rows[0])], strict=True):
            row[key] = value
    return dump(answer), f"{key} moved on by one region"


def _swap(body: bytes, draw: Draw) -> tuple[bytes, str]:
    """Two regions carry each other's values, in one period or in all."""
    answer = json.loads(body)
    found = blocks(answer)
    one, other = draw.sample(range(len(found[0]["values"])), 2)
    for block in draw.choice((found, [draw.choice(found)])):
        rows = block["values"]
        rows[one]["value"], rows[other]["value"] = rows[other]["value"], rows[one]["value"]
    return dump(answer), f"values of regions {one} and {other} exchanged"


def _empty(body: bytes, draw: Draw) -> tuple[bytes, str]:
    """A period, or a region in all periods, without values or gone."""
    answer = json.loads(body)
    block = draw.choice(blocks(answer))
    what = draw.choice(("emptied", "gone", "blank"))
    if what == "gone":
        answer["data"].remove(block)
    else:
        rows = block["values"]
        block["values"] = [] if what == "emptied" else [cell | {"value": ""} for cell in rows]
    return dump(answer), f"{block['code']} is {what}"


def _times(text: str, factor: str) -> str:
    return format(Decimal(text) * Decimal(factor), "f")


VALUE_DAMAGE = (_one_value, _one_value, _all_values, _all_fields, _move_regions, _swap, _empty)
