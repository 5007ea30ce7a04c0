"""The command `qipan`, for people outside the Dagster UI. Everything it does the UI and SQL can do too."""

# Each command imports what it needs itself: `qipan measure` must not wait for Dagster, which takes a second.
import os
import shutil
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orchestration.bench_commands import bench
from orchestration.check_report_command import check_report_command
from orchestration.explain_command import explain_command
from orchestration.measure_command import MeasureCommand, measure

if TYPE_CHECKING:
    from assets.steps import Place

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
app.add_typer(bench, name="bench")
app.command(cls=MeasureCommand)(measure)
app.command("check-report")(check_report_command)
app.command("explain")(explain_command)
REPLAY_PORT, REPORT_PORT = 8790, 3001


@app.command()
def refresh(
    everything: bool = typer.Option(False, "--everything", help="make all again, changed or not"),
) -> None:
    """Make what changed since the last release, check it and publish it. Asks no publisher."""
    from assets.catalogue import CatalogueError, load_pack
    from assets.disk import DiskError, disk_in_words
    from assets.house import all_steps, stale_steps
    from assets.landing.errors import SettingError
    from assets.models import ModelError
    from assets.steps import WarehouseBusyError
    from orchestration.place import default_place
    from orchestration.summary import print_summary

    started = time.monotonic()
    place = default_place()
    try:
        load_pack(place.reference)
        steps = all_steps(place)
        stale = steps if everything else stale_steps(place, steps)
    except (CatalogueError, DiskError, ModelError, WarehouseBusyError) as error:
        sys.exit(f"refresh: {error}")
    if not stale:
        print("refresh: no figure, fact, query or chart changed; nothing was made again")
        print_summary(place, time.monotonic() - started)
        return
    print(f"refresh: {len(stale)} of {len(steps)} assets to make", flush=True)
    from orchestration.run import run_refresh

    try:
        with disk_in_words():
            _prepare_instance(place)
            failures = run_refresh(place, steps, stale)
    except KeyboardInterrupt:
        sys.exit("refresh: stopped by you; what was made is kept, the next refresh goes on from there")
    except (DiskError, SettingError) as error:
        sys.exit(f"refresh: {error}")
    if failures:
        standing = "the last release stays published" if place.published_file.is_file() else "no release yet"
        sys.exit("\n".join([f"refresh: not published; {standing}", *failures]))
    print_summary(place, time.monotonic() - started)


@app.command()
def land(
    collections: Annotated[
        list[str] | None, typer.Argument(metavar="COLLECTION", help="such as hk_year; all when none is named")
    ] = None,
    years: str = typer.Option("", metavar="FROM-TO", help="ask for these years only, such as 2020-2025"),
    again: bool = typer.Option(False, "--again", help="ask again what was asked today already"),
) -> None:
    """Ask the publishers for what is new and keep their answers. `qipan refresh` makes the tables."""
    from assets.catalogue import CatalogueError
    from assets.landing.errors import SettingError
    from orchestration.land import land as land_collections
    from orchestration.land import read_years
    from orchestration.place import default_place
    from orchestration.resources import transport_settings

    started = time.monotonic()
    place = default_place()
    try:
        if collections != ["inbox"]:
            # said before anything is begun; files ask nobody
            transport_settings(())
        asked = read_years(years) if years else None
        _prepare_instance(place)
        found = land_collections(place, collections or [], asked, again)
    except (CatalogueError, SettingError) as error:
        sys.exit(f"land: {error}")
    except KeyboardInterrupt:
        sys.exit("land: stopped by you; what was landed is kept, the same command goes on from there today")
    if found.failures:
        sys.exit("\n".join(["land: not everything could be had; what was landed is kept", *found.failures]))
    news = "landed; `qipan refresh` makes the tables" if found.is_new else "nothing new"
    print(f"land: {news} ({time.monotonic() - started:.1f} s)")


@app.command()
def replay(
    port: int = typer.Option(REPLAY_PORT, help="port on 127.0.0.1; 0 is any free one"),
    fault: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="switch this fault on; may be repeated")
    ] = None,
    edition: str = typer.Option("newest", help="show this vintage where it has a figure"),
) -> None:
    """Answer as the publishers would, on this machine, from the embedded figures; with faults on request."""
    from orchestration.place import default_place
    from orchestration.replay.command import UNUSABLE, serve

    try:
        serve(default_place(), port, fault or [], edition)
    except UNUSABLE as error:
        sys.exit(f"replay: {error}")


@app.command()
def ui(
    port: int = typer.Option(3000, help="port on 127.0.0.1"),
    with_replay: bool = typer.Option(
        False, "--replay", help="ask a replay server beside the UI, into a build of its own"
    ),
    replay_port: int = typer.Option(REPLAY_PORT, help="port of the replay server"),
    report_port: int = typer.Option(REPORT_PORT, help="port of the built report, which the UI links to"),
) -> None:
    """Open the Dagster UI on this machine, with the built report beside it."""
    from orchestration.place import ROOT, default_place
    from orchestration.replay.command import UNUSABLE, replaying, run_beside
    from orchestration.report_server import ReportServerError, report_served

    command = [str(Path(sys.executable).with_name("dg")), "dev", "--host", "127.0.0.1", "--port", str(port)]
    try:
        with ExitStack() as beside:
            if with_replay:
                server = beside.enter_context(replaying(default_place(), replay_port))
                os.environ["QIPAN_REPLAY"] = server.url
                print(f"ui: the publishers are replayed; switch faults on {server.url}/replay/", flush=True)
            place = default_place()
            _prepare_instance(place)
            address = beside.enter_context(report_served(place.build, report_port))
            print(f"ui: the built report is on {address}/", flush=True)
            sys.exit(run_beside(command, ROOT))
    except (*UNUSABLE, ReportServerError) as error:
        sys.exit(f"ui: {error}")


@app.command()
def report(port: int = typer.Option(REPORT_PORT, help="port on 127.0.0.1")) -> None:
    """Show the built report on this machine; it opens from disk as well."""
    from orchestration.place import default_place
    from orchestration.replay.command import ended_by_signals, wait_for_interrupt
    from orchestration.report_server import ReportServerError, report_served

    place = default_place()
    try:
        with report_served(place.build, port) as address, ended_by_signals():
            print(f"report: {address}/ and warehouse/build/report/index.html; Ctrl-C ends it", flush=True)
            wait_for_interrupt()
    except ReportServerError as error:
        sys.exit(f"report: {error}")


def _prepare_instance(place: "Place") -> None:
    """Dagster's instance folder inside the build folder: run history without telemetry or sign-up."""
    home = place.build / "dagster"
    home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(Path(__file__).with_name("dagster.yaml"), home / "dagster.yaml")
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
