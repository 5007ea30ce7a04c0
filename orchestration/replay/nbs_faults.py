"""What the NBS data service does, or may one day do, to an answer that holds figures.

Each fault changes the bytes of `stream/esData` (those of lists say so) and names the error our client
must meet when the figures are checked against those held; an empty name means it copes.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from assets.sources.nbs_protocol import HOST
from orchestration.replay.faults import body_fault, register
from orchestration.replay.nbs_changes import (
    Answer,
    add_future_period,
    add_period,
    add_region,
    blocks,
    cells,
    change_unit,
    drop_newest,
    edit_values,
    in_json,
    multiply,
    newest,
    put_bare_word,
    rename,
    repeat_key,
    set_everywhere,
    set_member,
    set_newest,
    swap_regions,
)

FIGURES, CATALOGUE = "stream/esData", "queryIndicatorsByCid"
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
DEPTH = 100_000
OTHER_ID, OTHER_NAME = "0" * 32, "另一指标 (亿元) "
HOSTILE = "x'; drop table core.observations; --</script>../../etc"


def printed(answer: Answer) -> list[dict[str, Any]]:
    """Cells of the newest period that hold a value."""
    return [cell for cell in newest(answer) if cell["value"]]


JSON_FAULTS: tuple[tuple[str, str, str, Callable[[Answer], object]], ...] = (
    ("success_false", "UnsuccessfulAnswerError", "success is false", partial(set_member, "success", False)),
    ("empty", "EmptyAnswerError", "successful and empty", partial(set_member, "data", [])),
    ("null_data", "EmptyAnswerError", "successful, data is null", partial(set_member, "data", None)),
    ("text_data", "ShapeError", "data is a text", partial(set_member, "data", "无数据")),
    ("other_indicator", "WrongIndicatorError", "another id", partial(set_everywhere, "_id", OTHER_ID)),
    ("renamed", "RenamedIndicatorError", "same id, another name", partial(rename, OTHER_NAME)),
    ("no_id", "ShapeError", "ids are null", partial(set_everywhere, "_id", None)),
    ("unit", "UnitChangedError", "another unit, values to match", change_unit),
    ("unit_unsaid", "JumpError", "values in another unit", lambda a: multiply("10000", cells(a))),
    ("swapped", "SwappedRegionsError", "two regions carry each other's values", swap_regions),
    ("stray_region", "StrayRegionError", "a region nobody asked for", add_region),
    ("missing_region", "MissingRegionError", "a region less", lambda a: blocks(a)[0]["values"].pop(3)),
    (
        "repeated_region",
        "RepeatedRegionError",
        "a region twice",
        lambda a: blocks(a)[0]["values"].append(dict(blocks(a)[0]["values"][0])),
    ),
    ("name_and_code", "SwappedRegionsError", "names of one", partial(set_everywhere, "area", "西藏自治区")),
    ("english", "", "names in English", partial(set_everywhere, "area", "Beijing")),
    ("hostile", "", "quotes, tags and paths in names", partial(set_everywhere, "area", HOSTILE)),
    (
        "stray_period",
        "StrayPeriodError",
        "a year nobody asked for",
        partial(add_period, "1950YY", "1950年", False),
    ),
    (
        "repeated_period",
        "RepeatedRegionError",
        "a period twice",
        lambda a: a["data"].append(dict(blocks(a)[0])),
    ),
    ("future", "", "an empty column for a period not out yet", add_future_period),
    ("shrunk", "ShrunkAnswerError", "the newest period is gone", drop_newest),
    ("emptied", "ShrunkAnswerError", "the newest period has no values", lambda a: newest(a).clear()),
    ("tenfold", "JumpError", "one value times ten", lambda a: multiply("10", printed(a)[:1])),
    ("zero", "JumpError", "a zero where a value was", partial(set_newest, "0")),
    ("words", "PrintedNumberError", "words where a number was", partial(set_newest, "见附注")),
    ("nan", "NotFiniteError", "a value is NaN", partial(set_newest, "NaN")),
    ("endless_text", "NotFiniteError", "a value is 1e400, as text", partial(set_newest, "1e400")),
    ("revised", "", "a revision: the newest period 1 % up", lambda a: multiply("1.01", newest(a))),
    ("full_width", "", "full-width digits", partial(edit_values, lambda text: text.translate(FULL_WIDTH))),
    ("footnotes", "", "footnote marks", partial(edit_values, lambda text: f"{text}①")),
    ("blanks", "", "blanks around values", partial(edit_values, lambda text: f" {text}\u3000")),
)
MARKS: dict[str, object] = {"empty": "", "null": None, "wu": "无", "dash": "-", "ellipsis": "…", "list": []}
BYTE_FAULTS: tuple[tuple[str, str, str, Callable[[bytes], bytes]], ...] = (
    ("bare_nan", "NotFiniteError", "a bare NaN", partial(put_bare_word, b"NaN")),
    ("infinity", "NotFiniteError", "a bare Infinity", partial(put_bare_word, b"Infinity")),
    ("endless", "NotFiniteError", "a bare 1e400", partial(put_bare_word, b"1e400")),
    ("gbk", "WrongEncodingError", "GBK instead of UTF-8", lambda body: body.decode().encode("gb18030")),
    ("bom", "", "a byte order mark", lambda body: b"\xef\xbb\xbf" + body),
    ("deep", "TooDeepError", "nested 100,000 deep", lambda body: b'{"data":' * DEPTH + b"1" + b"}" * DEPTH),
    ("xml", "NotTheFormatError", "XML", lambda body: b"<?xml version='1.0'?><error>1</error>"),
    ("cut", "NotTheFormatError", "JSON that ends early", lambda body: body[: len(body) * 2 // 3]),
    ("key_twice", "ShapeError", "a key twice", repeat_key),
)

for name, error, description, change in JSON_FAULTS:
    register(body_fault(f"nbs_{name}", f"Figures: {description}.", error, in_json(change), HOST, FIGURES))
for name, mark in MARKS.items():
    register(
        body_fault(
            f"nbs_mark_{name}",
            f"Figures: {mark!r} where a value was.",
            "ShrunkAnswerError",
            in_json(partial(set_newest, mark)),
            HOST,
            FIGURES,
        )
    )
for name, error, description, change_bytes in BYTE_FAULTS:
    register(body_fault(f"nbs_{name}", f"Figures: {description}.", error, change_bytes, HOST, FIGURES))
register(
    body_fault(
        "nbs_list_renamed",
        "The catalogue names another indicator.",
        "RenamedIndicatorError",
        in_json(partial(rename, OTHER_NAME)),
        HOST,
        CATALOGUE,
    ),
    body_fault(
        "nbs_list_empty",
        "The catalogue is empty.",
        "EmptyAnswerError",
        in_json(partial(set_member, "data", {"list": []})),
        HOST,
        CATALOGUE,
    ),
)
