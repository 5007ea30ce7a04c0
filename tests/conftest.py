"""What holds for the whole suite: no test reaches the network."""

import ipaddress
import socket
from collections.abc import Iterator

import pytest

# Its assertions compare whole tables; rewritten, they show the rows that differ.
pytest.register_assert_rewrite("tests.sql.given")


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
