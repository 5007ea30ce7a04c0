"""Certificates on real TLS connections, and the named error of every way not to get one."""

import datetime
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assets.landing import errors
from tests.asking import QUESTION, NotedPauses, client_for

x509 = pytest.importorskip("cryptography.x509", reason="certificates are made with cryptography")
REPLY = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


class Issuer:
    """A certificate and its key; signs others."""

    def __init__(self, name: str, by: "Issuer | None" = None, is_authority: bool = True) -> None:
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec

        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        by = by or self
        now = datetime.datetime.now(datetime.UTC)
        self.certificate = (
            x509.CertificateBuilder()
            .subject_name(self.name)
            .issuer_name(by.name)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .sign(by.key, hashes.SHA256())
        )

    def pem(self, path: Path, with_key: bool = False) -> Path:
        from cryptography.hazmat.primitives import serialization as form

        text = self.certificate.public_bytes(form.Encoding.PEM)
        if with_key:
            text += self.key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, form.NoEncryption())
        path.write_bytes(text)
        return path


@contextmanager
def listening(answer: Any) -> Iterator[str]:
    """A server on loopback; `answer` is called with every connection. Gives the host with its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    answer(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"localhost:{server.getsockname()[1]}"
        finally:
            # closing alone does not wake a thread that waits in accept
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


@contextmanager
def tls_server(identity: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(identity)

    def answer(connection: socket.socket) -> None:
        try:
            with context.wrap_socket(connection, server_side=True) as secure:
                secure.recv(65536)
                secure.sendall(REPLY)
        except OSError:
            # the client did not trust us
            return

    with listening(answer) as host:
        yield host


def ask(host: str, **changed: Any) -> bytes:
    """The body of one question to a host of its own."""
    time = NotedPauses()
    client = client_for(None, time, allowed_hosts=frozenset({host}), read_timeout=5, **changed)
    with closing(client):
        try:
            return client.send(replace(QUESTION, url=f"https://{host}/data")).body
        except errors.CertificateError:
            # another attempt would not help
            assert time.pauses == []
            raise


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    with tls_server(Issuer("localhost").pem(tmp_path / "own.pem", with_key=True)) as host:
        with pytest.raises(errors.CertificateError, match="QIPAN_CA_BUNDLE") as met:
            ask(host)
        assert "self-signed certificate" in str(met.value)
        assert ask(host, ca_bundle=str(tmp_path / "own.pem")) == b"{}"


def test_the_missing_link_of_a_chain_is_enough(tmp_path: Path) -> None:
    root = Issuer("root")
    link = Issuer("link", by=root)
    identity = Issuer("localhost", by=link, is_authority=False).pem(tmp_path / "leaf.pem", with_key=True)
    with tls_server(identity) as host:
        with pytest.raises(errors.CertificateError, match="unable to get local issuer certificate"):
            ask(host)
        assert ask(host, ca_bundle=str(link.pem(tmp_path / "link.pem"))) == b"{}"


def test_a_trusted_certificate_of_another_host_is_refused(tmp_path: Path) -> None:
    identity = Issuer("elsewhere.example").pem(tmp_path / "own.pem", with_key=True)
    with tls_server(identity) as host, pytest.raises(errors.CertificateError, match="Hostname mismatch"):
        ask(host, ca_bundle=str(identity))


def test_a_server_without_tls_is_refused() -> None:
    with (
        listening(lambda connection: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as host,
        pytest.raises(errors.CertificateError, match="no TLS connection both sides accept"),
    ):
        ask(host)


def test_a_handshake_that_is_cut_off_is_a_lost_connection() -> None:
    with (
        listening(lambda connection: connection.recv(65536)) as host,
        pytest.raises(errors.ConnectionLostError, match="asked 3 times"),
    ):
        ask(host)
