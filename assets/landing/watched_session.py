"""A requests session in which no phase of an answer can outlast its time, and nobody is followed."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any

import certifi
import requests
import requests.adapters

from assets.landing.errors import (
    CertificateError,
    ConnectionLostError,
    ConnectTimeoutError,
    LandingError,
    ReadTimeoutError,
)
from assets.landing.settings import TransportSettings


class WatchedSession(requests.Session):
    """Verifies certificates, reads no environment and no .netrc, follows no redirect.

    A read timeout starts anew with every byte; `seconds_left`, set before each question, also ends
    headers that arrive byte by byte.
    """

    def __init__(self, settings: TransportSettings) -> None:
        super().__init__()
        self.seconds_left = settings.total_timeout
        # proxies only from our own setting, and no passwords out of files nobody thinks of
        self.trust_env = False
        if settings.proxy and not settings.replay:
            self.proxies = {"https": settings.proxy}
        self.mount("https://", _WatchedAdapter(self, tls_context(settings)))
        self.mount("http://", _WatchedAdapter(self, None))

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """No target: to find one, requests would read the body of the redirect, however long it is."""
        return None


def tls_context(settings: TransportSettings) -> ssl.SSLContext:
    """Verification against the usual certificates and those of the CA-bundle setting."""
    context = ssl.create_default_context(cafile=certifi.where())
    if settings.ca_bundle:
        context.load_verify_locations(settings.ca_bundle)
        # the missing link of a publisher's chain is enough, its root need not be in the file
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


class _WatchedAdapter(requests.adapters.HTTPAdapter):
    """Connections whose wait for headers ends in time, over the given TLS context."""

    def __init__(self, session: WatchedSession, context: ssl.SSLContext | None) -> None:
        self._session = session
        self._context = context
        super().__init__()

    def build_connection_pool_key_attributes(self, *given: Any, **named: Any) -> Any:
        host, pool = super().build_connection_pool_key_attributes(*given, **named)
        return host, pool | {"ssl_context": self._context} if self._context else pool

    def get_connection_with_tls_context(self, *given: Any, **named: Any) -> Any:
        pool = super().get_connection_with_tls_context(*given, **named)
        if not hasattr(pool.ConnectionCls, "watched"):
            pool.ConnectionCls = _watched(pool.ConnectionCls, self._session)
        return pool


def _watched(kind: Any, session: WatchedSession) -> Any:
    """The connection class with a watch over its wait for headers."""

    class Watched(kind):
        watched = True

        def getresponse(self) -> Any:
            with _cut_off(self.sock, session.seconds_left):
                return super().getresponse()

    return Watched


@contextlib.contextmanager
def _cut_off(connection: socket.socket, seconds: float) -> Iterator[None]:
    """End the connection when the block takes longer; the read then fails at once."""

    def end() -> None:
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    watch = threading.Timer(max(seconds, 0.0), end)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def wire_error(error: Exception, place: str) -> LandingError:
    """The named error for what requests raised before a body came; addresses and passwords stay out of it."""
    causes = list(_causes(error))
    why = str(causes[-1]) or type(causes[-1]).__name__
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return CertificateError(
            f"{place}: its certificate cannot be verified ({why}); if a link of its chain is missing, get the"
            " certificate of the issuer and name the PEM file in QIPAN_CA_BUNDLE. Verification stays on"
        )
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return ConnectTimeoutError(f"{place}: no connection in the time allowed; is it reachable from here?")
    if isinstance(error, requests.exceptions.ReadTimeout):
        return ReadTimeoutError(f"{place}: connected, but sent no answer in the time allowed")
    if isinstance(error, requests.exceptions.ProxyError):
        return ConnectionLostError(f"{place}: the proxy of QIPAN_PROXY gave no connection ({why})")
    if isinstance(causes[-1], ssl.SSLError) and not isinstance(causes[-1], ssl.SSLEOFError):
        return CertificateError(f"{place}: no TLS connection both sides accept ({why}); see its module")
    return ConnectionLostError(f"{place}: no HTTP answer ({why}); ask again later")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and what it was raised from, outermost first."""
    found: BaseException | None = error
    while found is not None:
        yield found
        found = found.__cause__ or found.__context__
