"""The first look at an answer's bytes: is it the publisher who speaks, and in the format it speaks?"""

import json

from assets.landing.errors import (
    BlockedError,
    ChallengePageError,
    NotFiniteError,
    NotTheFormatError,
    ServiceExceptionPageError,
    ShapeError,
    TooDeepError,
    WrongEncodingError,
)

# Words of pages that stand in for an answer, whatever their status. Compared in lower case.
CHALLENGE_WORDS = ("请开启javascript", "please enable javascript", "wzws_", "_waf_")
BLOCK_WORDS = ("403 forbidden", "urlacl", "azure-application-gateway", "access denied", "访问被拦截")
EXCEPTION_WORDS = ("服务异常", "系统异常")


def read_json(body: bytes, place: str) -> object:
    """The JSON value of a body; `place` (series and part) goes into messages.

    Raises ChallengePageError, BlockedError, ServiceExceptionPageError, NotTheFormatError,
    WrongEncodingError, TooDeepError, NotFiniteError, or ShapeError for a key given twice.
    """
    text = decode(body, place)
    refuse_pages(text, place)
    if not text.strip():
        raise NotTheFormatError(f"{place}: an empty body; ask again later")

    def refuse_constant(name: str) -> None:
        raise NotFiniteError(f"{place}: found {name}, which is no figure anybody printed")

    def distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ShapeError(f"{place}: a key twice in one object; which of the two counts is unknown")
        return found

    try:
        return json.loads(text, parse_constant=refuse_constant, object_pairs_hook=distinct)
    except json.JSONDecodeError as error:
        raise NotTheFormatError(
            f"{place}: not JSON at line {error.lineno}, column {error.colno} ({error.msg});"
            f" found {text[max(error.pos - 20, 0) : error.pos + 20]!r}; the answer may be cut off"
        ) from None
    except RecursionError:
        raise TooDeepError(f"{place}: nested too deep to be read; no answer of this source is") from None
    except ValueError as error:
        raise NotTheFormatError(f"{place}: not readable as JSON ({error})") from None


def decode(body: bytes, place: str) -> str:
    """Text of a UTF-8 body, with or without byte order mark."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        guess = "GBK" if _is_gbk(body) else "another encoding, or damaged"
        raise WrongEncodingError(
            f"{place}: not UTF-8 at byte {error.start} (found {body[error.start : error.start + 4].hex()});"
            f" looks like {guess}; the source speaks UTF-8"
        ) from None


def refuse_pages(text: str, place: str) -> None:
    """Raise the error of a page that stands in for an answer; JSON passes."""
    opening = text.lstrip("\ufeff \t\r\n")[:4000]
    if not opening.startswith("<"):
        return
    low = opening.casefold()
    for words, error, remedy in (
        (CHALLENGE_WORDS, ChallengePageError, "wait some minutes, or ask from another network"),
        (BLOCK_WORDS, BlockedError, "the firewall refuses this machine or this address; ask the publisher"),
        (
            EXCEPTION_WORDS,
            ServiceExceptionPageError,
            "a path or a parameter is wrong; see its module",
        ),
    ):
        found = [word for word in words if word in low]
        if found:
            raise error(f"{place}: a page with '{found[0]}' instead of an answer; {remedy}")
    raise NotTheFormatError(f"{place}: found a page or XML ({opening[:40]!r}) where JSON was expected")


def member(value: object, *path: str | int, place: str) -> object:
    """The value at a path into JSON; raises ShapeError that names where the path ends."""
    here = place
    for step in path:
        here += f"[{step}]" if isinstance(step, int) else f".{step}"
        if isinstance(step, int):
            found = isinstance(value, list) and step < len(value)
        else:
            found = isinstance(value, dict) and step in value
        if not found:
            raise ShapeError(f"{here}: not there; the source has changed its shape, see its module")
        value = value[step]  # type: ignore[index]
    return value


def text_member(value: object, *path: str | int, place: str) -> str:
    """A member that must be text; raises ShapeError."""
    found = member(value, *path, place=place)
    if not isinstance(found, str):
        raise ShapeError(f"{place} {'.'.join(map(str, path))}: found {found!r:.60}, text was expected")
    return found


def list_member(value: object, *path: str | int, place: str) -> list[object]:
    """A member that must be a list; raises ShapeError."""
    found = member(value, *path, place=place) if path else value
    if not isinstance(found, list):
        raise ShapeError(f"{place} {'.'.join(map(str, path))}: found {found!r:.60}, a list was expected")
    return found


def _is_gbk(body: bytes) -> bool:
    try:
        body.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
