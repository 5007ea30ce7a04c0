"""metrics/verdict_influence: each member left out is the whole test without it."""

import numpy
import pytest

from assets.statistics.verdict import judge
from tests.assets.statistics.models.running import panel, rows_of
from tests.assets.statistics.models.test_convergence_test import CLOSING, EVENTS, WEIGHTS

REGIONS = list(CLOSING)
GROUPS = [{"group_id": "nation", "group_kind": "nation"}, {"group_id": "bloc", "group_kind": "bloc"}]


def influence(values=CLOSING, first=2005, group="nation", **changes):
    found = rows_of(
        "verdict_influence",
        {
            "core/panel_values": panel(values, first, group=group, **({"weights": WEIGHTS} | changes)),
            "core/events": EVENTS,
            "core/groups": GROUPS,
        },
    )
    return {(row["window_id"], row["weighting"], row["left_out_region_id"]): row for row in found}


def test_each_row_is_the_test_without_its_member():
    found = influence()
    # three windows (all years, to and from 2012), two weightings, twelve members
    assert len(found) == 3 * 2 * 12
    logs = numpy.log(numpy.array(list(CLOSING.values())))
    weights = numpy.array(list(WEIGHTS.values()))
    for weighting, weight in (("unweighted", None), ("weighted", weights)):
        for place, region in enumerate(REGIONS):
            kept = numpy.arange(12) != place
            again = judge(
                logs[kept, 0], logs[kept, -1], 14, None if weight is None else weight[kept]
            ).evidence  # fmt: skip
            row = found["all_years", weighting, region]
            assert row["p_value"] == pytest.approx(again.p)
            assert (row["log_change_low"], row["log_change_high"]) == pytest.approx(
                (again.change.low, again.change.high)
            )
            assert row["n_members"] == 11
            assert (row["period_start"], row["period_end"]) == (2005, 2019)
            assert row["membership"] == "dated"


def test_the_estimates_without_each_member_span_the_range_of_the_whole():
    logs = numpy.log(numpy.array(list(CLOSING.values())))
    whole = judge(logs[:, 0], logs[:, -1], 14).evidence
    found = influence()
    changes = [found["all_years", "unweighted", region]["log_change"] for region in REGIONS]
    assert min(changes) == pytest.approx(whole.influence.lowest)
    assert max(changes) == pytest.approx(whole.influence.highest)
    furthest = max(range(12), key=lambda place: abs(changes[place] - whole.change.estimate))
    assert furthest == whole.most_influential


def test_one_member_can_decide_the_verdict():
    # eleven members keep their distances but for noise; one far above falls into their midst
    random = numpy.random.default_rng(3)
    start = random.normal(0, 0.2, size=12)
    paths = {
        region: numpy.exp(start[place] + random.normal(0, 0.02, size=15))
        for place, region in enumerate(REGIONS)
    }
    paths["11"] = numpy.exp(numpy.linspace(4, 0, 15))
    found = influence(paths, weights=None)
    rows = {region: found["all_years", "unweighted", region] for region in REGIONS}
    assert rows["11"]["log_change"] == pytest.approx(0, abs=0.1)
    assert all(rows[region]["log_change"] < -1 for region in REGIONS if region != "11")


def test_windows_that_were_not_tested_have_no_rows():
    broken = influence(breaks=[2008])
    assert {window for window, _, _ in broken} == {"from_base_year", "longest_without_break"}
    assert influence(CLOSING | {"00": [0.0] * 15}) == {}
    assert influence({region: CLOSING[region] for region in REGIONS[:4]}) == {}


def test_of_five_members_four_are_too_few():
    found = influence({region: CLOSING[region] for region in REGIONS[:5]})
    assert {row["verdict"] for row in found.values()} == {"too few units"}
    assert {row["p_value"] for row in found.values()} == {None}


def test_members_that_are_equal_without_one_say_so():
    # of twelve two differ from the rest: without one of them the other alone makes the dispersion
    two = {region: CLOSING[region] for region in ("00", "01")}
    found = influence({region: [2.0] * 15 for region in REGIONS} | two, weights=None)
    row = found["all_years", "unweighted", "00"]
    assert row["verdict"] == "not testable (values)"
    assert row["null_reason"].startswith("refused: ")
    # with one alone the whole was not tested either
    one = {region: [2.0] * 15 for region in REGIONS} | {"00": CLOSING["00"]}
    assert influence(one, weights=None) == {}


def test_close_to_the_limits_a_single_member_decides():
    random = numpy.random.default_rng(17)
    start = random.normal(0, 0.5, size=12)
    paths = {
        region: numpy.exp(start[place] * numpy.linspace(1, 0.9, 15) + random.normal(0, 0.06, size=15))
        for place, region in enumerate(REGIONS)
    }
    found = influence(paths, weights=None)
    words = {found["all_years", "unweighted", region]["verdict"] for region in REGIONS}
    assert words == {"converging", "inconclusive"}
