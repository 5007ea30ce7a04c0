"""`qipan replay` and the UI beside it: who is answered for, what a person is told, and how it ends."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from assets.steps import Place
from orchestration.replay.command import HOSTS, UNUSABLE, publishers, replaying, run_beside
from tests.orchestration.landing_house import landing_house
from tests.small_house import ROOT

PLACE = Place(ROOT, "cn", ROOT / "warehouse" / "build")


def test_everybody_our_sources_ask_is_replayed() -> None:
    import csv
    import importlib

    lines = csv.DictReader((PLACE.reference / "live_collections.csv").open(encoding="utf-8", newline=""))
    modules = {line["source_module"] for line in lines if line["period_kind"] != "file"}
    hosts = set().union(*(importlib.import_module(f"assets.sources.{name}").HOSTS for name in modules))
    assert set(HOSTS) == hosts == set(publishers(PLACE))


def test_faults_are_on_from_the_start(tmp_path: Path) -> None:
    with replaying(PLACE, 0, ["server_error"]) as server:
        page = urllib.request.urlopen(f"{server.url}/replay/").read().decode()
        assert "server_error: until switched off" in page
        with pytest.raises(urllib.error.HTTPError, match="500"):
            urllib.request.urlopen(f"{server.url}/{HOSTS[0]}/dg/website/page.html")


@pytest.mark.parametrize(
    ("faults", "edition", "words"),
    [(["no_such"], "newest", "no fault 'no_such'"), ([], "no_such", "no edition 'no_such'")],
)
def test_a_wrong_name_is_refused(faults: list[str], edition: str, words: str) -> None:
    with pytest.raises(UNUSABLE, match=words), replaying(PLACE, 0, faults, edition):
        pass


def program(place: Place, *arguments: str) -> subprocess.Popen[str]:
    code = "from orchestration.cli import main; main()"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QIPAN_BUILD": str(place.build)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_says_how_to_use_it_and_ends_when_asked(tmp_path: Path, number: int) -> None:
    process = program(landing_house(tmp_path), "replay", "--port", "0")
    assert process.stdout is not None
    first = process.stdout.readline()
    assert first.startswith("replay: http://127.0.0.1:") and "data.stats.gov.cn" in first
    # the lines after the first are there at once
    told = [process.stdout.readline() for _ in range(5)]
    assert any("qipan land" in line for line in told) and any("/replay/" in line for line in told)
    process.send_signal(number)
    rest, errors = process.communicate(timeout=20)
    assert (process.returncode, rest, "Traceback" in errors) == (0, "", False)


def test_what_runs_beside_is_interrupted_with_it(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path\n"
        "from orchestration.replay.command import run_beside\n"
        "child = 'import signal, time\\n"
        "signal.signal(signal.SIGINT, lambda *_: exit(7))\\n"
        "print(1, flush=True)\\ntime.sleep(60)'\n"
        "print('ended', run_beside([sys.executable, '-c', child], Path('.')), flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(ROOT)], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "1\n"
    started = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.stdout.readline() == "ended 7\n"
    process.wait(timeout=20)
    assert time.monotonic() - started < 20


def test_the_code_of_what_runs_beside_is_passed_on(tmp_path: Path) -> None:
    assert run_beside([sys.executable, "-c", "exit(3)"], tmp_path) == 3
