"""The command `qipan`, for people outside the Dagster UI. Everything it does the UI and SQL can do too."""

import os
import shutil
import sys
import time
from pathlib import Path
from typing import Annotated

import typer

from assets.catalogue import CatalogueError, load_pack
from assets.disk import DiskError, disk_in_words
from assets.house import all_steps, stale_steps
from assets.landing.errors import SettingError
from assets.models import ModelError
from assets.steps import Place, WarehouseBusyError
from orchestration.bench_commands import bench
from orchestration.resources import ROOT, default_place, transport_settings
from orchestration.summary import print_summary

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
app.add_typer(bench, name="bench")
REPLAY_PORT = 8790


@app.command()
def refresh(
    everything: bool = typer.Option(False, "--everything", help="make all again, changed or not"),
) -> None:
    """Make what changed since the last release, check it and publish it. Asks no publisher."""
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
    started = time.monotonic()
    place = default_place()
    from orchestration.land import land as land_collections
    from orchestration.land import read_years

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
) -> None:
    """Open the Dagster UI on this machine."""
    command = [str(Path(sys.executable).with_name("dg")), "dev", "--host", "127.0.0.1", "--port", str(port)]
    if not with_replay:
        _prepare_instance(default_place())
        os.chdir(ROOT)
        os.execv(command[0], command)
    from orchestration.replay.command import UNUSABLE, replaying, run_beside

    try:
        with replaying(default_place(), replay_port) as server:
            os.environ["QIPAN_REPLAY"] = server.url
            _prepare_instance(default_place())
            print(f"ui: the publishers are replayed; switch faults on {server.url}/replay/", flush=True)
            sys.exit(run_beside(command, ROOT))
    except UNUSABLE as error:
        sys.exit(f"ui: {error}")


@app.command()
def measure(
    panel: Annotated[
        Path | None, typer.Argument(help="CSV with region, year, value and, for weights, pop")
    ] = None,
    groups: Annotated[Path | None, typer.Option(help="CSV that puts regions into groups")] = None,
    neighbours: Annotated[Path | None, typer.Option(help="CSV of pairs of neighbouring regions")] = None,
    prices: Annotated[
        Path | None, typer.Option(help="CSV of chain price indices: t, region, good, index")
    ] = None,
    price_pairs: Annotated[
        Path | None, typer.Option(help="CSV of regions whose prices are compared: a, b")
    ] = None,
    indicators: Annotated[
        Path | None, typer.Option(help="CSV of indicators by unit, for entropy weights")
    ] = None,
    lower: str = typer.Option("", metavar="NAMES", help="indicators of which less is better, with commas"),
    masses: Annotated[
        Path | None, typer.Option(help="CSV of region, gdp, pop, for potential linkage")
    ] = None,
    distances: Annotated[Path | None, typer.Option(help="CSV of a, b, km, both directions")] = None,
    out: Annotated[Path, typer.Option(help="where the measures are written")] = Path("measures.csv"),
    explain: str = typer.Option("", metavar="METRIC", help="show how one measure is computed, and stop"),
) -> None:
    """Compute every measure that applies to a panel, or to other tables, of your own."""
    from assets.statistics import measuring, measuring_tables
    from assets.statistics.csv_lines import MeasureInputError

    try:
        if explain:
            print(measuring.explain(explain))
            return
        less = tuple(name.strip() for name in lower.split(",") if name.strip())
        tables = measuring_tables.Tables(prices, price_pairs, indicators, less, masses, distances)
        if panel is None and not tables.is_given:
            sys.exit("measure: give the file of a panel, or --explain METRIC; see qipan measure --help")
        print(measuring.run_measure(panel, groups, neighbours, out, tables))
    except (MeasureInputError, measuring.UnknownMetricError) as error:
        sys.exit(f"measure: {error}")


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
