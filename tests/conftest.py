"""What holds for the whole suite: no test reaches the network."""

import ipaddress
import os
import socket
import sys
from collections.abc import Iterator

import pytest

os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "true")
EXIT_STATUS = pytest.StashKey[int]()
# Its assertions compare whole tables; rewritten, they show the rows that differ.
pytest.register_assert_rewrite("tests.sql.given")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    session.config.stash[EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave without tearing down: DuckDB 2.0.0 prints a page of leak reports there (gone in 2.0.1)."""
    status = config.stash.get(EXIT_STATUS, None)
    if status is not None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


@pytest.fixture(scope="session", autouse=True)
def only_loopback() -> Iterator[None]:
    """Refuse every connection and name look-up that would leave this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded_connect(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo))
        yield


def _guarded_connect(original):
    def connect(self, address, *rest):
        if self.family in (socket.AF_INET, socket.AF_INET6):
            _refuse_unless_loopback(address[0])
        return original(self, address, *rest)

    return connect


def _guarded_lookup(original):
    def getaddrinfo(host, *rest, **named):
        if host is not None:
            _refuse_unless_loopback(host.decode() if isinstance(host, bytes) else host)
        return original(host, *rest, **named)

    return getaddrinfo


def _refuse_unless_loopback(host: str) -> None:
    if host in ("", "localhost"):
        return
    try:
        if ipaddress.ip_address(host).is_loopback:
            return
    except ValueError:
        pass
    raise RuntimeError(f"a test tried to reach {host}; tests read saved bytes only")
