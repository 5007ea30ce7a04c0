"""Set up the project's own environment in `.venv` from the hashed lock; nothing to do means nothing done.

Runs on the machine's python3 with the standard library alone: `python3 orchestration/set_up.py`.
"""

import hashlib
import os
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
OLDEST, NEWEST = (3, 11), (3, 14)


def main() -> None:
    """Create or update `.venv`, with a line for each step and how long it took."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"set-up: python {found} found; use 3.11 to 3.14, e.g. make PYTHON=python3.12 refresh")
    ready = ENVIRONMENT / "ready"
    state = _state()
    if ready.is_file() and ready.read_text() == state:
        return
    started = time.monotonic()
    print("set-up: environment in .venv", flush=True)
    try:
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError) as error:
        sys.exit(f"set-up: python3 cannot create environments ({error}); install its venv module")
    _install()
    ready.write_text(state)
    print(f"set-up: done in {time.monotonic() - started:.0f} s", flush=True)


def _state() -> str:
    """What the environment depends on: interpreter, place, lock and project file."""
    digest = hashlib.sha256()
    for path in (LOCK, ROOT / "pyproject.toml", Path(__file__)):
        digest.update(path.read_bytes())
    return f"{sys.version} {ROOT} {digest.hexdigest()}"


def _install() -> None:
    """Packages of the lock by uv, by pip where uv cannot be had, then the project itself in place."""
    python = ENVIRONMENT / "bin" / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "-q"]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    # uv brings certificates of its own; behind a company's gateway only the machine's are right
    environment.setdefault("UV_SYSTEM_CERTS", "true")

    def run(*command: str, may_fail: bool = False) -> bool:
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        if code and not may_fail:
            sys.exit(f"set-up: '{' '.join(command)}' ended with {code}; see the lines above")
        return code == 0

    print("set-up: packages of requirements.lock (about a minute the first time)", flush=True)
    uv = [str(ENVIRONMENT / "bin" / "uv"), "pip", "install", "-q", "--python", str(python)]
    locked = ["--require-hashes", "-r", str(LOCK)]
    project = ["--no-deps", "--no-build-isolation", "-e", "."]
    if not (
        run(*pip, "install", "uv", may_fail=True)
        and run(*uv, "--compile-bytecode", *locked, may_fail=True)
        and run(*uv, *project, may_fail=True)
    ):
        print("set-up: uv cannot be had or did not succeed, using pip (slower)", flush=True)
        run(*pip, "install", *locked)
        run(*pip, "install", *project)


if __name__ == "__main__":
    main()
