"""`qipan bench`: measurements and trials, each run by one command, none of them part of a refresh."""

import os
import sys

import typer

bench = typer.Typer(help="Measurements and trials of this program: speed, publication, landing, verdicts.")


@bench.callback(invoke_without_command=True)
def bench_usual(context: typer.Context) -> None:
    """Without a name: the measures."""
    if context.invoked_subcommand is None:
        bench_measures()


@bench.command("publication")
def bench_publication(readers: int = 20, refreshes: int = 30, kills: int = 200, seed: int = 1) -> None:
    """Readers during refreshes, two refreshes at once, refreshes killed at any moment."""
    from orchestration.trials.publication import run_publication_trial

    if run_publication_trial(readers, refreshes, kills, seed).problems:
        sys.exit("bench: publication did not survive; see the lines above")


@bench.command("convergence")
def bench_convergence(draws: int = 1000, seed: int = 1939) -> None:
    """How often verdicts, break tests and fans are wrong where the truth is known: minutes."""
    from orchestration.trials.convergence import run_convergence_trial

    run_convergence_trial(draws, seed, print)


@bench.command("faults")
def bench_faults() -> None:
    """Every fault of the replay server against a series landed before."""
    from orchestration.place import default_place
    from orchestration.trials.faults import run_faults

    if not all(outcome.is_right for outcome in run_faults(default_place())):
        sys.exit("bench: a fault did not end as it should; see the lines above")


@bench.command("landing")
def bench_landing() -> None:
    """Throughput and memory of landing 100 series from loopback."""
    from orchestration.place import default_place
    from orchestration.trials.landing import run_landing

    print(run_landing(default_place()))


@bench.command("mutations")
def bench_mutations(number: int = 10_000, seed: int = 1) -> None:
    """Read damaged answers: none may be silently wrong, none may crash."""
    from orchestration.place import default_place
    from orchestration.trials.reading_damaged import run_mutations

    tally = run_mutations(default_place(), number, seed)
    print(tally.sentence())
    if not tally.is_clean:
        sys.exit("bench: a damaged answer was not refused; see the lines above")


@bench.command("measures")
def bench_measures() -> None:
    """Time and memory of the measures beside what else can be taken, in one run: minutes."""
    # NumPy's threads wait for one another on a busy machine, ours and the peers' alike: one for everybody
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from orchestration.trials.speed import run_speed

    missed = [line for line in run_speed(lambda text: print(text, flush=True)) if line.is_met is False]
    print(f"{len(missed)} targets missed" if missed else "every target that could be measured is met")


@bench.command("report")
def bench_report() -> None:
    """Charts and site made twice: seconds, size, equal bytes, first paint."""
    from orchestration.place import default_place
    from orchestration.trials.report_in_browser import NoBuildError, run_report

    try:
        if not run_report(default_place(), print):
            sys.exit("bench: the report is slower than promised or not repeatable; see the lines above")
    except NoBuildError as error:
        sys.exit(f"bench: {error}")
