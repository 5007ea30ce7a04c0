"""Loading a pack: read every file, run every rule, and report all problems together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assets.catalogue.cell_checks import cell_problems
from assets.catalogue.checks import RULES
from assets.catalogue.pack import CatalogueError, Pack, Problem, Table
from assets.catalogue.reading import read_table
from assets.catalogue.specs import BOUNDARIES, OPTIONAL_FILES, TABLES


def load_pack(folder: Path) -> Pack:
    """Read and check a whole pack; CatalogueError lists every problem of every file at once."""
    if not folder.is_dir():
        remedy = "name a folder that holds " + ", ".join(f"{name}.csv" for name in TABLES)
        raise CatalogueError(folder, [Problem(str(folder), 0, "", "no such folder", remedy)])
    problems = list(_file_problems(folder))
    pack = Pack(folder)
    for name, spec in TABLES.items():
        data, faults = _bytes_of(folder / f"{name}.csv")
        # An optional file that is absent holds nothing; any other unopened file lost something.
        if data is None and not faults and f"{name}.csv" in OPTIONAL_FILES:
            pack.tables[name] = Table(name, spec.names)
            continue
        pack.tables[name], more = read_table(name, spec, data)
        problems += [*faults, *more, *cell_problems(pack.tables[name], spec)]
    for rule in RULES:
        problems += rule.problems(pack)
    if problems:
        raise CatalogueError(folder, problems)
    return pack


def _files_of(folder: Path) -> list[Path]:
    # Dotfiles are left alone: spreadsheet programs put lock files beside what they have open.
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _file_problems(folder: Path) -> Iterator[Problem]:
    known = [*(f"{name}.csv" for name in TABLES), BOUNDARIES]
    present = {path.name for path in _files_of(folder)}
    for name in sorted(present.difference(known)):
        remedy = "remove it; a pack holds " + ", ".join(known)
        yield Problem(name, 0, "", "a file no pack has", remedy)
    for name in known:
        if name not in present and name not in OPTIONAL_FILES:
            remedy = "add it with the header " + ",".join(TABLES[name.removesuffix(".csv")].names)
            yield Problem(name, 0, "", "no such file", remedy)


def _bytes_of(path: Path) -> tuple[bytes | None, list[Problem]]:
    try:
        return path.read_bytes(), []
    except FileNotFoundError:
        return None, []
    except OSError as error:
        found = f"that it cannot be read ({error.strerror})"
        return None, [Problem(path.name, 0, "", found, "make it a readable file")]
