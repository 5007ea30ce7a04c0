"""metrics/convergence_test: windows, verdicts as the library's, weights, breaks, adjusted p."""

import numpy
import pytest

from assets.statistics.verdict import judge
from tests.assets.statistics.models.running import panel, rows_of

EVENTS = [{"event_id": "congress", "event_date": "2012-11-08", "event_type": "baseline"}]
RANDOM = numpy.random.default_rng(5)
START = RANDOM.normal(2, 0.5, size=12)
CLOSING = {
    f"{region:02}": numpy.exp(START[region] * 0.95 ** numpy.arange(15) + RANDOM.normal(0, 0.01, size=15))
    for region in range(12)
}
WEIGHTS = {region: 1.0 + place for place, region in enumerate(CLOSING)}


def verdicts(values=CLOSING, first=2005, clusters=6, **changes):
    given = panel(values, first, weights=WEIGHTS, **changes)
    return of_panel(given, clusters)


def of_panel(given, clusters=6):
    members = [{"region_id": region, "group_id": f"c{int(region) % clusters}"} for region in CLOSING]
    return rows_of(
        "convergence_test",
        {
            "core/panel_values": given,
            "core/events": EVENTS,
            "core/groups": [{"group_id": f"c{number}", "partition_id": "gb6"} for number in range(clusters)],
            "core/group_members": [row | {"membership": "dated"} for row in members],
        },
    )


def by_window(found, weighting="unweighted"):
    return {row["window_id"]: row for row in found if row["weighting"] == weighting}


def test_verdicts_are_those_of_the_library():
    logs = numpy.log(numpy.array(list(CLOSING.values())))
    found = by_window(verdicts())["all_years"]
    verdict = judge(logs[:, 0], logs[:, -1], 14)
    assert (found["verdict"], verdict.word) == ("converging", "converging")
    assert found["p_value"] == pytest.approx(verdict.evidence.p)
    assert found["log_change"] == pytest.approx(verdict.evidence.change.estimate)
    assert found["sigma_end"] == pytest.approx(float(logs[:, -1].std()))
    weighted = by_window(verdicts(), "weighted")["all_years"]
    again = judge(logs[:, 0], logs[:, -1], 14, numpy.array(list(WEIGHTS.values())))
    assert weighted["log_change"] == pytest.approx(again.evidence.change.estimate)


def test_windows_are_all_years_and_both_sides_of_the_base_year():
    windows = {name: (row["period_start"], row["period_end"]) for name, row in by_window(verdicts()).items()}
    assert windows == {
        "all_years": (2005, 2019),
        "to_base_year": (2005, 2012),
        "from_base_year": (2012, 2019),
    }


def test_a_window_below_five_years_is_left_out():
    assert set(by_window(verdicts(first=2010))) == {"all_years", "from_base_year"}


def test_a_break_is_not_tested_across_and_the_longest_run_without_it_is():
    found = by_window(verdicts(breaks=[2008]))
    assert found["all_years"]["verdict"] == "not testable (break)"
    assert found["all_years"]["p_value"] is None
    longest = found["longest_without_break"]
    assert (longest["period_start"], longest["period_end"]) == (2008, 2019)
    assert longest["verdict"] == "converging"


def test_four_members_are_too_few():
    few = {region: CLOSING[region] for region in ("00", "01", "02", "03")}
    found = verdicts(few)
    assert {row["verdict"] for row in found} == {"too few units"}
    assert {(row["n_members"], row["p_value"], row["p_adjusted"]) for row in found} == {(4, None, None)}


def test_a_zero_has_no_logarithm_and_says_so():
    found = verdicts(CLOSING | {"00": [0.0] * 15})
    assert {(row["verdict"], row["null_reason"], row["p_value"]) for row in found} == {
        ("not testable (values)", "undefined_for_these_values", None)
    }


def test_a_zero_between_the_ends_is_not_looked_at():
    path = [1.0, *[0.0] * 13, 2.0]
    found = by_window(verdicts(CLOSING | {"00": path}))
    assert found["all_years"]["verdict"] in ("converging", "diverging", "inconclusive")
    assert found["to_base_year"]["verdict"] == "not testable (values)"


def test_few_members_and_breaks_come_before_zeros():
    few = {region: [0.0] * 15 for region in ("00", "01", "02", "03")}
    assert {row["verdict"] for row in verdicts(few)} == {"too few units"}
    broken = by_window(verdicts(CLOSING | {"00": [0.0] * 15}, breaks=[2008]))
    assert broken["all_years"]["verdict"] == "not testable (break)"
    assert broken["all_years"]["null_reason"] is None
    assert broken["longest_without_break"]["verdict"] == "not testable (values)"


def test_equal_members_have_no_dispersion_to_compare():
    found = verdicts({region: [2.0] * 15 for region in CLOSING})
    assert {row["verdict"] for row in found} == {"not testable (values)"}
    assert all("no dispersion to compare" in row["null_reason"] for row in found)


def test_p_is_adjusted_over_the_groups_of_one_window():
    # of two groups the smaller p is doubled, Holm's first step
    other = {region: path * numpy.exp(RANDOM.normal(0, 0.3, size=15)) for region, path in CLOSING.items()}
    given = panel(CLOSING, 2005, group="a") + panel(other, 2005, group="b")
    found = [row for row in of_panel(given) if row["window_id"] == "all_years"]
    small, large = sorted(found, key=lambda row: row["p_value"])
    assert small["p_adjusted"] == pytest.approx(min(1, 2 * small["p_value"]))
    assert large["p_adjusted"] == pytest.approx(max(large["p_value"], small["p_adjusted"]))


def test_influence_names_the_region_whose_absence_moves_most():
    logs = numpy.log(numpy.array(list(CLOSING.values())))
    found = by_window(verdicts())["all_years"]
    changes = {}
    for place, region in enumerate(CLOSING):
        kept = numpy.delete(logs, place, axis=0)
        changes[region] = float(numpy.log(kept[:, -1].std() / kept[:, 0].std()))
    assert found["lowest_log_change"] == pytest.approx(min(changes.values()))
    assert found["highest_log_change"] == pytest.approx(max(changes.values()))
    furthest = max(changes, key=lambda region: abs(changes[region] - found["log_change"]))
    assert found["most_influential_region_id"] == furthest


def test_great_regions_are_flipped_as_wholes_where_there_are_six():
    logs = numpy.log(numpy.array(list(CLOSING.values())))
    labels = numpy.array([f"c{place % 6}" for place in range(12)])
    expected = judge(logs[:, 0], logs[:, -1], 14, clusters=labels).evidence.p_clustered
    found = by_window(verdicts())["all_years"]
    assert found["p_clustered"] == pytest.approx(expected)
    # six clusters have 32 flips: no p below 1 / 32
    assert found["p_clustered"] >= 1 / 32
    assert by_window(verdicts(clusters=5))["all_years"]["p_clustered"] is None
