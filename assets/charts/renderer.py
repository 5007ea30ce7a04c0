"""A renderer as a process of its own: orders come in as lines of JSON, answers go out as lines.

    python -m assets.charts.renderer

It ends when its input ends, so it never outlives the refresh that started it. An order names what to
make and the files: `svg` from a specification, `png` (with a scale or a width) and `pdf` from an SVG.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

from assets.charts.rendering import pdf_bytes, png_bytes, svg_text


def perform(order: dict[str, Any]) -> None:
    """Make one file; raises KeyError for an order that names nothing known."""
    source = Path(order["source"]).read_text(encoding="utf-8")
    MAKERS[order["make"]](source, Path(order["target"]), order)


def _svg(source: str, target: Path, order: dict[str, Any]) -> None:
    drawn = svg_text(source, order["title"], order["description"], order["language"])
    target.write_text(drawn, encoding="utf-8")


def _png(source: str, target: Path, order: dict[str, Any]) -> None:
    scale = order.get("scale") or order["width"] / svg_width(source)
    target.write_bytes(png_bytes(source, scale))


def _pdf(source: str, target: Path, order: dict[str, Any]) -> None:
    target.write_bytes(pdf_bytes(source))


MAKERS = {"svg": _svg, "png": _png, "pdf": _pdf}


def svg_width(svg: str) -> float:
    """Width of a drawn SVG in pixels."""
    found = re.search(r'<svg[^>]* width="([\d.]+)"', svg)
    if found is None:
        raise ValueError("the SVG does not state its width")
    return float(found[1])


def main() -> None:
    """Take orders until there are no more."""
    for line in sys.stdin:
        try:
            perform(json.loads(line))
            answer = ""
        except Exception as error:
            # said to the one who ordered, who knows the chart
            answer = f"{type(error).__name__}: {error}"
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
