"""The line a person sees for every asset."""

import duckdb
import pytest

from assets.steps import CheckResult, Outcome, Step
from orchestration.progress import print_progress


def step(key: str) -> Step:
    def run(_: duckdb.DuckDBPyConnection) -> Outcome:
        return Outcome()

    return Step(key, "", (), "d", run)


def check(name: str, passed: bool, is_critical: bool) -> CheckResult:
    return CheckResult(name, passed, is_critical, "because")


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        (Outcome(), "  marts/group_gap                                       1.50 s  \n"),
        (
            Outcome(rows=69763, checks=(check("structure", True, True),)),
            "  marts/group_gap                         69,763 rows   1.50 s  1 checks\n",
        ),
        (
            Outcome(
                rows=5,
                checks=(
                    check("structure", True, True),
                    check("jumps", False, False),
                    check("values_are_finite", False, True),
                ),
            ),
            "  marts/group_gap                              5 rows   1.50 s"
            "  3 checks, 1 warned (jumps), FAILED values_are_finite\n",
        ),
    ],
)
def test_a_line_tells_rows_seconds_and_checks(
    capsys: pytest.CaptureFixture[str], outcome: Outcome, line: str
) -> None:
    print_progress(step("marts/group_gap"), outcome, 1.5)
    assert capsys.readouterr().out == line
