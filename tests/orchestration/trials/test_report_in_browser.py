"""The report's measurement: made twice alike from a build, and plain words where there is none."""

from pathlib import Path

import pytest

from assets.steps import Place
from orchestration.trials import report_in_browser
from orchestration.trials.report_in_browser import NoBuildError, make_report, paint_lines, run_report
from tests.small_house import built_house


def test_without_a_build_it_says_how_to_get_one(tmp_path: Path) -> None:
    place = Place(root=built_house().root, pack="cn", build=tmp_path)
    with pytest.raises(NoBuildError, match=r"workbench\.duckdb is not there; make a build first"):
        make_report(place, tmp_path / "trial")


def test_two_makings_are_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_in_browser, "chart_steps", lambda place: [])
    monkeypatch.setattr(report_in_browser, "paint_lines", lambda pages: iter([f"pages in {pages.name}"]))
    lines: list[str] = []
    assert run_report(built_house(), lines.append)
    assert any("0 differ" in line for line in lines)
    assert lines[-1] == "pages in en"


def test_without_a_browser_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QIPAN_BROWSER", raising=False)
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert list(paint_lines(tmp_path)) == [
        "first paint: not measured; install the extra `browser` and chromium"
    ]
