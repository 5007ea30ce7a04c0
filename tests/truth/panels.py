"""A truth case through our SQL: its panel becomes core tables, our results become its keys.

The fixtures lie beside the repository (`../shared/truth`), not in it; where they are absent the
tests skip. Their README explains keys, suffixes and tolerances.
"""

import csv
import math
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.sql.given import Given, Row, run_models

TRUTH = Path(__file__).parents[3] / "shared" / "truth"
VIEW = {"view_id": "latest", "indicator_id": "y"}
MODELS = (
    "core/group_sums",
    "core/group_reach",
    "core/group_observations",
    "core/group_sets",
    "core/member_values",
    "core/member_moments",
    "metrics/coefficient_of_variation",
    "metrics/sd_log",
    "metrics/gini",
    "metrics/theil_t",
    "metrics/theil_l",
    "metrics/member_extremes",
    "metrics/theil_by_group",
    "metrics/theil_decomposition",
    "metrics/gap_between_groups",
    "metrics/gap_to_rest",
)


@dataclass(frozen=True)
class Observation:
    """One region in one year; weight None where the case has none."""

    region: str
    year: int
    value: float
    numerator: float | None
    weight: float | None


@dataclass
class Case:
    """A panel and the groups of its regions, with the group each gap is measured against."""

    observations: list[Observation]
    # group -> its regions, and group -> the partition it belongs to
    members: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    partitions: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)


def read(case: str, file: str) -> list[dict[str, str]]:
    """Rows of a fixture; skips the test where the fixtures are absent."""
    path = TRUTH / case / file
    if not path.is_file():
        pytest.skip(f"the truth fixtures are not here: no ../shared/truth/{case}/{file}")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def results(case: Case) -> dict[str, list[Row]]:
    """Every model of MODELS, run as it stands over the case."""
    return run_models(_core_tables(case), *MODELS)


def _core_tables(case: Case) -> Given:
    groups = {"nation": {observation.region for observation in case.observations}} | case.members
    return {
        "core/region_values": [
            VIEW
            | {
                "region_id": seen.region,
                "period": seen.year,
                "value": seen.value,
                "numerator": seen.numerator,
                "denominator": seen.weight,
                "basis_text": "panel",
                "source_id": "panel",
                "is_weakly_attributed": False,
            }
            for seen in case.observations
        ],
        "core/group_members": [
            {
                "group_id": group,
                "membership": "dated",
                "period": seen.year,
                "region_id": seen.region,
                "coverage_kind": "full",
                "region_weight": seen.weight or 1.0,
            }
            for group, regions in groups.items()
            for seen in case.observations
            if seen.region in regions
        ],
        "core/groups": [
            {
                "group_id": group,
                "group_kind": "nation" if group == "nation" else "bloc",
                "partition_id": case.partitions.get(group),
                "reference_group_id": case.references.get(group),
                "membership_rule": "retrospective",
            }
            for group in groups
        ],
        "core/regions": [
            {"region_id": region, "parent_region_id": "country"} for region in sorted(groups["nation"])
        ],
        "core/comparisons": [VIEW | {"is_compared": True, "is_additive": False}],
        "core/known_breaks": "indicator_id  period\nanother  2000",
        "reference/groups": [{"group_id": group, "partial_rule": "whole"} for group in groups],
        "reference/indicators": """
            indicator_id  unit_id  aggregation  min_coverage  plausible_min  is_compared
            y             unit     ratio        0.95          0              true
        """,
    }


@dataclass(frozen=True)
class Comparison:
    """How our results stand against a case's expectations."""

    matched: int
    mismatched: list[str]
    not_produced: dict[str, int]
    as_peers_print_it: list[str]


def compare(case: str, produced: dict[tuple[str, str], float]) -> Comparison:
    """Expected rows of status truth against `produced`, (metric, key) -> value, within rtol 1e-9.

    Rows of status peer_as_is are numbers known to be wrong: any of ours equal to one is named.
    """
    matched, mismatched, missing, wrong = 0, [], defaultdict(int), []
    for row in read(case, "expected.csv"):
        name, expected = (row["metric"], row["key"]), float(row["value"])
        if row["status"] == "peer_as_is":
            year = row["key"].split("|")[0]
            wrong += [
                f"{row['metric']} = {metric} {key}"
                for (metric, key), value in produced.items()
                if key.split("|")[0] == year and math.isclose(value, expected, rel_tol=1e-9)
            ]
        elif name not in produced:
            missing[row["metric"]] += 1
        # differences of nearly equal means come with an absolute error of the size of one rounding
        elif math.isclose(produced[name], expected, rel_tol=1e-9):
            matched += 1
        else:
            mismatched.append(f"{' '.join(name)}: {produced[name]!r}, expected {expected!r}")
    return Comparison(matched, mismatched, dict(missing), wrong)
