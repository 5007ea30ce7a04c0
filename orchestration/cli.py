"""The command `qipan`, for people outside the Dagster UI. Everything it does the UI and SQL can do too."""

import os
import shutil
import sys
import time
from pathlib import Path

import typer

from assets.catalogue import CatalogueError, load_pack
from assets.house import all_steps, stale_steps
from assets.models import ModelError
from assets.steps import Place, WarehouseBusyError
from orchestration.resources import ROOT, default_place
from orchestration.summary import print_summary

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)


@app.command()
def refresh(
    everything: bool = typer.Option(False, "--everything", help="make all again, changed or not"),
) -> None:
    """Make what changed since the last release, check it and publish it."""
    started = time.monotonic()
    place = default_place()
    try:
        load_pack(place.reference)
        steps = all_steps(place)
        stale = steps if everything else stale_steps(place, steps)
    except (CatalogueError, ModelError, WarehouseBusyError) as error:
        sys.exit(f"refresh: {error}")
    if not stale:
        print("refresh: no figure, fact, query or chart changed; nothing was made again")
        print_summary(place, time.monotonic() - started)
        return
    print(f"refresh: {len(stale)} of {len(steps)} assets to make", flush=True)
    _prepare_instance(place)
    from orchestration.run import run_refresh

    try:
        failures = run_refresh(place, steps, stale)
    except KeyboardInterrupt:
        sys.exit("refresh: stopped by you; what was made is kept, the next refresh goes on from there")
    if failures:
        standing = "the last release stays published" if place.published_file.is_file() else "no release yet"
        sys.exit("\n".join([f"refresh: not published; {standing}", *failures]))
    print_summary(place, time.monotonic() - started)


@app.command()
def ui(port: int = typer.Option(3000, help="port on 127.0.0.1")) -> None:
    """Open the Dagster UI on this machine."""
    _prepare_instance(default_place())
    command = Path(sys.executable).with_name("dg")
    os.chdir(ROOT)
    os.execv(command, [str(command), "dev", "--host", "127.0.0.1", "--port", str(port)])


@app.command()
def bench() -> None:
    """Measure the dispersion measures against pandas, in one run."""
    from orchestration.bench import run_bench

    run_bench(ROOT / "sql")


def _prepare_instance(place: Place) -> None:
    """Dagster's instance folder inside the build folder: run history without telemetry or sign-up."""
    home = place.build / "dagster"
    home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "orchestration" / "dagster.yaml", home / "dagster.yaml")
    os.environ["DAGSTER_HOME"] = str(home)
    os.environ["DG_CLI_TELEMETRY"] = "0"


def main() -> None:
    """Entry point of the installed command."""
    code = 0
    try:
        app()
    except SystemExit as ended:
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    sys.stdout.flush()
    sys.stderr.flush()
    # leaving without tearing down: DuckDB 2.0.0 prints a page of leak reports there (gone in 2.0.1)
    os._exit(code)
