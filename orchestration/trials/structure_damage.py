"""Damage to the structure of an NBS answer: parts dropped, doubled, exchanged, or of another kind."""

import json
import random
from collections.abc import Iterator
from typing import Any

from orchestration.replay.nbs_changes import blocks, cells

Draw = random.Random
KEYS = (
    "value",
    "_id",
    "i_showname",
    "du_name",
    "areaCode",
    "area",
    "da",
    "da_name",
    "code",
    "name",
    "values",
)
OTHERS: tuple[Any, ...] = (
    None,
    "",
    "无",
    0,
    -1,
    1e308,
    True,
    [],
    {},
    [[]],
    "北京市",
    "2024YY",
    "<html>",
    "\u0000",
)


def dump(answer: object) -> bytes:
    """The bytes of an answer."""
    return json.dumps(answer, ensure_ascii=False).encode()


def _nodes(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container of an answer with every key or index in it."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _nodes(value[key])


def _somewhere(body: bytes, draw: Draw) -> tuple[Any, Any, Any]:
    """The parsed answer, and one container and key in it; the envelope as often as all else."""
    answer = json.loads(body)
    nodes = list(_nodes(answer))
    shallow = [(container, key) for container, key in nodes if container in (answer, answer["data"])]
    container, key = draw.choice(shallow if draw.random() < 0.3 else nodes)
    return answer, container, key


def _drop(body: bytes, draw: Draw) -> tuple[bytes, str]:
    answer, container, key = _somewhere(body, draw)
    del container[key]
    return dump(answer), f"{key!r} dropped"


def _replace(body: bytes, draw: Draw) -> tuple[bytes, str]:
    answer, container, key = _somewhere(body, draw)
    container[key] = draw.choice(OTHERS)
    return dump(answer), f"{key!r} replaced by {container[key]!r:.20}"


def _repeat(body: bytes, draw: Draw) -> tuple[bytes, str]:
    answer, container, key = _somewhere(body, draw)
    if isinstance(container, list):
        container.insert(draw.randrange(len(container) + 1), container[key])
    else:
        container[draw.choice(KEYS)] = container[key]
    return dump(answer), f"{key!r} repeated"


def _wrap(body: bytes, draw: Draw) -> tuple[bytes, str]:
    answer, container, key = _somewhere(body, draw)
    container[key] = draw.choice(([container[key]], {"value": container[key]}, str(container[key])[:500]))
    return dump(answer), f"{key!r} wrapped"


def _exchange(body: bytes, draw: Draw) -> tuple[bytes, str]:
    """One field of two cells exchanged, so that each says what belongs to the other."""
    answer = json.loads(body)
    one, other = draw.sample(cells(answer), 2)
    key = draw.choice([key for key in KEYS if key in one and key in other])
    one[key], other[key] = other[key], one[key]
    return dump(answer), f"{key} of two cells exchanged"


def _move_codes(body: bytes, draw: Draw) -> tuple[bytes, str]:
    """Period codes moved on by one, their names left where they were."""
    answer = json.loads(body)
    found = blocks(answer)
    codes = [block["code"] for block in found]
    for block, code in zip(found, codes[1:] + codes[:1], strict=True):
        block["code"] = code
    return dump(answer), "period codes moved on"


STRUCTURE_DAMAGE = (_drop, _replace, _repeat, _wrap, _exchange, _move_codes)
