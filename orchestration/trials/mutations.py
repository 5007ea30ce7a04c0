"""Damaged answers of the NBS data service, thousands of kinds, each made again by its seed.

A reader must meet every one with a named error, or with figures that are right. Changes that leave a
plausible figure in every cell (a digit at the end, say) are drawn again: to anybody without a second
source they are a revision, and no reader can tell.
"""

import json
import random
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from orchestration.trials.structure_damage import STRUCTURE_DAMAGE, Draw
from orchestration.trials.value_damage import VALUE_DAMAGE

# A printed figure may be revised that far; what changes less is not told from a revision.
PLAUSIBLE = Decimal(2)
DRAWS = 200
ENCODINGS = ("gb18030", "utf-16", "utf-32", "big5")


def mutate(body: bytes, seed: int) -> tuple[bytes, str]:
    """A damaged copy of an answer and a sentence on what was done; the same for the same seed.

    Raises ValueError when the body is no JSON to begin with.
    """
    draw = random.Random(seed)
    before = _printed(body)
    for _ in range(DRAWS):
        kind, changes = draw.choice(KINDS)
        change = draw.choice(changes)
        mutated, what = change(body, draw)
        if mutated != body and (kind == "value" or not _could_be_a_revision(before, mutated)):
            return mutated, f"{kind}: {what}"
    raise AssertionError("nothing can be damaged in this answer")


def _could_be_a_revision(before: Mapping[tuple[str, str], str], mutated: bytes) -> bool:
    """Whether the same cells are there and some hold other, but plausible, numbers."""
    try:
        after = _printed(mutated)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False
    changed = [
        (before[cell], after[cell]) for cell in before if cell in after and before[cell] != after[cell]
    ]
    return bool(changed) and all(_is_plausible(*pair) for pair in changed)


def _is_plausible(before: str, after: str) -> bool:
    try:
        ratio = Decimal(after) / Decimal(before)
    except (InvalidOperation, ZeroDivisionError):
        return False
    return 1 / PLAUSIBLE < ratio < PLAUSIBLE


@lru_cache(maxsize=2)
def _printed(body: bytes) -> dict[tuple[str, str], str]:
    """Texts by period and region code, taken at their word."""
    return {
        (block["code"], cell["areaCode"]): cell["value"].strip() if isinstance(cell["value"], str) else ""
        for block in json.loads(body)["data"]
        for cell in block["values"]
    }


def _cut(body: bytes, draw: Draw) -> tuple[bytes, str]:
    at = draw.randrange(len(body))
    return body[:at], f"cut at byte {at}"


def _flip(body: bytes, draw: Draw) -> tuple[bytes, str]:
    found = bytearray(body)
    places = [draw.randrange(len(found)) for _ in range(draw.choice((1, 1, 2, 8)))]
    for at in places:
        found[at] ^= 1 << draw.randrange(8)
    return bytes(found), f"bits flipped at {places}"


def _splice(body: bytes, draw: Draw) -> tuple[bytes, str]:
    start, end = sorted(draw.randrange(len(body)) for _ in range(2))
    end = min(end, start + draw.choice((1, 2, 10, 300, 5000)))
    put = draw.choice((b"", body[start:end] * 2, draw.randbytes(end - start), b"0", b'"', b"{" * 50))
    return body[:start] + put + body[end:], f"bytes {start} to {end} exchanged for {len(put)} others"


def _encode(body: bytes, draw: Draw) -> tuple[bytes, str]:
    encoding = draw.choice(ENCODINGS)
    return body.decode().encode(encoding, "replace"), f"in {encoding}"


def _nest(body: bytes, draw: Draw) -> tuple[bytes, str]:
    depth = draw.choice((100, 900, 990, 5000, 200_000))
    return b"[" * depth + body + b"]" * depth, f"nested {depth} deep"


BYTE_DAMAGE = (_cut, _flip, _flip, _splice, _encode, _nest)
KINDS = (("structure", STRUCTURE_DAMAGE), ("bytes", BYTE_DAMAGE), ("value", VALUE_DAMAGE))
