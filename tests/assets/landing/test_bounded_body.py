"""Bodies as they come off the wire: whole, cut, compressed, huge."""

import gzip
import http.client
import io
import zlib
from typing import Any

import pytest
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from assets.landing import errors
from assets.landing.bounded_body import read_body

PLACE = "some_year/gdp (data)"
ANSWER = b'{"figures": [1, 2, 3]}' * 50


class SavedSocket:
    """Bytes of a response, as if they came over a connection that ends with them."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def makefile(self, *given: Any, **named: Any) -> io.BytesIO:
        return io.BytesIO(self._raw)


def response(body: bytes, *headers: str, status: int = 200) -> urllib3.HTTPResponse:
    """What urllib3 makes of a status line, headers and a body."""
    head = "\r\n".join([f"HTTP/1.1 {status} X", *headers, "", ""]).encode()
    parsed = http.client.HTTPResponse(SavedSocket(head + body))  # type: ignore[arg-type]
    parsed.begin()
    return urllib3.HTTPResponse(
        parsed,
        headers=dict(parsed.getheaders()),
        status=parsed.status,
        preload_content=False,
        original_response=parsed,
    )


def read(body: bytes, *headers: str, status: int = 200, most_bytes: int = 1_000_000) -> bytes:
    return read_body(response(body, *headers, status=status), PLACE, most_bytes, lambda: None)


def chunked(*parts: bytes) -> bytes:
    return b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (*parts, b""))


def length(body: bytes) -> str:
    return f"Content-Length: {len(body)}"


def test_whole_bodies_come_out_as_they_went_in() -> None:
    packed = gzip.compress(ANSWER)
    zipped = "Content-Encoding: gzip"
    assert read(ANSWER, length(ANSWER)) == ANSWER
    assert read(ANSWER) == ANSWER
    assert read(chunked(ANSWER[:7], ANSWER[7:]), "Transfer-Encoding: chunked") == ANSWER
    assert read(packed, length(packed), zipped) == ANSWER
    assert read(packed, length(packed), "Content-Encoding: X-GZIP") == ANSWER
    assert read(chunked(packed[:20], packed[20:]), "Transfer-Encoding: chunked", zipped) == ANSWER
    # two compressed members one after the other are one body
    assert read(packed + gzip.compress(b"!"), zipped) == ANSWER + b"!"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (ANSWER[:-1], [length(ANSWER)]),
        (b"", [length(ANSWER)]),
        (chunked(ANSWER)[:-5], ["Transfer-Encoding: chunked"]),
        (chunked(ANSWER)[:9], ["Transfer-Encoding: chunked"]),
        (b"", []),
    ],
)
def test_less_than_announced_is_no_answer(body: bytes, headers: list[str]) -> None:
    with pytest.raises(errors.TruncatedAnswerError, match=r"some_year/gdp \(data\)"):
        read(body, *headers)


@given(st.binary(min_size=1, max_size=2000), st.data())
def test_a_compressed_body_cut_anywhere_is_noticed(answer: bytes, data: st.DataObject) -> None:
    packed = gzip.compress(answer)
    kept = packed[: data.draw(st.integers(1, len(packed) - 1))]
    with pytest.raises(errors.TruncatedAnswerError, match="compressed body ends early"):
        read(kept, length(kept), "Content-Encoding: gzip")


@given(st.binary(min_size=1, max_size=2000), st.data())
def test_a_compressed_body_damaged_anywhere_never_gives_other_bytes(
    answer: bytes, data: st.DataObject
) -> None:
    packed = bytearray(gzip.compress(answer))
    position = data.draw(st.integers(0, len(packed) - 1))
    packed[position] ^= data.draw(st.integers(1, 255))
    try:
        found = read(bytes(packed), length(packed), "Content-Encoding: gzip")
    except (errors.NotTheFormatError, errors.TruncatedAnswerError):
        return
    # some bits mean nothing, such as the time in the header
    assert found == answer


@pytest.mark.parametrize("encoding", ["br", "deflate", "zstd", "gzip, gzip"])
def test_an_encoding_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(errors.NotTheFormatError, match=f"in encoding '{encoding}'; only gzip"):
        read(zlib.compress(ANSWER), f"Content-Encoding: {encoding}")


def test_an_empty_body_that_is_announced_is_empty() -> None:
    assert read(b"", "Content-Length: 0") == b""
    assert read(b"", "Content-Length: 0", "Content-Encoding: gzip") == b""
    assert read(chunked(), "Transfer-Encoding: chunked") == b""
    assert read(b"", status=204) == b""


def test_the_limit_is_exact_on_the_wire_and_unpacked() -> None:
    packed = gzip.compress(bytes(10_000))
    assert len(packed) < 100
    zipped = "Content-Encoding: gzip"
    assert read(bytes(1000), length(bytes(1000)), most_bytes=1000) == bytes(1000)
    assert read(packed, zipped, most_bytes=10_000) == bytes(10_000)
    empty_members = gzip.compress(b"") * 100
    for body, headers, most in (
        (bytes(1001), [length(bytes(1001))], 1000),
        (bytes(1001), [], 1000),
        (packed, [zipped], 9_999),
        (b"", ["Content-Length: 1001"], 1000),
        # nothing unpacked, yet no end to it
        (empty_members, [zipped], 1000),
    ):
        with pytest.raises(errors.AnswerTooLargeError):
            read(body, *headers, most_bytes=most)


def test_an_absurd_length_is_no_length() -> None:
    # too long a number for Python to read; the body then ends with its connection
    assert read(ANSWER, f"Content-Length: {'9' * 5000}") == ANSWER


def test_time_is_looked_at_between_reads() -> None:
    def refuse_late() -> None:
        raise errors.DeadlineError("late")

    with pytest.raises(errors.DeadlineError):
        read_body(response(ANSWER, length(ANSWER)), PLACE, 1_000_000, refuse_late)
