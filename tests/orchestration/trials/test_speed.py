"""The comparison of speed on a small panel: every line is there, both parties give one answer."""

from collections.abc import Iterator
from importlib.util import find_spec

import numpy as np
import pytest

from orchestration.trials import speed, speed_lines, speed_memory, speed_sql, speed_start
from orchestration.trials.speed_comparisons import COMPARISONS
from orchestration.trials.speed_lines import Comparison, Line, compare, difference
from orchestration.trials.speed_panel import SpeedPanel, speed_panel

PROMISED = {
    "DuckDB: group by with avg alone",
    "NumPy: sort each year",
    "NumPy: order each year",
    "statsmodels: 780 OLS, slopes",
    "statsmodels: 780 OLS with HC1",
    "giddy: Markov",
    "convergence-clubs: find_clubs",
    "the promise",
}


@pytest.fixture
def once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every party once, and nothing in processes of its own."""
    monkeypatch.setattr(speed_lines, "ROUNDS", 1)
    monkeypatch.setattr(speed_start, "_milliseconds", lambda *_: 1.0)
    monkeypatch.setattr(speed, "memory_lines", lambda sizes: iter([f"peak memory at {sizes}"]))
    yield


def test_every_line_is_there_and_the_answers_agree(once: None) -> None:
    said: list[str] = []
    lines = speed.run_speed(said.append, sizes=(31,))
    assert said[0] == speed.HEADER and said[-1] == "peak memory at (31,)"
    assert said[1:-1] == [str(line) for line in lines]
    assert len(lines) == 1 + len(speed_start.PEERS) + 2 + len(speed_sql.PANDAS) + len(COMPARISONS)
    assert {line.alternative for line in lines} >= PROMISED
    for line in lines:
        assert line.ours is not None or line.remark == "not installed"
        assert line.difference is None or line.difference < 1e-9, str(line)
    with_pandas = [line for line in lines if line.alternative == "pandas: groupby.apply"]
    assert [line.measure for line in with_pandas] == [f"SQL: {name}" for name in speed_sql.PANDAS]
    assert all(line.difference is not None for line in with_pandas)
    for comparison in COMPARISONS:
        installed = find_spec(comparison.package) is not None
        (line,) = [
            line
            for line in lines
            if (line.measure, line.alternative) == (comparison.measure, comparison.alternative)
        ]
        assert (line.remark == "not installed") is not installed


def test_what_is_not_installed_or_too_large_is_said() -> None:
    panel = speed_panel(31)
    absent = Comparison("Gini", "nobody: Gini", _zero, _zero, package="no_such_package", target=2)
    line = compare(absent, panel)
    assert line.is_met is None and str(line).endswith("not installed")
    large = Comparison("Gini", "slow: Gini", _zero, _zero, most_regions=30, target=2)
    assert str(compare(large, panel)).endswith("not measured: minutes at this size")


def test_a_target_is_met_or_missed_by_the_ratio_and_only_at_its_sizes() -> None:
    assert Line(31, "m", 10.0, "a", 25.0, target=2.5).is_met is True
    missed = Line(31, "m", 10.0, "a", 24.0, target=2.5)
    assert missed.is_met is False and str(missed).endswith("2.50 NO")
    assert Line(31, "m", 10.0, "a", 24.0).is_met is None
    later = Comparison("Gini", "a", _zero, _zero, target=1e9, target_sizes=(3_000,))
    assert compare(later, speed_panel(31)).target is None


def test_answers_of_different_shapes_are_no_answers() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        difference(np.zeros(3), np.zeros(4))
    assert difference([1.0, 2.0], [1.0, 2.5]) == 0.5
    assert difference([1.0], None) is None


def test_panels_are_the_same_again_and_positive() -> None:
    first, again = speed_panel(40), speed_panel(40)
    assert (first.values == again.values).all() and (first.weights > 0).all() and (first.values > 0).all()
    assert len(set(first.labels)) == 4 and first.values.shape == (40, 40)


def test_memory_is_told_with_its_growth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed_memory, "TASKS", {"nothing": _nothing})
    (line,) = speed_memory.memory_lines((4, 8))
    assert line.startswith("peak memory, nothing: ") and "MB at 4, " in line and "bytes a value" in line


def test_the_command_and_a_script_start_from_nothing(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed_start, "ROUNDS", 1)
    monkeypatch.setattr(speed_start, "REGIONS", 5)
    monkeypatch.setattr(speed_start, "PEERS", {"pandas": "wide.sum()", "no_such_package": ""})
    promise, pandas, absent = speed_start.start_lines()
    assert promise.ours and pandas.theirs and absent.remark == "not installed"


def _zero(panel: SpeedPanel) -> float:
    return 0.0


def _nothing(panel: SpeedPanel) -> None:
    assert panel.regions
