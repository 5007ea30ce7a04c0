"""Files of a drawn chart: Vega-Lite with its data, SVG with real text, PNG and PDF with known glyphs."""

import html
import json
import re
from typing import Any

from assets.charts.fonts import register_font

RESOURCES = re.compile(rb"(?:^ *+/[A-Za-z]+[0-9]+ [0-9]+ 0 R\n){2,}", re.M)
SIGNIFICANT = 12
"""Digits a number keeps in a file: beyond them two builds may differ, because sums run in two threads."""


def spec_text(spec: dict[str, Any]) -> str:
    """The specification as the file it becomes."""
    return json.dumps(_settled(spec), ensure_ascii=False, separators=(",", ":"))


def _settled(value: Any) -> Any:
    """The same with every number cut to digits that are the same in every build."""
    if isinstance(value, float):
        return float(f"{value:.{SIGNIFICANT}g}")
    if isinstance(value, dict):
        return {key: _settled(inner) for key, inner in value.items()}
    return [_settled(inner) for inner in value] if isinstance(value, list | tuple) else value


def svg_text(spec: str, title: str, description: str, language: str) -> str:
    """SVG with text as text, named and described for screen readers."""
    import vl_convert

    register_font()
    drawn = vl_convert.vegalite_to_svg(spec)
    head, rest = drawn.split(">", 1)
    return (
        f'{head} role="img" xml:lang="{language}"'
        ' aria-labelledby="chart-title chart-description">'
        f'<title id="chart-title">{html.escape(title)}</title>'
        f'<desc id="chart-description">{html.escape(description)}</desc>{rest}'
    )


def svg_width(svg: str) -> float:
    """Width of a drawn SVG in pixels."""
    found = re.search(r'<svg[^>]* width="([\d.]+)"', svg)
    if found is None:
        raise ValueError("the SVG does not state its width")
    return float(found[1])


def png_bytes(svg: str, scale: float) -> bytes:
    """The SVG as pixels; drawn from the SVG because that is five times quicker than compiling the
    specification again."""
    import vl_convert

    register_font()
    return vl_convert.svg_to_png(svg, scale=scale)


def pdf_bytes(svg: str) -> bytes:
    """The SVG as one page for print, with its fonts inside."""
    import vl_convert

    register_font()
    drawn = vl_convert.svg_to_pdf(svg)
    # the renderer lists a page's resources in random order, and equal charts must give equal bytes
    return RESOURCES.sub(lambda found: b"".join(sorted(found[0].splitlines(keepends=True))), drawn)
