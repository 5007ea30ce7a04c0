"""One visual language: fonts, sizes, colours, and the words of the source line.

Type is one regular weight, because the font package carries no bold: rank shows in size and grey.
"""

import re
from typing import TYPE_CHECKING, Any

from assets.charts.reading import column
from assets.charts.words import AND, METHOD, SOURCE, VIEW

if TYPE_CHECKING:
    import polars as pl

WIDTH = 640
"""Whole picture without the padding; bodies choose their plot width so that labels fit in it."""
PADDING = 16

# The first family is what PNGs are drawn with; the rest serve readers of SVG and HTML.
FONTS = {
    "zh-Hans": "Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif",
    "zh-Hant": "Noto Sans CJK TC, Noto Sans TC, PingFang TC, Microsoft JhengHei, sans-serif",
    "en": "Noto Sans CJK SC, Noto Sans, Helvetica Neue, Arial, sans-serif",
}

INK = "#1d2329"
GREY = "#59636e"
PALE = "#8b949e"
RULE = "#3d444d"
GRID = "#e6e9ec"
NO_DATA = "#e3e5e8"
ACCENT = "#a3215b"

TITLE, SUBTITLE, LABEL, SMALL = 18, 12.5, 11.5, 10

# Steps of lightness, so that colours stay apart in greyscale and for colour-blind readers.
BLOCS = {
    "bloc_east": "#12436d",
    "bloc_northeast": "#a3215b",
    "bloc_central": "#21938a",
    "bloc_west": "#d98a0b",
}
ZONES = {
    "jjj": "#7c5cb5",
    "yrd": "#12436d",
    "yreb": "#21938a",
    "gba": "#a3215b",
    "yellow_river": "#d98a0b",
}
# Below and above one: brown to blue-green, seven bins, the middle one nearly white.
DIVERGING = ("#8c510a", "#bf812d", "#e2c58a", "#f2f0ea", "#a6d5cd", "#4a9d94", "#0b5e56")


def label_colour(colour: str) -> str:
    """A colour for text: ochre and blue-green are too light to read, so they are darkened."""
    return {"#d98a0b": "#a06400", "#21938a": "#1b7d75"}.get(colour, colour)


def config(language: str) -> dict[str, Any]:
    """Vega-Lite config of the house style in one language."""
    return {
        "font": FONTS[language],
        "background": "white",
        "padding": PADDING,
        "view": {"stroke": None},
        "title": {
            "anchor": "start",
            "fontSize": TITLE,
            "fontWeight": "normal",
            "color": INK,
            "lineHeight": 24,
            "subtitleFontSize": SUBTITLE,
            "subtitleFontWeight": "normal",
            "subtitleColor": GREY,
            "subtitleLineHeight": 18,
            "subtitlePadding": 6,
            "offset": 16,
        },
        "axis": {
            "labelFontSize": LABEL,
            "labelColor": GREY,
            "labelFontWeight": "normal",
            "titleFontSize": LABEL,
            "titleFontWeight": "normal",
            "titleColor": GREY,
            "gridColor": GRID,
            "domainColor": "#b7bdc4",
            "tickColor": "#b7bdc4",
            "labelPadding": 6,
        },
        "axisY": {"domain": False, "ticks": False},
        "axisX": {"grid": False, "tickSize": 4},
        "legend": {
            "labelFontSize": LABEL,
            "labelColor": GREY,
            "titleFontSize": LABEL,
            "titleFontWeight": "normal",
            "titleColor": GREY,
        },
        "header": {
            "labelFontSize": 13,
            "labelFontWeight": "normal",
            "labelColor": INK,
            "labelAnchor": "start",
            "labelOrient": "top",
            "title": None,
        },
        "text": {"fontSize": LABEL, "color": INK},
        "concat": {"spacing": 18},
    }


def source_parts(frame: "pl.DataFrame", language: str) -> list[str]:
    """Publisher, basis and method of a frame, from the mart's own columns, where it has them."""
    parts = []
    for words, name in ((SOURCE, "publisher"), (VIEW, "view_name")):
        name = column(name, language)
        # Many views in one chart are labelled in the picture.
        if name in frame.columns and (words is SOURCE or frame[name].n_unique() == 1):
            # "A · B" and "A、B" name two publishers, who may be named elsewhere alone
            joints = " · |、" if words is SOURCE else " · "
            found = {one for whole in frame[name].unique() for one in re.split(joints, whole)}
            parts.append(words[language].format(AND[language].join(sorted(found))))
    if "method_id" in frame.columns:
        parts.append(METHOD[language].format(AND[language].join(sorted(frame["method_id"].unique()))))
    return parts


def packed(parts: list[str], size: float) -> list[str]:
    """Parts side by side as far as they fit, so that a method id is not torn from its label."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]} | {part}" if lines else part
        if lines and text_width(joined, size) <= WIDTH:
            lines[-1] = joined
        else:
            lines += wrapped(part, size)
    return lines


def text_width(text: str, size: float) -> float:
    """Width in pixels, estimated from Noto Sans: full width for CJK, about half for Latin."""
    ems = {"wide": 1.0, "upper": 0.64, "narrow": 0.3, "other": 0.545}
    return size * sum(ems[_width_class(letter)] for letter in text)


def _width_class(letter: str) -> str:
    # the font's quotation marks and dashes are Chinese ones, and its percent sign nearly as wide
    if letter >= "\u2e80" or letter in "“”‘’—%":
        return "wide"
    if letter in " .,:;'|ilj()":
        return "narrow"
    return "upper" if letter.isupper() or letter in "mwMW" else "other"


# Kept on one line: a word or Chinese character with its brackets and stops, a number with its counter.
PIECE = re.compile(
    r"\s*[（《「『“‘]*(?:[\u2e80-\uffff]|[^\s\u2e80-\uffff]+[年月日个個项項倍]?)[，。、；：）》」』”’]*"
)


def wrapped(text: str, size: float, width: float = WIDTH) -> list[str]:
    """Text in lines no wider than `width` pixels; Chinese breaks anywhere but before a stop."""
    lines = [""]
    for piece in PIECE.findall(text):
        if lines[-1] and text_width(lines[-1] + piece, size) > width:
            lines.append("")
        lines[-1] = lines[-1] + piece if lines[-1] else piece.strip()
    return lines


def evened(text: str, size: float, width: float = WIDTH) -> list[str]:
    """Text as `wrapped`, but two lines are broken near the middle, at best where the sense has a joint."""
    lines = wrapped(text, size, width)
    if len(lines) != 2:
        return lines
    pieces = PIECE.findall(text)
    fitting = {}
    for place in range(1, len(pieces)):
        halves = ["".join(part).strip() for part in (pieces[:place], pieces[place:])]
        longer = max(text_width(half, size) for half in halves)
        stop = halves[0][-1]
        if longer <= width and (stop in "，；：。" or pieces[place][0].isspace()):
            off_joint = 0 if stop in "；：。;:." else width / 6 if stop in "，," else width / 2
            fitting[longer + off_joint] = halves
    return fitting[min(fitting)] if fitting else lines
