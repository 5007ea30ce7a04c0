"""What a reader may rely on about the shape of the repository, checked on the files themselves."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb
import pytest

from assets.models import read_models
from assets.python_models import FOLDER, read_python_models

ROOT = Path(__file__).parents[1]
TOP_LEVEL = {
    "orchestration",
    "assets",
    "sql",
    "expectations",
    "warehouse",
    "tests",
    "pyproject.toml",
    "README.md",
    "Makefile",
    "LICENSE",
    "NOTICE",
    "requirements.lock",
}
PACKAGES = ("assets", "orchestration", "expectations")
LIBRARIES_ON_DEMAND = ("great_expectations", "altair", "pandas", "dagster")
# In pieces, so that this file does not name what it forbids.
FORBIDDEN_TEXT = re.compile(
    "|".join(
        [
            r"\bpypi\." + r"org|python" + r"hosted|pypi\.(tuna|doubanio)|mirrors\.[a-z]+\.",
            r"(?<![\w.}])/" + r"(home|Users|root|tmp|work|mnt)/\w",
            r"\b[A-Z]:" + r"\\Users",
        ]
    )
)


@cache
def repository_files() -> tuple[Path, ...]:
    """Files under version control or about to be; paths from the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    names = [Path(name) for name in listed.stdout.decode().split("\0") if name]
    return tuple(path for path in names if (ROOT / path).is_file())


def modules() -> dict[str, Path]:
    """Every module of the application by dotted name."""
    paths = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in paths}


def imports_of(path: Path) -> Iterator[str]:
    """Dotted names a module imports, wherever in the file; `from a import b` gives a and a.b."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import; write the whole name"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_top_level_holds_only_what_the_design_names() -> None:
    found = {path.parts[0] for path in repository_files()}
    assert {name for name in found if not name.startswith(".")} <= TOP_LEVEL


def test_imports_form_no_circle() -> None:
    known = modules()
    # a package's own __init__ gathers its modules; they are the edges that count
    graph = {
        name: {used for used in imports_of(path) if used in known and used != name}
        for name, path in known.items()
    }
    list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("package", ["assets", "expectations"])
def test_dagster_stays_in_orchestration(package: str) -> None:
    wrong = {
        f"{name} imports {used}"
        for name, path in modules().items()
        for used in imports_of(path)
        if name.startswith(package) and used.split(".")[0] in ("dagster", "orchestration")
    }
    assert wrong == set()


def test_no_module_is_a_drawer_for_anything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [path for path in repository_files() if path.stem in drawers] == []


@pytest.mark.parametrize(("folder", "ending"), [("sql", "sql"), ("expectations", "py")])
def test_everything_in_a_room_has_its_test(folder: str, ending: str) -> None:
    made = [path for path in sorted((ROOT / folder).glob(f"*/*.{ending}")) if path.stem != "__init__"]
    tests = [ROOT / "tests" / folder / path.parent.name / f"test_{path.stem}.py" for path in made]
    assert made
    assert [str(test.relative_to(ROOT)) for test in tests if not test.is_file()] == []


def test_every_python_model_has_its_test() -> None:
    made = [path.stem for path in sorted((ROOT / FOLDER).glob("*.py")) if path.stem != "__init__"]
    tests = [ROOT / "tests" / FOLDER / f"test_{name}.py" for name in made]
    assert made
    assert [str(test.relative_to(ROOT)) for test in tests if not test.is_file()] == []


@pytest.mark.parametrize(("suffix", "most"), [(".py", 200), (".sql", 150)])
def test_files_stay_short(suffix: str, most: int) -> None:
    lengths = {
        str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines())
        for path in repository_files()
        if path.suffix == suffix
    }
    assert {path: lines for path, lines in lengths.items() if lines > most} == {}


def test_marts_name_their_columns() -> None:
    stars = []
    with duckdb.connect() as parser:
        for model in read_models(ROOT / "sql", read_python_models(ROOT)):
            if model.room == "marts":
                row = parser.execute("select json_serialize_sql(?)", [model.query]).fetchall()[0]
                final = json.loads(row[0])["statements"][0]["node"]
                stars += [model.key for column in final["select_list"] if column["class"] == "STAR"]
    assert stars == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in repository_files():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path}: {match.group()}" for match in FORBIDDEN_TEXT.finditer(text)]
    assert found == []


def test_lock_has_a_hash_for_every_package_and_no_host() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    packages = [block for block in blocks if "==" in block.split("\n")[0]]
    assert len(packages) > 50
    assert [block.split()[0] for block in packages if "--hash=sha256:" not in block] == []
    assert [line for line in text.splitlines() if "://" in line or line.startswith("-")] == []


def test_every_package_is_locked() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    dev = re.search(r"^dev = \[\n(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    assert lists and dev
    wanted = set(re.findall(r'^ +"([a-z0-9-]+)', lists[1] + dev[1], re.MULTILINE))
    locked = set(
        re.findall(r"^([a-z0-9-]+)(?:\[[a-z,-]+\])?==", (ROOT / "requirements.lock").read_text(), re.M)
    )
    assert wanted - locked == set()


def test_naming_the_steps_loads_no_heavy_library() -> None:
    # all four together took seconds and hundreds of megabytes before the first line was printed
    program = (
        f"import sys, assets.house;print([name for name in {LIBRARIES_ON_DEMAND!r} if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
