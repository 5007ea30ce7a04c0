"""A browser that may read files and ask nobody: pages opened from disk, with what went wrong on them."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

OUTSIDE = re.compile(r"^(?!file:|data:|about:|blob:)")
PHONE, DESK = 390, 1280


@dataclass
class Watched:
    """A page and what it must not have: errors in its console and requests to others."""

    page: Any
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, path: Path, fragment: str = "") -> Any:
        """Open a file of the site; returns the page once its scripts have run."""
        self.page.goto(path.as_uri() + fragment, wait_until="load")
        return self.page

    def quiet(self) -> bool:
        """Whether the pages opened so far neither complained nor asked anybody."""
        return not self.errors and not self.outside

    def sideways(self) -> int:
        """Pixels by which the page, rather than a box on it, scrolls sideways."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )


@contextmanager
def browser_here() -> Iterator[Any]:
    """The installed Chromium, or a skip that says what is missing."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the extra `browser` is not installed")
    executable = os.environ.get("QIPAN_BROWSER") or shutil.which("chromium")
    if executable is None:
        pytest.skip("no browser: set QIPAN_BROWSER or put chromium on PATH")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=executable, args=arguments)
        yield launched
        launched.close()


@contextmanager
def watched(browser: Any, width: int = DESK, scheme: str = "light") -> Iterator[Watched]:
    """A new page of this width and light; requests that leave the disk are refused and kept."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = Watched(context.new_page())

    def refuse(route: Any) -> None:
        found.outside.append(route.request.url)
        route.abort()

    context.route(OUTSIDE, refuse)
    found.page.on(
        "console",
        lambda said: (
            found.errors.append(f"{found.page.url}: {said.text}")
            if said.type in ("error", "warning")
            else None
        ),
    )
    found.page.on("pageerror", lambda error: found.errors.append(f"{found.page.url}: {error}"))
    try:
        yield found
    finally:
        context.close()


def of(site: Path, language: str, page: str) -> Path:
    """A page of the site in one language."""
    return site / "report" / language / f"{page}.html"
