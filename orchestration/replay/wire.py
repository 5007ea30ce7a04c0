"""What goes over the replay server's wire: a request, a reply, and the line a reply can go wrong on."""

import json
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import formatdate
from http.client import responses
from typing import Any
from urllib.parse import parse_qs

JSON_HEADERS = (("Content-Type", "application/json;charset=UTF-8"),)
HTML_HEADERS = (("Content-Type", "text/html; charset=utf-8"),)
# An answer that never comes is given up here at the latest, should the client be even more patient.
LONGEST_SILENCE = 600.0


@dataclass(frozen=True)
class Request:
    """A question as a publisher sees it; header names are in lower case, `path` has no publisher's host."""

    method: str
    host: str
    path: str
    query: dict[str, list[str]]
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body read as JSON; raises ValueError."""
        return json.loads(self.body)

    def form(self) -> dict[str, list[str]]:
        """The body read as a form."""
        return parse_qs(self.body.decode(), keep_blank_values=True)


@dataclass(frozen=True)
class Reply:
    """An answer; Content-Length, Date and Server are added on the wire."""

    body: bytes
    status: int = 200
    headers: tuple[tuple[str, str], ...] = JSON_HEADERS


# Called from several threads at once; an exception becomes status 500 with its text.
Responder = Callable[[Request], Reply]


class Line:
    """The server's end of one connection. `is_open` False: no other request may come over it."""

    def __init__(self, connection: socket.socket, stopping: threading.Event) -> None:
        self._connection = connection
        self._stopping = stopping
        self.is_open = True

    def send(self, reply: Reply) -> None:
        """A whole reply, as it should be."""
        self.write(self.head(reply, ("Content-Length", str(len(reply.body)))) + reply.body)

    def head(self, reply: Reply, *more: tuple[str, str]) -> bytes:
        """Status line and headers of a reply, with the blank line; `more` tells where its body ends."""
        phrase = responses.get(reply.status, "")
        fixed = (("Date", formatdate(usegmt=True)), ("Server", "qipan-replay"))
        lines = [f"{name}: {value}" for name, value in (*fixed, *reply.headers, *more)]
        return "\r\n".join([f"HTTP/1.1 {reply.status} {phrase}", *lines, "", ""]).encode("latin-1")

    def write(self, data: bytes) -> None:
        """Bytes as they are."""
        self._connection.sendall(data)

    def write_chunk(self, data: bytes) -> None:
        """One chunk of a body sent with `Transfer-Encoding: chunked`."""
        self.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    def drip(self, data: bytes, seconds: float) -> None:
        """One byte after the other, until the client has had enough."""
        for position in range(len(data)):
            self.write(data[position : position + 1])
            if not self.pause(seconds):
                return

    def be_silent(self) -> None:
        """Send nothing more until the client goes away."""
        self.is_open = False
        waited = 0.0
        while waited < LONGEST_SILENCE and self.pause(0.05):
            waited += 0.05

    def pause(self, seconds: float) -> bool:
        """Wait; False when the client is gone or the server stops, and there is nobody to wait for."""
        if self._stopping.wait(seconds):
            return False
        try:
            return self._connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def reset(self) -> None:
        """Break the connection off (RST): what is still on its way is lost."""
        self.is_open = False
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._connection.close()
