"""Files of a drawn chart: Vega-Lite with its data, SVG with real text, PNG with known glyphs."""

import html
import json
from typing import Any

from assets.charts.fonts import register_font
from assets.charts.reading import Texts

PNG_SCALE = 2


def spec_text(spec: dict[str, Any]) -> str:
    """The specification as the file it becomes."""
    return json.dumps(spec, ensure_ascii=False, separators=(",", ":"))


def svg_text(spec: str, words: Texts, language: str) -> str:
    """SVG with text as text, named and described for screen readers."""
    import vl_convert

    register_font()
    drawn = vl_convert.vegalite_to_svg(spec)
    head, rest = drawn.split(">", 1)
    return (
        f'{head} role="img" xml:lang="{language}"'
        ' aria-labelledby="chart-title chart-description">'
        f'<title id="chart-title">{html.escape(words.title)}</title>'
        f'<desc id="chart-description">{html.escape(f"{words.alt} {words.description}")}</desc>{rest}'
    )


def png_bytes(svg: str) -> bytes:
    """The SVG as pixels, twice as many as its size; drawn from the SVG because that is five times
    quicker than compiling the specification again."""
    import vl_convert

    register_font()
    return vl_convert.svg_to_png(svg, scale=PNG_SCALE)
