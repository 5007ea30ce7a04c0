"""Reading a body off the wire: whole or not at all, never more than allowed, never longer than allowed."""

import http.client
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import urllib3.exceptions

from assets.landing.errors import (
    AnswerTooLargeError,
    ConnectionLostError,
    LandingError,
    NotTheFormatError,
    ReadTimeoutError,
    TruncatedAnswerError,
)

CHUNK = 64 * 1024
# zlib's number for "gzip, with header and check sum"
GZIP = 31
# statuses that never have a body, and announce none
BODILESS = (204, 304)


def read_body(response: Any, place: str, most_bytes: int, refuse_late: Callable[[], None]) -> bytes:
    """Bytes of a urllib3 response, gzip undone; `refuse_late` is called between reads and may raise.

    Both the bytes on the wire and the bytes they unpack to are counted against `most_bytes`. Raises
    AnswerTooLargeError, TruncatedAnswerError, ConnectionLostError, ReadTimeoutError, NotTheFormatError.
    """
    too_large = AnswerTooLargeError(
        f"{place}: more than {most_bytes / 1e6:g} MB; no answer is so large, the rest was not read"
    )
    announced = response.headers.get("Content-Length", "")
    if re.fullmatch(r"\d{1,15}", announced, re.ASCII) and int(announced) > most_bytes:
        raise too_large
    unpack = _unpacker(response.headers.get("Content-Encoding", ""), place)
    parts: list[bytes] = []
    on_wire = unpacked = 0
    for data in _reads(response, place, refuse_late):
        on_wire += len(data)
        for part in unpack.feed(data):
            parts.append(part)
            unpacked += len(part)
            if unpacked > most_bytes:
                raise too_large
        if on_wire > most_bytes:
            raise too_large
    parts += unpack.finish(on_wire)
    is_length_known = bool(announced) or "Transfer-Encoding" in response.headers
    if not on_wire and not is_length_known and response.status not in BODILESS:
        # headers cut off by a lost connection look like this; a real empty body announces its length
        raise TruncatedAnswerError(f"{place}: the connection ended with the headers")
    return b"".join(parts)


def _reads(response: Any, place: str, refuse_late: Callable[[], None]) -> Iterator[bytes]:
    """Bytes as they arrive; `read1` returns what is there instead of waiting for a full chunk."""
    while True:
        try:
            data = response.read1(CHUNK, decode_content=False)
        except (urllib3.exceptions.HTTPError, OSError) as error:
            refuse_late()
            raise _broken(error, place) from None
        refuse_late()
        if not data:
            return
        yield data


def _broken(error: Exception, place: str) -> LandingError:
    cause = error.__cause__ or error
    if isinstance(error, urllib3.exceptions.ReadTimeoutError):
        return ReadTimeoutError(f"{place}: the publisher stopped sending in the middle of the answer")
    if isinstance(cause, http.client.IncompleteRead):
        return TruncatedAnswerError(f"{place}: fewer bytes than announced")
    return ConnectionLostError(f"{place}: the connection broke in the middle of the answer ({cause})")


class _Plain:
    """A body that is not compressed."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data

    def finish(self, on_wire: int) -> list[bytes]:
        return []


class _Gzip:
    """A compressed body, unpacked piece by piece so that a small body cannot become a huge one unseen."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._member = zlib.decompressobj(GZIP)

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._member.eof:
                self._member = zlib.decompressobj(GZIP)
            try:
                part = self._member.decompress(data, CHUNK)
            except zlib.error as error:
                raise NotTheFormatError(
                    f"{self._place}: said to be gzip, but is damaged or something else ({error})"
                ) from None
            yield part
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail

    def finish(self, on_wire: int) -> list[bytes]:
        rest = self._member.flush()
        if on_wire and not self._member.eof:
            raise TruncatedAnswerError(f"{self._place}: the compressed body ends early")
        return [rest]


def _unpacker(encoding: str, place: str) -> _Plain | _Gzip:
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _Plain()
    if encoding in ("gzip", "x-gzip"):
        return _Gzip(place)
    raise NotTheFormatError(f"{place}: body in encoding '{encoding:.40}'; only gzip was asked for")
