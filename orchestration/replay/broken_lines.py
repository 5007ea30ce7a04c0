"""Answers that break on their way: each function puts something else than the reply on the line.

Their docstrings are what people read on the control page.
"""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace

from orchestration.replay.wire import HTML_HEADERS, Line, Reply, Request

HUGE = 300_000_000
BLOCK = b" " * 64 * 1024
COOKIE = "wzws_cid"
# Slow enough that a head of 200 bytes outlasts the two minutes a client may allow for an answer.
SECONDS_A_BYTE = 1.0


def close(line: Line, request: Request, reply: Reply) -> None:
    """Closes the connection without an answer."""
    line.is_open = False


def speak_nonsense(line: Line, request: Request, reply: Reply) -> None:
    """Says something that is not HTTP."""
    line.is_open = False
    line.write(b"220 ready, say hello first\r\n\r\n")


def be_silent(line: Line, request: Request, reply: Reply) -> None:
    """Accepts the question and never answers."""
    line.be_silent()


def drip_head(line: Line, request: Request, reply: Reply) -> None:
    """Sends its headers byte by byte."""
    line.is_open = False
    line.drip(_announced(line, reply) + reply.body, SECONDS_A_BYTE)


def drip_body(line: Line, request: Request, reply: Reply) -> None:
    """Sends its body byte by byte."""
    line.is_open = False
    line.write(_announced(line, reply))
    line.drip(reply.body, SECONDS_A_BYTE)


def stall(line: Line, request: Request, reply: Reply) -> None:
    """Stops in the middle of the body and stays connected."""
    cut(line, request, reply)
    line.be_silent()


def reset(line: Line, request: Request, reply: Reply) -> None:
    """Breaks the connection off (RST) in the middle of the body."""
    cut(line, request, reply)
    # a reset overtakes what the client has not read yet
    line.pause(0.05)
    line.reset()


def cut(line: Line, request: Request, reply: Reply) -> None:
    """Ends after half of the announced length."""
    line.is_open = False
    line.write(_announced(line, reply) + _half(reply.body))


def cut_head(line: Line, request: Request, reply: Reply) -> None:
    """Ends in the middle of the headers."""
    line.is_open = False
    head = _announced(line, reply)
    line.write(head[: head.index(b"Content-Length")])


def cut_chunks(line: Line, request: Request, reply: Reply) -> None:
    """Sends chunks and ends without the last one."""
    line.is_open = False
    line.write(line.head(reply, ("Transfer-Encoding", "chunked")))
    line.write_chunk(_half(reply.body))


def cut_gzip(line: Line, request: Request, reply: Reply) -> None:
    """Sends a compressed body that ends early, its length as announced."""
    line.send(_as_gzip(reply, _half(gzip.compress(reply.body))))


def false_gzip(line: Line, request: Request, reply: Reply) -> None:
    """Says the body is compressed and sends plain text."""
    line.send(_as_gzip(reply, reply.body))


def huge(line: Line, request: Request, reply: Reply) -> None:
    """Sends 300 MB, announced."""
    line.is_open = False
    line.write(line.head(reply, ("Content-Length", str(HUGE))))
    for block in _huge_body():
        line.write(block)


def huge_chunks(line: Line, request: Request, reply: Reply) -> None:
    """Sends 300 MB in chunks, not announced."""
    line.is_open = False
    line.write(line.head(reply, ("Transfer-Encoding", "chunked")))
    for block in _huge_body():
        line.write_chunk(block)
    line.write_chunk(b"")


def gzip_bomb(line: Line, request: Request, reply: Reply) -> None:
    """Sends 300 MB, compressed to 300 KB."""
    line.is_open = False
    line.write(line.head(reply, ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")))
    packer = zlib.compressobj(wbits=31)
    for block in _huge_body():
        packed = packer.compress(block)
        if packed:
            line.write_chunk(packed)
    line.write_chunk(packer.flush())
    line.write_chunk(b"")


def cookie_once(line: Line, request: Request, reply: Reply) -> None:
    """Redirects (307) for a cookie, and answers who brings it."""
    if COOKIE in request.headers.get("cookie", ""):
        line.send(reply)
    else:
        cookie_always(line, request, reply)


def cookie_always(line: Line, request: Request, reply: Reply) -> None:
    """Redirects (307) for a cookie again and again."""
    location = ("Location", f"/{request.host}{request.path}")
    cookie = ("Set-Cookie", f"{COOKIE}=0123456789abcdef; Path=/; HttpOnly")
    line.send(Reply(b"", 307, (*HTML_HEADERS, location, cookie)))


def _announced(line: Line, reply: Reply) -> bytes:
    return line.head(reply, ("Content-Length", str(len(reply.body))))


def _half(body: bytes) -> bytes:
    return body[: len(body) // 2]


def _as_gzip(reply: Reply, body: bytes) -> Reply:
    return replace(reply, body=body, headers=(*reply.headers, ("Content-Encoding", "gzip")))


def _huge_body() -> Iterator[bytes]:
    for _ in range(HUGE // len(BLOCK)):
        yield BLOCK
    yield BLOCK[: HUGE % len(BLOCK)]
