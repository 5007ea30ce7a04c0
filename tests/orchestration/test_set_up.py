"""Set-up: runs on bare Python, does nothing twice, and says what is missing in a sentence."""

import ast
import sys
from pathlib import Path

import pytest

from orchestration import set_up


def test_it_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(Path(set_up.__file__).read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 10, 4), (3, 15, 0), (2, 7, 18)])
def test_an_unfit_python_is_named_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as refusal:
        set_up.main()
    found = f"{version[0]}.{version[1]}"
    assert str(refusal.value).startswith(f"set-up: python {found} found; use 3.11 to 3.14")
    assert "make PYTHON=" in str(refusal.value)


def a_project(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lock = folder / "requirements.lock"
    lock.write_text("duckdb==2.0.0\n")
    (folder / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(set_up, "ROOT", folder)
    monkeypatch.setattr(set_up, "LOCK", lock)
    monkeypatch.setattr(set_up, "ENVIRONMENT", folder / ".venv")
    return lock


def test_it_installs_once_and_again_when_the_lock_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = a_project(tmp_path, monkeypatch)
    installed: list[str] = []
    monkeypatch.setattr(set_up.venv, "create", lambda path, **options: Path(path).mkdir(exist_ok=True))
    monkeypatch.setattr(set_up, "_install", lambda: installed.append(lock.read_text()))
    set_up.main()
    set_up.main()
    assert installed == ["duckdb==2.0.0\n"]
    lock.write_text("duckdb==2.0.1\n")
    set_up.main()
    assert installed == ["duckdb==2.0.0\n", "duckdb==2.0.1\n"]


def test_a_half_finished_installation_is_not_taken_for_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_project(tmp_path, monkeypatch)
    monkeypatch.setattr(set_up.venv, "create", lambda path, **options: Path(path).mkdir(exist_ok=True))

    def no_network() -> None:
        sys.exit("set-up: pip ended with 1")

    monkeypatch.setattr(set_up, "_install", no_network)
    for _ in range(2):
        with pytest.raises(SystemExit):
            set_up.main()


def test_a_python_without_venv_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_project(tmp_path, monkeypatch)

    def no_venv(*_: object, **__: object) -> None:
        raise OSError("ensurepip is not available")

    monkeypatch.setattr(set_up.venv, "create", no_venv)
    with pytest.raises(SystemExit, match=r"cannot create environments .*install its venv module"):
        set_up.main()
