"""What every made thing has in common: a key, what it reads, a digest of how it is made, and a run.

Tables, charts, the report and the published file are all steps. Dagster sees one asset per step; the
command line uses the same steps to find out whether anything has to be made again. No Dagster here.
"""

import hashlib
import importlib.metadata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import duckdb


class WarehouseBusyError(Exception):
    """Another refresh is writing the build file."""


BUSY = (
    "another refresh is writing the warehouse; wait for it to end and start again"
    " (readers of the published file are not affected)"
)


@dataclass(frozen=True)
class Place:
    """Where the house stands: the checkout, the reference pack in use and the folder for what we build."""

    root: Path
    pack: str
    build: Path

    @property
    def reference(self) -> Path:
        """Folder of the reference pack's CSV files."""
        return self.root / "warehouse" / "reference" / self.pack

    @property
    def snapshots(self) -> Path:
        """Folder of the publishers' figures."""
        return self.root / "warehouse" / "snapshots"

    @property
    def landing(self) -> Path:
        """Folder of the publishers' raw answers, beside the build: nothing in it can be made again."""
        return self.build.parent / "landing"

    @property
    def inbox(self) -> Path:
        """Folder people put files into."""
        return self.build.parent / "inbox"

    @property
    def build_file(self) -> Path:
        """The private DuckDB file that only a running build writes."""
        return self.build / "private" / "workbench.duckdb"

    @property
    def published_file(self) -> Path:
        """The DuckDB file everybody reads; only ever replaced as a whole."""
        return self.build / "qipan.duckdb"

    @property
    def staged(self) -> Path:
        """Charts, report and exports of the build in progress, moved into `build` by publish."""
        return self.build / "private" / "staged"


@dataclass(frozen=True)
class CheckResult:
    """One check of one step: its verdict and what was seen. A failed critical check stops publication."""

    name: str
    passed: bool
    is_critical: bool
    reason: str
    observed: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Outcome:
    """What a step reports: rows where it made a table, facts worth showing, and its checks."""

    rows: int | None = None
    facts: dict[str, object] = field(default_factory=dict)
    checks: tuple[CheckResult, ...] = ()


@dataclass(frozen=True)
class CheckName:
    """A check a step promises to report, known before it runs."""

    name: str
    is_critical: bool
    reason: str


@dataclass(frozen=True)
class Step:
    """One made thing. `digest` covers everything but the inputs: code, query, suite, facts.

    `begin` starts in the background what `run` waits for; it may be called any time after what the step
    reads was made, or never: `run` alone does everything. Whoever calls it forgets the step's fingerprint
    first, because its files change from then on.
    """

    key: str
    description: str
    deps: tuple[str, ...]
    digest: str
    run: Callable[[duckdb.DuckDBPyConnection], Outcome]
    kinds: tuple[str, ...] = ()
    checks: tuple[CheckName, ...] = ()
    facts: dict[str, object] = field(default_factory=dict)
    begin: Callable[[duckdb.DuckDBPyConnection], None] | None = None
    # False for the step that writes a second database file: DuckDB writes one file a transaction.
    is_transaction: bool = True

    @property
    def room(self) -> str:
        """First part of the key: the room the thing lives in."""
        return self.key.split("/")[0]


def digest_files(paths: Iterable[Path], *extra: str) -> str:
    """Stable sha256 over files' bytes, in the order given, and extra text."""
    state = hashlib.sha256()
    for path in paths:
        state.update(path.read_bytes())
        state.update(b"\0")
    for text in extra:
        state.update(text.encode())
        state.update(b"\0")
    return state.hexdigest()


def installed_version(package: str) -> str:
    """Version of a package for a digest; a missing one is reported, with the remedy, when it is needed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def fingerprints(steps: list[Step]) -> dict[str, str]:
    """Fingerprint of every step: its digest together with the fingerprints of what it reads.

    Two builds with equal fingerprints have equal results. `steps` must be in building order.
    """
    prints: dict[str, str] = {}
    for step in steps:
        prints[step.key] = fingerprint(step, prints)
    return prints


def fingerprint(step: Step, inputs: dict[str, str]) -> str:
    """Fingerprint of one step made from inputs of these fingerprints; KeyError when one is unknown."""
    text = step.key + step.digest + "".join(inputs[dep] for dep in sorted(step.deps))
    return hashlib.sha256(text.encode()).hexdigest()


def release_id(prints: Mapping[str, str]) -> str:
    """Twelve letters for the content of a release, from the fingerprints of all that was made.

    The report's own is left out, because its pages print the letters.
    """
    listed = [prints[key] for key in sorted(prints) if not key.startswith(("report/", "release/"))]
    return digest_files([], *listed)[:12]
