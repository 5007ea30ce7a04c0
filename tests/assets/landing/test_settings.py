"""Settings of the environment: what is taken, and what is refused with which sentence."""

from pathlib import Path

import certifi
import pytest

from assets.landing.errors import SettingError
from assets.landing.settings import TransportSettings, settings_from

CONTACT = {"QIPAN_CONTACT": "someone@example.org"}
HOSTS = ["figures.example"]


def test_a_contact_is_all_that_is_needed() -> None:
    settings = settings_from(CONTACT | {"PATH": "/bin", "QIPAN_PROXY": " "}, HOSTS)
    assert settings == TransportSettings(frozenset(HOSTS), "someone@example.org")
    assert (settings.seconds_between, settings.connect_timeout, settings.read_timeout) == (1.5, 10, 60)
    assert settings.user_agent.startswith("Qipan/")
    assert settings.user_agent.endswith(" (+someone@example.org)")


def test_everything_can_be_set() -> None:
    settings = settings_from(
        {
            "QIPAN_CONTACT": "https://example.org/qipan",
            "QIPAN_SECONDS_BETWEEN": "3",
            "QIPAN_RUN_SECONDS": "600.5",
            "QIPAN_CA_BUNDLE": certifi.where(),
            "QIPAN_PROXY": "http://someone:secret@proxy.example:3128",
        },
        HOSTS,
    )
    assert (settings.seconds_between, settings.run_timeout) == (3.0, 600.5)
    assert (settings.ca_bundle, settings.proxy) == (
        certifi.where(),
        "http://someone:secret@proxy.example:3128",
    )
    assert "secret" not in repr(settings)


@pytest.mark.parametrize("address", ["http://127.0.0.1:8765", "http://localhost:1/", "http://[::1]:80"])
def test_replaying_needs_no_contact_and_no_pause(address: str) -> None:
    settings = settings_from({"QIPAN_REPLAY": address}, HOSTS)
    assert (settings.replay, settings.seconds_between) == (address.rstrip("/"), 0.0)
    assert settings.user_agent.endswith(" (+replay)")


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "QIPAN_CONTACT: not set; give a mail address"),
        ({"QIPAN_CONTACT": "someone"}, "QIPAN_CONTACT: found 'someone'"),
        ({"QIPAN_CONTACT": "a@b\r\nCookie: x"}, "QIPAN_CONTACT: found 'a@b"),
        ({"QIPAN_CONTACT": "a@b (x)"}, "QIPAN_CONTACT: found"),
        ({"QIPAN_CONTACT": "某人@example.org"}, "QIPAN_CONTACT: found"),
        (CONTACT | {"QIPAN_SECONDS_BETWEEN": "0.1"}, "QIPAN_SECONDS_BETWEEN: found 0.1; publishers"),
        (CONTACT | {"QIPAN_SECONDS_BETWEEN": "fast"}, "QIPAN_SECONDS_BETWEEN: found 'fast'"),
        (CONTACT | {"QIPAN_SECONDS_BETWEEN": "-1"}, "QIPAN_SECONDS_BETWEEN: found '-1'"),
        (CONTACT | {"QIPAN_SECONDS_BETWEEN": "nan"}, "QIPAN_SECONDS_BETWEEN: found 'nan'"),
        (CONTACT | {"QIPAN_RUN_SECONDS": "1e9"}, "QIPAN_RUN_SECONDS: found '1e9'"),
        (CONTACT | {"QIPAN_CA_BUNDLE": "nowhere.pem"}, "QIPAN_CA_BUNDLE: nowhere.pem is no file"),
        (CONTACT | {"QIPAN_PROXY": "proxy.example"}, "QIPAN_PROXY: not an address"),
        (CONTACT | {"QIPAN_PROXY": "http://proxy.example:secret"}, "QIPAN_PROXY: not an address"),
        (CONTACT | {"QIPAN_PROXY": "socks5://proxy.example:1"}, "QIPAN_PROXY: not an address"),
        ({"QIPAN_REPLAY": "http://replay.example:80"}, "QIPAN_REPLAY: found 'http://replay.example:80'"),
        ({"QIPAN_REPLAY": "https://127.0.0.1:80"}, "QIPAN_REPLAY: found"),
        ({"QIPAN_REPLAY": "http://127.0.0.1"}, "QIPAN_REPLAY: found"),
        ({"QIPAN_REPLAY": "http://127.0.0.1:x"}, "QIPAN_REPLAY: found"),
        ({"QIPAN_REPLAY": "http://127.0.0.1:80@evil.example:80"}, "QIPAN_REPLAY: found"),
        ({"QIPAN_REPLAY": "http://127.0.0.1.evil.example:80"}, "QIPAN_REPLAY: found"),
    ],
)
def test_what_cannot_be_used_is_refused(environment: dict[str, str], sentence: str) -> None:
    with pytest.raises(SettingError) as met:
        settings_from(environment, HOSTS)
    assert str(met.value).startswith(sentence)
    assert "secret" not in str(met.value)


def test_a_bundle_without_a_certificate_is_refused(tmp_path: Path) -> None:
    bundle = tmp_path / "chain.pem"
    bundle.write_text("-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n")
    with pytest.raises(SettingError, match=r"chain\.pem holds no usable certificate"):
        settings_from(CONTACT | {"QIPAN_CA_BUNDLE": str(bundle)}, HOSTS)
