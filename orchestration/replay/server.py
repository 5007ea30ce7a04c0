"""A real HTTP server on loopback that speaks for the publishers.

The publisher's host is the first segment of the path: http://127.0.0.1:8765/data.stats.gov.cn/dg/...
Faults are switched in code, or by people on the page at /replay/.
"""

import threading
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import urlsplit

from orchestration.replay.connections import Connections
from orchestration.replay.faults import Fault, UnknownFaultError, fault_named
from orchestration.replay.page import control_page
from orchestration.replay.wire import Line, Reply, Request, Responder

CONTROL = "replay"
TEXT_HEADERS = (("Content-Type", "text/plain; charset=utf-8"),)


@dataclass
class _Switched:
    """A fault that is on, and for which requests; `left` None is until cleared."""

    fault: Fault
    left: int | None
    host: str
    path_contains: str

    def concerns(self, request: Request) -> bool:
        return self.host in ("", request.host) and self.path_contains in request.path

    def __str__(self) -> str:
        times = "until switched off" if self.left is None else f"{self.left} more times"
        return f"{self.fault.name}: {times}, host {self.host or 'any'}, path with '{self.path_contains}'"


class ReplayServer:
    """Serves `publishers` (by host) on 127.0.0.1 while its context is open; port 0 is any free one.

    `requests` is the log of everything asked, the control page left out.
    """

    def __init__(self, publishers: Mapping[str, Responder], port: int = 0) -> None:
        self._publishers = dict(publishers)
        self._switched: list[_Switched] = []
        self._lock = threading.Lock()
        self.requests: list[Request] = []
        self._server = Connections(port, self.respond)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="replay")

    @property
    def url(self) -> str:
        """Where the server listens, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> "ReplayServer":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.stop()
        self._thread.join()

    def switch(
        self, fault: str, times: int | None = None, host: str | None = None, path_contains: str = ""
    ) -> None:
        """Switch a fault on, for so many requests or until cleared; the first one on is met first.

        Raises UnknownFaultError, or ValueError for less than one time.
        """
        if times is not None and times < 1:
            raise ValueError(f"times: found {times}; give 1 or more, or nothing for 'until cleared'")
        known = fault_named(fault)
        wanted = _Switched(known, times, host or known.host, path_contains or known.path_contains)
        with self._lock:
            self._switched = [switched for switched in self._switched if switched.fault != known]
            self._switched.append(wanted)

    def clear(self) -> None:
        """Switch all faults off."""
        with self._lock:
            self._switched = []

    def respond(self, request: Request, line: Line) -> None:
        """Answer one request, with the fault that is on for it; called by the connection's thread."""
        if request.host == CONTROL:
            line.send(self._control(request))
            return
        with self._lock:
            self.requests.append(request)
            fault = self._take_fault(request)
        reply = self._reply(request)
        if fault is None:
            line.send(reply)
        else:
            fault.send(line, request, reply)

    def _take_fault(self, request: Request) -> Fault | None:
        for switched in self._switched:
            if switched.concerns(request):
                if switched.left is not None:
                    switched.left -= 1
                    if switched.left <= 0:
                        self._switched.remove(switched)
                return switched.fault
        return None

    def _reply(self, request: Request) -> Reply:
        responder = self._publishers.get(request.host)
        if responder is None:
            known = ", ".join(sorted(self._publishers))
            return _text(404, f"no publisher '{request.host}' is replayed; there are: {known}")
        try:
            return responder(request)
        except Exception as error:
            traceback.print_exc()
            return _text(500, f"replaying {request.host}{request.path} failed: {error!r}")

    def _control(self, request: Request) -> Reply:
        host = urlsplit(f"//{request.headers.get('host', '')}").hostname
        origin = request.headers.get("origin")
        # a page somewhere else must not switch faults through the reader's browser
        is_foreign = origin is not None and urlsplit(origin).hostname != host
        if host not in ("127.0.0.1", "localhost") or is_foreign:
            return _text(403, "only from this machine")
        if (request.method, request.path) == ("GET", "/"):
            with self._lock:
                switched = [str(switched) for switched in self._switched]
                requests = list(self.requests)
            return control_page(self._publishers, switched, requests)
        if (request.method, request.path) == ("POST", "/clear"):
            self.clear()
        elif (request.method, request.path) == ("POST", "/faults"):
            try:
                given = {name: values[-1].strip() for name, values in request.form().items()}
                times = int(given["times"]) if given.get("times") else None
                self.switch(given.get("fault", ""), times, given.get("host"), given.get("path_contains", ""))
            except (UnknownFaultError, ValueError) as error:
                return _text(400, str(error))
        else:
            return _text(404, "GET /replay/, POST /replay/faults, POST /replay/clear")
        return Reply(b"", 303, (("Location", "/replay/"),))


def _text(status: int, text: str) -> Reply:
    return Reply(f"{text}\n".encode(), status, TEXT_HEADERS)
