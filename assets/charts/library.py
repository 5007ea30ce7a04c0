"""The drawing library of the pages: one script, inside a page or once beside all small pages."""

import hashlib
import os
from functools import cache
from pathlib import Path

BUNDLE_STEM = "qipan-vega"


@cache
def bundle() -> str:
    """Vega, Vega-Lite and the embedder as one script; made once per process, which takes a second."""
    import vl_convert

    script: str = vl_convert.javascript_bundle()  # type: ignore[call-arg]  # the stub omits defaults
    return script


@cache
def bundle_name() -> str:
    """File name of the library; another library has another name."""
    return f"{BUNDLE_STEM}.{hashlib.sha256(bundle().encode()).hexdigest()[:12]}.js"


def write_bundle(folder: Path) -> None:
    """The library beside the charts, unless it lies there."""
    path = folder / bundle_name()
    if not path.is_file():
        # another process may write it at the same time, so each writes its own; not beside the charts,
        # where a release would take a half-written one along
        own = folder.parent / f"{path.name}.{os.getpid()}"
        own.write_text(bundle(), encoding="utf-8")
        own.replace(path)
