"""What the environment decides: where replayed answers go, how publishers are asked, who is told."""

from pathlib import Path

import pytest

from assets.landing.errors import SettingError
from orchestration.place import ROOT, default_place
from orchestration.resources import transport_settings, webhook_address


def test_replayed_answers_have_a_build_and_folders_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QIPAN_BUILD", raising=False)
    monkeypatch.setenv("QIPAN_REPLAY", "http://127.0.0.1:8790")
    replayed = default_place()
    monkeypatch.delenv("QIPAN_REPLAY")
    usual = default_place()
    assert replayed.build == ROOT / "warehouse" / "build" / "replay" / "build"
    for name in ("build", "landing", "inbox", "published_file"):
        assert getattr(replayed, name) != getattr(usual, name)
    # facts and the embedded edition are the same
    assert (replayed.reference, replayed.snapshots) == (usual.reference, usual.snapshots)


def test_a_build_folder_given_counts_also_while_replaying(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("QIPAN_REPLAY", "http://127.0.0.1:8790")
    monkeypatch.setenv("QIPAN_BUILD", str(tmp_path))
    assert default_place().build == tmp_path


def test_how_publishers_are_asked_follows_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QIPAN_REPLAY", raising=False)
    monkeypatch.setenv("QIPAN_CONTACT", "tests@example.org")
    monkeypatch.setenv("QIPAN_SECONDS_BETWEEN", "3")
    assert transport_settings(["made.up"]).seconds_between == 3
    assert transport_settings(["made.up"], seconds_between=2.0).seconds_between == 2
    with pytest.raises(SettingError, match=r"at most every 0\.5 seconds"):
        transport_settings(["made.up"], seconds_between=0.1)


def test_no_webhook_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QIPAN_WEBHOOK", " ")
    assert webhook_address() is None
    monkeypatch.setenv("QIPAN_WEBHOOK", "https://hooks.example.org/x")
    assert webhook_address() == "https://hooks.example.org/x"
