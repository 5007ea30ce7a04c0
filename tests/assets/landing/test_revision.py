"""What an answer changed, counted by hand."""

import csv
from pathlib import Path

import pytest

from assets.landing.exchange import Figure
from assets.landing.revision import report_revision

PAIR = Path(__file__).parents[4] / "shared" / "payloads" / "nbs-values"


def figure(region: str, period: str, text: str) -> Figure:
    return Figure(region, "", period, text, "" if text else "marker", "", "亿元", "data[0]")


def test_new_revised_and_unchanged_cells_and_the_groups_that_move() -> None:
    held = {("210000", "2024"): 100.0, ("220000", "2024"): 50.0, ("230000", "2024"): 50.0}
    printed = [
        figure("210000", "2024", "110.0"),
        figure("220000", "2024", "50"),
        figure("230000", "2024", ""),
        figure("210000", "2025", "120"),
    ]
    groups = {
        "northeast": ["210000", "220000", "230000"],
        "east": ["110000"],
        "half_known": ["210000", "110000"],
    }
    report = report_revision(printed, 1.0, held, groups, is_sum=True)
    assert (report.n_cells, report.n_new, report.n_same, len(report.revised)) == (3, 1, 1, 1)
    assert report.largest is not None
    assert report.largest.relative == pytest.approx(0.1)
    # (110 + 50 + 50) / (100 + 50 + 50) - 1 = 0.05; the blank cell keeps what was held
    assert report.groups == {("northeast", "2024"): pytest.approx(0.05)}
    assert report.sentence() == (
        "3 cells, 1 new, 1 revised; largest 210000 2024: 100 -> 110 (+10.00%);"
        " groups that move most: northeast 2024 +5.00%"
    )


def test_means_move_no_group_and_other_decimals_are_no_revision() -> None:
    held = {("110000", "2024"): 49670.2}
    assert (
        report_revision([figure("110000", "2024", "49670.20")], 1.0, held, {"x": ["110000"]}, True).revised
        == ()
    )
    report = report_revision([figure("110000", "2024", "5")], 1.0, held, {"x": ["110000"]}, is_sum=False)
    assert len(report.revised) == 1
    assert report.groups == {}


def test_the_real_pair_yearbook_2025_against_the_data_service_2026() -> None:
    """GDP of 2024 at two vintages: all 31 differ, Hubei -0.61 %, Tibet +0.88 %, the sum -0.202 %."""
    if not PAIR.is_dir():
        pytest.skip(f"no {PAIR.parent.parent.name}/payloads here: the two editions are not in the repository")
    earlier = _gdp_of_2024(PAIR / "provincial_2024_yearbook2025.csv")
    later = _gdp_of_2024(PAIR / "provincial_gdp_2020_2024_api2026.csv")
    held = {(code, "2024"): float(text) for code, text in earlier.items()}
    printed = [figure(code, "2024", text) for code, text in later.items()]
    report = report_revision(printed, 1.0, held, {"national31": sorted(earlier)}, is_sum=True)
    assert (report.n_new, report.n_same, len(report.revised)) == (0, 0, 31)
    changes = {cell.region: cell.relative for cell in report.revised}
    assert changes["420000"] == pytest.approx(59644.3 / 60012.97 - 1, abs=1e-4)
    assert report.groups["national31", "2024"] == pytest.approx(1337605.8 / 1340312.8 - 1, abs=1e-6)


def _gdp_of_2024(path: Path) -> dict[str, str]:
    lines = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
    return {line["region_code"]: line["gdp_100m_cny"] for line in lines if line.get("year", "2024") == "2024"}
