"""Putting drawn parts together as Vega-Lite: panels side by side, then title, source line and style.

Done on the specification itself: altair copies every part at every level of nesting, which cost more
than all the rest of drawing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from assets.charts.reading import Words
from assets.charts.theme import GREY, SMALL, SUBTITLE, TITLE, config, evened, packed, source_parts, wrapped
from assets.charts.words import EDITION

if TYPE_CHECKING:
    import polars as pl

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

Spec = dict[str, Any]


def plain(part: Any) -> Spec:
    """A drawn part as a specification without what belongs to the whole."""
    if isinstance(part, dict):
        return part
    spec = part.to_dict(validate=False)
    return {key: value for key, value in spec.items() if key not in ("$schema", "config")}


def arranged(
    panels: Sequence[Any], columns: int, spacing: tuple[int, int] = (22, 22), colour: str = "independent"
) -> Spec:
    """Panels in reading order; `spacing` is between rows and between columns.

    With `colour` shared, the panels have one legend.
    """
    specs = [plain(panel) for panel in panels]
    datasets = _gathered(specs)
    return {
        "concat": specs,
        "columns": columns,
        "spacing": {"row": spacing[0], "column": spacing[1]},
        "resolve": {"scale": {"color": colour}},
        "datasets": datasets,
    }


def dressed(body: Any, words: Words, frame: "pl.DataFrame", language: str) -> Spec:
    """The body with title above, source line below and the house style: a whole specification."""
    spec = plain(body)
    datasets = _gathered([spec])
    notes = wrapped(words.note, SMALL) if words.note else []
    footer = {
        "text": [*notes, *packed(source_parts(frame, language), SMALL)],
        "orient": "bottom",
        "frame": "bounds",
        "fontSize": SMALL,
        "color": GREY,
        "lineHeight": 15,
        "offset": 14,
    }
    title = {"text": evened(words.title, TITLE), "subtitle": evened(words.subtitle, SUBTITLE)}
    whole: Spec = {
        "$schema": SCHEMA,
        "description": words.alt,
        "usermeta": {"language": language},
        "config": config(language),
        "title": title,
        # Two frames, because a view has one title: the inner one is the source line.
        "vconcat": [{"vconcat": [spec], "title": footer}],
    }
    return whole | ({"datasets": datasets} if datasets else {})


def stamped(spec: Spec, chart_id: str, edition: str, language: str) -> Spec:
    """The specification with the chart's id and edition as the last line below the picture."""
    below = spec["vconcat"][0]
    stamp = EDITION[language].format(chart_id, edition)
    footer = below["title"] | {"text": [*below["title"]["text"], *wrapped(stamp, SMALL)]}
    return spec | {
        "usermeta": spec["usermeta"] | {"chart": chart_id, "edition": edition},
        "vconcat": [below | {"title": footer}],
    }


def _gathered(specs: Sequence[Spec]) -> dict[str, Any]:
    """Data sets of all parts, taken out of them: they belong to the whole."""
    found: dict[str, Any] = {}
    for spec in specs:
        found |= spec.pop("datasets", {})
    return found
