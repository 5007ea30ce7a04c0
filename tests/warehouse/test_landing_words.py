"""What LANDING.md says is what there is: every error, collection and setting, and its example works."""

import csv
import inspect
import re
from pathlib import Path

from assets.landing import errors
from assets.landing.inbox_reading import known_ids, names_of_regions
from assets.landing.settings import settings_from
from assets.landing.store import LandingStore
from assets.sources import inbox
from tests.small_house import ROOT

REFERENCE = ROOT / "warehouse" / "reference" / "cn"
WORDS = (ROOT / "warehouse" / "LANDING.md").read_text(encoding="utf-8")


def test_every_error_stands_in_the_table_and_no_other() -> None:
    named = {
        name
        for name, found in inspect.getmembers(errors, inspect.isclass)
        if issubclass(found, errors.LandingError) and found is not errors.LandingError
    }
    assert set(re.findall(r"`(\w+Error)`", WORDS)) == named


def test_every_collection_is_described() -> None:
    with (REFERENCE / "live_collections.csv").open(encoding="utf-8") as file:
        collections = [line["collection"] for line in csv.DictReader(file)]
    assert re.findall(r"^\| `([a-z_]+)` \|", WORDS, re.MULTILINE) == collections


def test_the_number_of_series_is_right() -> None:
    with (REFERENCE / "live_series.csv").open(encoding="utf-8") as file:
        series = {
            line["series_id"] for line in csv.DictReader(file) if line["collection"] == "nbs_province_year"
        }
    assert f"by year: {len(series)} series" in WORDS


def test_settings_are_those_the_code_reads() -> None:
    documented = set(re.findall(r"^\| `(QIPAN_\w+)` \|", WORDS, re.MULTILINE))
    assert set(re.findall(r"QIPAN_\w+", settings_from.__doc__ or "")) <= documented
    read = {
        name
        for path in [*(ROOT / "orchestration").rglob("*.py"), *(ROOT / "assets" / "landing").glob("*.py")]
        for name in re.findall(r'"(QIPAN_\w+)"', path.read_text(encoding="utf-8"))
    }
    # where the house stands, and the browser of a trial, are no settings of landing
    assert read - {"QIPAN_BUILD", "QIPAN_PACK", "QIPAN_BROWSER"} == documented


def test_the_example_of_the_inbox_can_be_put_in(tmp_path: Path) -> None:
    table, sidecar = re.search(r"```text\n(2-5 .*?)```\n```toml\n(.*?)```", WORDS, re.DOTALL).groups()  # type: ignore[union-attr]
    file = tmp_path / "inbox" / "2-5 population.csv"
    file.parent.mkdir()
    file.write_text(table, encoding="utf-8")
    file.with_name(f"{file.name}.toml").write_text(sidecar, encoding="utf-8")
    (waiting,) = inbox.waiting(file.parent, now=file.stat().st_mtime + 3600)
    _, figures = inbox.take_in(
        waiting, LandingStore(tmp_path / "landing"), known_ids(REFERENCE), names_of_regions(REFERENCE)
    )
    assert [found.figure.value_text for found in figures] == [
        "140967",
        "140828",
        "2186",
        "2183",
        "1364",
        "1364",
    ]
    assert (file.parent / "done").is_dir()
