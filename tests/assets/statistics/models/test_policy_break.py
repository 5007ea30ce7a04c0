"""metrics/policy_break: a kink at the event, straight courses, too few years, breaks in the figures."""

import numpy
import pytest

from assets.python_models import FOLDER, read_python_model
from assets.statistics.break_level import LEVEL
from assets.statistics.policy_break import judge_break
from tests.assets.statistics.models.running import gaps, panel, rows_of
from tests.sql.given import ROOT

RANDOM = numpy.random.default_rng(2)
YEARS = numpy.arange(2001, 2025)
KINKED = 0.5 + 0.02 * (YEARS - 2001) - 0.06 * numpy.clip(YEARS - 2012, 0, None) + RANDOM.normal(0, 0.002, 24)
ANY = panel({"a": [1.0]})


def events(*dates, group="bloc", kind="strategy"):
    return [
        {"event_id": f"event{number}", "group_id": group, "event_date": date, "event_type": kind}
        for number, date in enumerate(dates)
    ]


def judged(path=KINKED, *dates, kind="strategy", **changes):
    given = {
        "metrics/gap_to_nation": gaps(path, **changes),
        "core/panel_values": ANY,
        "core/events": events(*dates, kind=kind),
    }
    return rows_of("policy_break", given)


def test_a_kink_coincides_with_an_event_of_its_year():
    event, *placebos = judged(KINKED, "2012-03-01")
    expected = judge_break(YEARS, KINKED, 2012)
    assert (event["verdict"], expected.word) == ("coincides with a change", "coincides with a change")
    assert (event["is_event"], event["period"]) == (True, 2012)
    assert event["statistic"] == pytest.approx(expected.test.statistic)
    assert event["slope_change"] == pytest.approx(-0.06, abs=0.005)
    assert event["slope_before"] == pytest.approx(0.02, abs=0.005)
    assert [row["period"] for row in placebos] == expected.placebo_years.tolist()
    assert event["n_placebos"] == len(placebos) > 5


def test_an_event_of_the_second_half_shows_in_the_next_year():
    assert judged(KINKED, "2011-07-01")[0]["period"] == 2012
    assert judged(KINKED, "2011-06-30")[0]["period"] == 2011


def test_a_straight_course_has_no_change():
    straight = 0.5 - 0.01 * (YEARS - 2001) + RANDOM.normal(0, 0.002, 24)
    assert judged(straight, "2012-03-01")[0]["verdict"] == "no change found"


def test_too_few_years_and_definitions():
    (row,) = judged(KINKED, "2022-03-01")
    assert (row["verdict"], row["null_reason"]) == (
        "not testable (too few years)",
        "too_few_years_around_event",
    )
    assert judged(KINKED, "2012-03-01", kind="definition") == []


def test_a_break_in_the_way_is_named_and_one_far_away_shortens_the_series():
    (row,) = judged(KINKED, "2012-03-01", breaks=[2010])
    assert (row["verdict"], row["null_reason"]) == ("not testable (break)", "break_around_event")
    event = judged(KINKED, "2012-03-01", breaks=[2004])[0]
    assert (event["period_start"], event["period_end"], event["verdict"]) == (
        2004,
        2024,
        "coincides with a change",
    )


def test_two_events_of_a_year_are_judged_alike_and_other_groups_not_at_all():
    rows = [row for row in judged(KINKED, "2012-01-01", "2012-02-01") if row["is_event"]]
    assert [row["event_id"] for row in rows] == ["event0", "event1"]
    assert rows[0]["statistic"] == rows[1]["statistic"]
    assert judged(KINKED, "2012-01-01", group="other") == []


def test_the_method_card_states_the_level():
    method = read_python_model(ROOT / FOLDER / "policy_break.py").method
    assert f"p < {LEVEL} and no larger statistic" in method
