"""`qipan replay`: the publishers on this machine, for people; and the UI with them beside it."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assets.sources.nbs_protocol import HOST as NBS
from assets.steps import Place
from orchestration.replay import (
    cfets,
    hong_kong,
    macao,
    nbs_faults,  # noqa: F401 - its faults are registered by importing it
    world_bank,
)
from orchestration.replay.faults import UnknownFaultError
from orchestration.replay.figures import NEWEST, EmbeddedFigures, UnknownEditionError
from orchestration.replay.nbs import nbs
from orchestration.replay.server import ReplayServer
from orchestration.replay.wire import Responder

HOSTS = (NBS, hong_kong.HOST, macao.HOST, world_bank.HOST, cfets.HOST)
# What a person may have got wrong: a name, an edition, a port that is taken.
UNUSABLE = (UnknownFaultError, UnknownEditionError, OSError)
# The UI ends its own processes when interrupted; it needs some seconds for it.
SECONDS_TO_END = 30


def publishers(place: Place, edition: str = NEWEST) -> dict[str, Responder]:
    """Everybody our sources ask, by host, with the figures of one edition. Raises UnknownEditionError."""
    figures = EmbeddedFigures(place, edition)
    return {
        NBS: nbs(figures),
        hong_kong.HOST: hong_kong.hong_kong(figures),
        macao.HOST: macao.macao(figures),
        world_bank.HOST: world_bank.world_bank(figures),
        cfets.HOST: cfets.cfets(figures),
    }


@contextmanager
def replaying(
    place: Place, port: int, faults: Sequence[str] = (), edition: str = NEWEST
) -> Generator[ReplayServer, None, None]:
    """A replay server with faults switched on; raises UnknownFaultError, UnknownEditionError, OSError."""
    with ReplayServer(publishers(place, edition), port) as server:
        for fault in faults:
            server.switch(fault)
        yield server


def serve(place: Place, port: int, faults: Sequence[str], edition: str) -> None:
    """Answer until Ctrl-C; says how to use it."""
    with replaying(place, port, faults, edition) as server, ended_by_signals():
        print(_how_to_use(server.url, faults, edition), flush=True)
        wait_for_interrupt()


def wait_for_interrupt() -> None:
    """Do nothing until Ctrl-C."""
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            time.sleep(3600)


def run_beside(command: Sequence[str], folder: Path) -> int:
    """Run a command while the server answers; Ctrl-C ends both. Returns its exit code."""
    with ended_by_signals():
        # a session of its own, so that Ctrl-C reaches it once, from here
        process = subprocess.Popen(command, cwd=folder, start_new_session=True)
        try:
            return process.wait()
        except KeyboardInterrupt:
            return _end(process)


def _end(process: subprocess.Popen[bytes]) -> int:
    """End a command and everything it started, the gentle way first."""
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.wait(timeout=SECONDS_TO_END)
    os.killpg(process.pid, signal.SIGKILL)
    return process.wait()


@contextmanager
def ended_by_signals() -> Generator[None, None, None]:
    """Within this block Ctrl-C ends it even where a shell ignores it, and so does a process manager."""

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _how_to_use(url: str, faults: Sequence[str], edition: str) -> str:
    return "\n".join(
        [
            f"replay: {url} answers for {', '.join(HOSTS)}",
            f"  figures  edition {edition}, as embedded; nothing here is live",
            f"  faults   {', '.join(faults) or 'none'} switched on; more on {url}/replay/",
            f"  land     QIPAN_REPLAY={url} qipan land",
            f"  look     QIPAN_REPLAY={url} qipan ui",
            "  what it answers lands in warehouse/build/replay/, apart from real answers; Ctrl-C ends it",
        ]
    )
