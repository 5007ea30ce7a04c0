"""A line for every asset as it is made and every series as it is landed."""

from assets.landing.collecting import SeriesOutcome
from assets.steps import Outcome, Step


def print_progress(step: Step, outcome: Outcome, seconds: float) -> None:
    """One line: what was made, how many rows, how its checks went, how long it took."""
    rows = f"{outcome.rows:>9,} rows" if outcome.rows is not None else " " * 14
    failed = [check for check in outcome.checks if not check.passed]
    critical = [check.name for check in failed if check.is_critical]
    warned = [check.name for check in failed if not check.is_critical]
    named = ", ".join(warned[:2]) + (" ..." if len(warned) > 2 else "")
    notes = [f"{len(outcome.checks)} checks"] if outcome.checks else []
    notes += [f"{len(warned)} warned ({named})"] if warned else []
    notes += [f"FAILED {', '.join(critical)}"] if critical else []
    print(f"  {step.key:<36} {rows} {seconds:6.2f} s  {', '.join(notes)}", flush=True)


def print_landing(outcome: SeriesOutcome, number: int, of: int) -> None:
    """One line: which series, how it ended, and why."""
    words = outcome.outcome.replace("_", " ")
    name = f"{outcome.error_name}: " if outcome.outcome == "refused" else ""
    print(f"  {number:>3}/{of:<3} {outcome.series_id:<40} {words:<13} {name}{outcome.sentence}", flush=True)
