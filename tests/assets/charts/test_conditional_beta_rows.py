"""The rows and windows of the slopes: what their names and years say is held by the reference data."""

import csv

from assets.charts.conditional_beta import QUERY
from tests.assets.charts.frames import ROOT

# What the short names of the rows say is allowed for.
SETS = {
    "population": {"birth_rate", "sample_share_65plus"},
    "structure": {"urbanisation_rate", "va_tertiary_share"},
    "urbanisation": {"urbanisation_rate"},
    "knowledge": {"higher_education_students_per_100k", "rd_intensity"},
    "schooling_and_births": {"birth_rate", "higher_education_students_per_100k"},
}


def test_the_later_window_begins_with_the_base_year_of_official_comparisons():
    path = ROOT / "warehouse/reference/cn/events.csv"
    with path.open(encoding="utf-8", newline="") as file:
        dates = [line["event_date"] for line in csv.DictReader(file) if line["event_type"] == "baseline"]
    assert f", {min(dates)[:4]})" in QUERY


def test_short_names_say_what_the_sets_hold():
    """A control added to a set makes its short name a half-truth."""
    path = ROOT / "warehouse/reference/cn/conditioning.csv"
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["indicator_id"] == "gdp_per_head"]
    held = {}
    for line in lines:
        held.setdefault(line["conditioning_set_id"], set()).add(line["control_indicator_id"])
    assert held == SETS
