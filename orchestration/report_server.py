"""The built report on this machine: a small web server for people who come from the Dagster UI.

The report opens from disk as well; the UI's pages cannot link to files.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST, PORT = "127.0.0.1", 3001
FOLDERS = ("report", "charts", "frozen", "exports")
"""Folders of the build that are shown; the others are in the making, or Dagster's."""


class ReportServerError(Exception):
    """The port of the report is taken; the message says what to do."""


class _Handler(SimpleHTTPRequestHandler):
    """Files of the shown folders, nothing else, and no line in the terminal for each of them."""

    def send_head(self):  # type: ignore[no-untyped-def]  # as in the class it extends
        # tidied of every "..", so that no way leads out of a folder
        parts = Path(self.translate_path(self.path)).relative_to(self.directory).parts
        if not parts:
            self.send_response(302)
            self.send_header("Location", "/report/index.html")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if parts[0] not in FOLDERS:
            self.send_error(404, "not part of the report")
            return None
        if not (Path(self.directory) / "report" / "index.html").is_file():
            self.send_error(404, "no report yet: run a refresh first, then load this page again")
            return None
        return super().send_head()

    def list_directory(self, path):  # type: ignore[no-untyped-def]
        self.send_error(404, "no such page")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a page asks for dozens of files."""


@contextmanager
def report_served(build: Path, port: int = PORT) -> Iterator[str]:
    """Serve the report of a build folder; gives its address. 0 is any free port.

    Without a report yet its pages say so. Raises ReportServerError when the port is taken.
    """
    try:
        server = ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(build)))
    except OSError as error:
        raise ReportServerError(
            f"port {port} is taken ({error.strerror}); choose another for the report"
        ) from None
    threading.Thread(target=server.serve_forever, daemon=True, name="report").start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
