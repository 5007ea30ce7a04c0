"""The landing folder: bytes kept exactly, nothing overwritten, nothing secret, half files never seen."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assets.landing.errors import BlockedError, LandingStoreError
from assets.landing.exchange import Answer, Question
from assets.landing.store import LandingStore

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def question(**changes: object) -> Question:
    given = {"method": "POST", "url": "https://data.stats.gov.cn/x", "json_body": {"cid": "a"}}
    return Question("nbs_province_year", "gdp_nominal", "data", holds_figures=True, **(given | changes))  # type: ignore[arg-type]


def answer(body: bytes, hours: float = 0, **changes: object) -> Answer:
    headers = {"Content-Type": "application/json", "Set-Cookie": "wzws_cid=secret", "Authorization": "secret"}
    return Answer(question(**changes), 200, headers, body, NOON + timedelta(hours=hours))


def test_bytes_come_back_exactly_with_where_they_came_from(tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    landed, is_new = store.land(answer(b'\x00\xff{"a": 1}\r\n'))
    assert is_new
    assert landed.body() == b'\x00\xff{"a": 1}\r\n'
    (again,) = store.answers("nbs_province_year", "gdp_nominal")
    assert again.record == landed.record
    assert again.retrieved_at == NOON
    assert again.record["url"] == "https://data.stats.gov.cn/x"
    assert again.record["json_body"] == {"cid": "a"}
    assert again.record["bytes"] == 12


def test_the_same_bytes_are_no_new_answer_and_new_bytes_never_replace_old_ones(tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    outcomes = [store.land(answer(body, hour))[1] for hour, body in enumerate([b"A", b"A", b"B", b"B", b"A"])]
    # the return to A is news: the publisher took B back
    assert outcomes == [True, False, True, False, True]
    kept = list(store.answers("nbs_province_year", "gdp_nominal"))
    assert [landed.body() for landed in kept] == [b"A", b"B", b"A"]
    assert len(list((tmp_path / "bodies").rglob("*"))) == 2 + 2  # two bodies in two folders


def test_another_question_of_the_series_is_told_apart(tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    store.land(answer(b"A"))
    assert store.land(answer(b"A", 1, json_body={"cid": "b"}))[1]


def test_no_cookie_header_or_key_is_kept(tmp_path: Path) -> None:
    LandingStore(tmp_path).land(answer(b"A", params=(("UserID", "secret"), ("cid", "a"))))
    text = "".join(path.read_text() for path in tmp_path.rglob("*.json"))
    assert "secret" not in text
    assert '"cid"' in text


@pytest.mark.parametrize(
    "name", ["../../etc", "a/b", "", ".", "A", "gdp;drop", "</script>", "x" * 3 + "\x00"]
)
def test_ids_that_are_no_plain_names_never_become_paths(tmp_path: Path, name: str) -> None:
    store = LandingStore(tmp_path / "landing")
    hostile = Answer(Question(name, "gdp", "data", "GET", "u"), 200, {}, b"A", NOON)
    with pytest.raises(LandingStoreError):
        store.land(hostile)
    with pytest.raises(LandingStoreError):
        store.note_asked("nbs", name, {})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [
        path for path in (tmp_path / "landing" / "bodies").rglob("*") if path.is_file()
    ]


def test_a_refused_answer_leaves_the_way_but_not_the_folder(tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    landed, _ = store.land(answer(b"<html>403</html>"))
    store.refuse(landed, BlockedError("the firewall"))
    assert list(store.answers("nbs_province_year", "gdp_nominal")) == []
    (record,) = (json.loads(path.read_text()) for path in (tmp_path / "refused").rglob("*.json"))
    assert (record["error"], record["message"]) == ("BlockedError", "the firewall")
    assert landed.body() == b"<html>403</html>"


def test_damaged_or_lost_bytes_are_named(tmp_path: Path) -> None:
    landed, _ = LandingStore(tmp_path).land(answer(b"A"))
    (body,) = (path for path in (tmp_path / "bodies").rglob("*") if path.is_file())
    body.write_bytes(b"B")
    with pytest.raises(LandingStoreError, match="not those that came"):
        landed.body()
    body.unlink()
    with pytest.raises(LandingStoreError, match="cannot be read"):
        landed.body()


def test_a_disk_that_refuses_is_named_and_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "answers").write_text("a file where a folder should be")
    with pytest.raises(LandingStoreError, match="untouched"):
        LandingStore(tmp_path).land(answer(b"A"))
    assert not list(tmp_path.rglob("*.part"))


def test_the_state_of_a_series_is_replaced_as_a_whole(tmp_path: Path) -> None:
    store = LandingStore(tmp_path)
    assert store.asked("nbs", "gdp") == {}
    store.note_asked("nbs", "gdp", {"outcome": "landed", "newest_period": "2025"})
    store.note_asked("nbs", "gdp", {"outcome": "unchanged"})
    assert store.asked("nbs", "gdp") == {"outcome": "unchanged"}
