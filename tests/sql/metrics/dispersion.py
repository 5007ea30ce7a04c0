"""What the tests of the dispersion measures share: many small groups measured in one run.

A group is a list of (value, weight). Expectations are computed with NumPy, from the definitions.
"""

import numpy
import pytest
from hypothesis import strategies as some

from tests.sql.given import run_model

Members = list[tuple[float, float | None]]
WEIGHTINGS = ("unweighted", "weighted")
some_members = some.lists(some.tuples(some.floats(1, 1e5), some.floats(0.1, 1e4)), min_size=2, max_size=9)


def measure(metric: str, **groups: Members) -> dict[tuple[str, str], float | None]:
    """Value of `metric` for every group and weighting that has a row."""
    members = [
        {
            "view_id": "latest",
            "membership": "dated",
            "indicator_id": "gdp_per_head",
            "group_id": group_id,
            "period": 2020,
            "region_id": f"r{number:02}",
            "value": float(value),
            "weight": None if weight is None else float(weight),
        }
        for group_id, of_group in groups.items()
        for number, (value, weight) in enumerate(of_group)
    ]
    found = run_model({"core/member_values": members}, "core/member_moments", f"metrics/{metric}")
    sizes = {group_id: len(of_group) for group_id, of_group in groups.items()}
    assert all(row["n_members"] == sizes[row["group_id"]] for row in found)
    return {(row["group_id"], row["weighting"]): row["value"] for row in found}


def arrays(members: Members, weighting: str) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Values and shares p of a group."""
    values = numpy.array([value for value, _ in members])
    if weighting == "unweighted":
        return values, numpy.full(len(values), 1 / len(values))
    weights = numpy.array([weight for _, weight in members])
    return values, weights / weights.sum()


def check_against(metric: str, formula, members: Members) -> None:
    """The SQL gives what `formula(values, shares)` gives, weighted and unweighted."""
    found = measure(metric, g=members)
    for weighting in WEIGHTINGS:
        expected = formula(*arrays(members, weighting))
        assert found["g", weighting] == pytest.approx(expected, rel=1e-9, abs=1e-12)


def check_relative(metric: str, members: Members) -> None:
    """Scale, replication and permutation leave the measure alone; equal members have none of it."""
    found = measure(
        metric,
        base=members,
        scaled=[(1000 * value, weight) for value, weight in members],
        heavier=[(value, 7 * weight) for value, weight in members],
        doubled=members + members,
        reversed=members[::-1],
        equal=[(members[0][0], weight) for _, weight in members],
    )
    for weighting in WEIGHTINGS:
        base = pytest.approx(found["base", weighting], rel=1e-9, abs=1e-12)
        for same in ("scaled", "heavier", "doubled", "reversed"):
            assert found[same, weighting] == base, same
        assert found["equal", weighting] == pytest.approx(0, abs=1e-7)


def check_transfer_lowers(metric: str, members: Members) -> None:
    """Pigou-Dalton: a gift from the richest to the poorest that keeps their order lowers the measure."""
    values = sorted(value for value, _ in members)
    gift = (values[-1] - values[0]) / 4
    after = [values[0] + gift, *values[1:-1], values[-1] - gift]
    found = measure(metric, before=[(v, 1) for v in values], after=[(v, 1) for v in after])
    before, lower = found["before", "unweighted"], found["after", "unweighted"]
    assert lower <= before + 1e-12
    if gift > 0.01 * values[-1]:
        assert lower < before
