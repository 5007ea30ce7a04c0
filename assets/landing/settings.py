"""How a publisher is asked: whom, how fast, how long, how much at most. Read from named settings."""

import importlib.metadata
import re
import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from assets.landing.errors import SettingError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
# A mail address or the address of a page, in signs that can stand in a header.
CONTACT = re.compile(r"(https?://)?[!-'*-~]{1,100}")
# No publisher states a limit; the fastest client known to work pauses this long.
LEAST_PAUSE = 0.5


@dataclass(frozen=True)
class TransportSettings:
    """Settings of one run; times in seconds. Raises SettingError for what cannot be used.

    `ca_bundle` is a PEM file of certificates trusted besides the usual ones, for publishers that leave
    out a link of their chain. `replay` sends every question to a replay server on loopback instead.
    """

    allowed_hosts: frozenset[str]
    contact: str
    seconds_between: float = 1.5
    connect_timeout: float = 10.0
    read_timeout: float = 60.0
    # from the question to the last byte of one answer
    total_timeout: float = 120.0
    # for all questions of a run
    run_timeout: float = 3600.0
    attempts: int = 3
    backoff: float = 2.0
    # a publisher that wants a longer pause is asked again at the next run
    longest_wait: float = 120.0
    most_bytes: int = 64_000_000
    ca_bundle: str | None = None
    # may hold a password
    proxy: str | None = field(default=None, repr=False)
    replay: str | None = None

    def __post_init__(self) -> None:
        _refuse_contact(self.contact, needed=self.replay is None)
        if self.seconds_between < (0 if self.replay else LEAST_PAUSE):
            raise SettingError(
                f"QIPAN_SECONDS_BETWEEN: found {self.seconds_between:g}; publishers are asked at most every"
                f" {LEAST_PAUSE} seconds, only a replay server may be asked without pause"
            )
        if self.replay is not None:
            _refuse_replay(self.replay)
        if self.ca_bundle is not None:
            _refuse_bundle(self.ca_bundle)
        if self.proxy is not None:
            _refuse_proxy(self.proxy)

    @property
    def user_agent(self) -> str:
        """Who asks, with somebody to write to; we do not pretend to be a browser."""
        return f"Qipan/{_version()} (+{self.contact or 'replay'})"


def settings_from(environment: Mapping[str, str], hosts: Iterable[str]) -> TransportSettings:
    """Settings from QIPAN_* entries; an empty entry counts as none. Raises SettingError.

    QIPAN_CONTACT (needed unless replaying), QIPAN_SECONDS_BETWEEN, QIPAN_RUN_SECONDS, QIPAN_CA_BUNDLE,
    QIPAN_PROXY, QIPAN_REPLAY.
    """
    given = {name: text.strip() for name, text in environment.items() if text.strip()}
    replay = given.get("QIPAN_REPLAY")
    return TransportSettings(
        allowed_hosts=frozenset(hosts),
        contact=given.get("QIPAN_CONTACT", ""),
        seconds_between=_seconds(given, "QIPAN_SECONDS_BETWEEN", 0.0 if replay else 1.5),
        run_timeout=_seconds(given, "QIPAN_RUN_SECONDS", 3600.0),
        ca_bundle=given.get("QIPAN_CA_BUNDLE"),
        proxy=given.get("QIPAN_PROXY"),
        replay=replay.rstrip("/") if replay else None,
    )


def _seconds(given: Mapping[str, str], name: str, default: float) -> float:
    text = given.get(name)
    if text is None:
        return default
    if not re.fullmatch(r"\d{1,6}(\.\d{1,3})?", text, re.ASCII):
        raise SettingError(f"{name}: found '{text:.40}'; give seconds as a plain number such as 1.5")
    return float(text)


def _refuse_contact(contact: str, needed: bool) -> None:
    if not contact and not needed:
        return
    if not CONTACT.fullmatch(contact) or not ("@" in contact or "://" in contact):
        found = f"found '{contact:.40}'" if contact else "not set"
        raise SettingError(
            f"QIPAN_CONTACT: {found}; give a mail address or the address of a page, so that publishers"
            " know whom to write to"
        )


def _refuse_replay(replay: str) -> None:
    try:
        parts = urlsplit(replay)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    is_plain = parts.scheme == "http" and port and not (parts.path or parts.query or parts.username)
    if not is_plain or parts.hostname not in LOOPBACK:
        raise SettingError(
            f"QIPAN_REPLAY: found '{replay:.60}'; only this machine replays,"
            " give the address `qipan replay` prints, such as http://127.0.0.1:8790"
        )


def _refuse_bundle(ca_bundle: str) -> None:
    if not Path(ca_bundle).is_file():
        raise SettingError(f"QIPAN_CA_BUNDLE: {ca_bundle} is no file; give a PEM file of certificates")
    try:
        ssl.create_default_context().load_verify_locations(ca_bundle)
    except (OSError, ssl.SSLError) as error:
        raise SettingError(
            f"QIPAN_CA_BUNDLE: {ca_bundle} holds no usable certificate ({error.strerror}); give a PEM file"
        ) from None


def _refuse_proxy(proxy: str) -> None:
    try:
        parts = urlsplit(proxy)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port is not None
    except ValueError:
        is_usable = False
    if not is_usable:
        # the text is not repeated: there may be a password in it
        raise SettingError("QIPAN_PROXY: not an address; give http://host:port or http://user:word@host:port")


def _version() -> str:
    try:
        return importlib.metadata.version("qipan")
    except importlib.metadata.PackageNotFoundError:
        return "unreleased"
