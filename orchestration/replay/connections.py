"""The server's connections: HTTP/1.1, kept alive, one thread each, all ended when the server stops."""

import contextlib
import re
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from orchestration.replay.wire import Line, Request

LARGEST_QUESTION = 10_000_000
Respond = Callable[[Request, Line], None]


class Connections(ThreadingHTTPServer):
    """Listens on 127.0.0.1 and hands every request, with its line, to `respond`."""

    daemon_threads = True

    def __init__(self, port: int, respond: Respond) -> None:
        self.respond = respond
        self.stopping = threading.Event()
        self._open: dict[threading.Thread, socket.socket] = {}
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Connection)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Remember the connection while its thread lives."""
        with self._lock:
            self._open[threading.current_thread()] = request
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                del self._open[threading.current_thread()]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no news here: leaving early is what is being tried."""

    def stop(self) -> None:
        """Listen no more, end every connection and wait for its thread."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        with self._lock:
            still_open = list(self._open.items())
        for thread, connection in still_open:
            # closed by its own thread in the meantime, or by a fault
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            thread.join(timeout=5)


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # small answers wait 40 ms for an acknowledgement otherwise
    disable_nagle_algorithm = True
    server: Connections

    def do_GET(self) -> None:
        self._respond()

    def do_POST(self) -> None:
        self._respond()

    def _respond(self) -> None:
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not re.fullmatch(r"\d{1,15}", length, re.ASCII):
            self.send_error(411)
            return
        if int(length) > LARGEST_QUESTION:
            self.send_error(413)
            return
        target = urlsplit(self.path)
        host, _, path = unquote(target.path).lstrip("/").partition("/")
        request = Request(
            method=self.command,
            host=host,
            path=f"/{path}",
            query=parse_qs(target.query, keep_blank_values=True),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(int(length)),
        )
        line = Line(self.connection, self.server.stopping)
        try:
            self.server.respond(request, line)
        except OSError:
            line.is_open = False
        self.close_connection = self.close_connection or not line.is_open

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the log is `ReplayServer.requests`."""
