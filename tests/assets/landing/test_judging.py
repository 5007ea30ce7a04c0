"""What figures must stand up to: thresholds shown on small panels, and passed by every printed edition."""

import csv
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.landing import errors
from assets.landing.exchange import Figure
from assets.landing.judging import Limits, judge
from assets.sources.embedded_edition import read_figures, read_manifest
from tests.small_house import ROOT

HELD = {
    ("110000", "2023"): 43760.7,
    ("110000", "2024"): 49843.1,
    ("420000", "2024"): 60012.97,
    ("510000", "2024"): 64697.0,
    ("540000", "2024"): 2764.94,
    ("310000", "2024"): 53926.71,
}
RANGE = Limits(15, 300_000)


def figures(**values: float | None) -> list[Figure]:
    """Figures by region and period: r110000_2025=52073.4; None is a blank."""
    found = []
    for name, value in values.items():
        region, period = name[1:].split("_")
        text = "" if value is None else repr(value)
        found.append(Figure(region, "", period, text, "" if text else "empty_string", "", "亿元", "data[0]"))
    return found


PRINTED = [("110000", "2024"), ("540000", "2024")]


def objection(
    held: dict[tuple[str, str], float] | None = None,
    accepted: frozenset[str] = frozenset(),
    limits: Limits = RANGE,
    **values: float | None,
) -> str:
    """Name of the error the figures meet; empty when they pass."""
    try:
        judge(
            figures(**values),
            1.0,
            HELD if held is None else held,
            limits,
            "gdp",
            printed_before=[cell for cell in PRINTED if f"r{'_'.join(cell)}" in values],
            accepted_errors=accepted,
        )
    except errors.LandingError as error:
        return type(error).__name__
    return ""


def test_the_real_revision_of_2024_and_a_new_year_pass() -> None:
    # yearbook 2025 -> data service 2026: Beijing -0.35 %, Hubei -0.61 %, Tibet +0.88 %
    assert (
        objection(r110000_2024=49670.2, r420000_2024=59644.3, r540000_2024=2789.1, r110000_2025=52073.4) == ""
    )


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"r110000_2024": None}, "ShrunkAnswerError"),
        ({"r440000_2025": 5.2}, "ImplausibleValueError"),
        ({"r440000_2025": 1_458_468.0}, "ImplausibleValueError"),
        ({"r110000_2025": 520734.0}, "JumpError"),
        ({"r540000_2024": 27649.4}, "JumpError"),  # a digit more, inside the range
        ({"r110000_2024": 0.0}, "JumpError"),
        ({"r110000_2024": 24000.0}, "JumpError"),  # below half of 49843.1
        ({"r110000_2025": 210_000.0}, "JumpError"),  # 4.2 times 2024
        ({"r110000_2024": 60012.97, "r420000_2024": 49843.1}, "SwappedRegionsError"),
        # Beijing near Tibet's old value and the other way round, both slightly revised
        ({"r110000_2024": 2789.1, "r540000_2024": 49670.2}, "SwappedRegionsError"),
        ({"r110000_2025": 2900.0, "r540000_2025": 52073.4}, "SwappedRegionsError"),
    ],
)
def test_each_objection_by_its_name(values: dict[str, float | None], error: str) -> None:
    assert objection(**values) == error
    # a person who looked at the answer can let exactly this objection pass
    assert objection(accepted=frozenset([error]), **values) != error


def test_a_changed_unit_moves_the_typical_figure() -> None:
    # 亿元 -> 万元 without a word: everything 10,000 times; and the other way round within the range
    wide = Limits()
    many = {f"r{region}_2024": value * 10_000 for (region, period), value in HELD.items() if period == "2024"}
    assert objection(limits=wide, **many) == "JumpError"
    halves = {f"r{region}_2024": value * 0.5 for (region, period), value in HELD.items() if period == "2024"}
    assert objection(limits=wide, **halves) == "JumpError"


def test_figures_that_pass_through_zero_are_guarded_by_their_range_alone() -> None:
    growth = Limits(-60, 60)
    held = {("110000", "2024"): 0.1}
    assert objection(held=held, limits=growth, r110000_2024=-3.0, r110000_2025=40.0) == ""
    assert objection(held=held, limits=growth, r110000_2025=400.0) == "ImplausibleValueError"


def test_small_regions_may_be_rough() -> None:
    # turnover of the technology market: Tibet from 0.1 to 0.9 is no slip of a digit beside hundreds
    held = {("540000", "2023"): 0.1, ("110000", "2023"): 800.0, ("310000", "2023"): 700.0}
    rough = {"r540000_2024": 0.9, "r110000_2024": 850.0, "r310000_2024": 720.0}
    assert objection(held=held, limits=Limits(0, None), **rough) == ""


def test_nothing_held_leaves_the_range() -> None:
    assert objection(held={}, r110000_2024=49670.2) == ""
    assert objection(held={}, r110000_2024=1.0) == "ImplausibleValueError"


def test_the_range_of_a_region_is_not_that_of_the_nation() -> None:
    nation = figures(r100000_2024=1_348_066.0)
    judge(nation, 1.0, {}, RANGE, "gdp", nations=frozenset(["100000"]))
    with pytest.raises(errors.ImplausibleValueError, match="above the largest"):
        judge(nation, 1.0, {}, RANGE, "gdp")


@given(st.dictionaries(st.sampled_from(sorted(HELD)), st.floats(0.97, 1.03), min_size=1))
def test_small_revisions_always_pass(changes: dict[tuple[str, str], float]) -> None:
    values = {
        f"r{region}_{period}": HELD[region, period] * change for (region, period), change in changes.items()
    }
    assert objection(**values) == ""


def test_every_printed_edition_passes_when_landed_in_the_order_of_its_vintages() -> None:
    """The thresholds against all figures held: 265 files, no objection."""
    reference, snapshots = ROOT / "warehouse" / "reference" / "cn", ROOT / "warehouse" / "snapshots"

    def lines(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader((reference / name).read_text(encoding="utf-8").splitlines()))

    ranges = {
        line["indicator_id"]: Limits(
            *(float(line[name]) if line[name] else None for name in ("plausible_min", "plausible_max"))
        )
        for line in lines("indicators.csv")
    }
    series = {(line["collection"], line["series_id"]): line for line in lines("series.csv")}
    rank = {line["vintage_id"]: int(line["rank"]) for line in lines("vintages.csv")}
    header, entries = read_manifest(snapshots)
    order = {entry[0]: rank[entry[header.index("vintage_id")]] for entry in entries}
    printed: dict[str, list[Figure]] = defaultdict(list)
    for snapshot_id, _, _, region, label, period, text, address in read_figures(snapshots):
        printed[snapshot_id].append(Figure(region, label, period, text, "", "", "", address))
    held: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for snapshot_id in sorted(printed, key=lambda name: (order[name], name)):
        line = series[tuple(snapshot_id.split("/")[:2])]  # type: ignore[index]
        factor, indicator = float(line["unit_factor"]), line["indicator_id"]
        found = printed[snapshot_id]
        judge(found, factor, held[indicator], ranges[indicator], snapshot_id, nations=frozenset(["100000"]))
        held[indicator] |= {
            (cell.region_code, cell.period_text): float(cell.value_text) * factor for cell in found
        }
    assert len(printed) > 200


def test_a_row_that_is_gone_is_missed_like_a_blank_one() -> None:
    with pytest.raises(errors.ShrunkAnswerError, match="first 110000 2024"):
        judge(figures(r310000_2024=53759.5), 1.0, HELD, RANGE, "gdp", printed_before=[("110000", "2024")])
    # what another publisher printed need not be in this answer
    judge(figures(r310000_2024=53759.5), 1.0, HELD, RANGE, "gdp")
