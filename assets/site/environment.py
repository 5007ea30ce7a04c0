"""Templates and what they may use: words of one language, links, numbers, and the content policy."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from assets.site.printing import Printer
from assets.site.rows import Row
from assets.wording.messages import has_message, slug, worded

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"
# Files beside the pages only: 'self' holds from disk as well as from a server.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " base-uri 'none'; form-action 'none'"
)


class Words:
    """The site's own words in one language: `words["nav-groups"]`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts: dict[str, str] = {}

    def __getitem__(self, message: str) -> str:
        if message not in self._texts:
            self._texts[message] = worded("site", message, self.language).text
        return self._texts[message]

    def of(self, kind: str, code: str | None) -> str:
        """The word for a coded value, such as a verdict: message `kind-code`.

        A code without a word, as a pack of another country may bring, is shown as it is.
        """
        message = f"{kind}-{slug(code or 'none')}"
        return self[message] if has_message("site", message, self.language) else str(code).replace("_", " ")


class _Environment(jinja2.Environment):
    """Looks cells up by key first: as attributes they are missing, and every miss costs an exception."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict | Row):
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)


def environment(printer: Printer) -> jinja2.Environment:
    """Everything escaped, nothing undefined; numbers go through the filters of `printer`.

    Filters rather than functions: a call inside a template costs three times as much.
    """
    made = _Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "figure": printer.figure,
        "of_row": printer.of_row,
        "amount": printer.amount,
        "word": printer.word,
        "counted": printer.counted,
        "spoken": printer.spoken,
        "named": in_language(printer.language),
        "dated": dated,
        "slug": slug,
    }
    made.filters["thumbnail"] = _thumbnails(made.get_template("thumbnail.html.jinja"), printer.language)
    made.globals |= {"policy": POLICY, "printer": printer}
    return made


def _thumbnails(template: jinja2.Template, language: str) -> Callable[[Any, str], Markup]:
    """`picture | thumbnail(up)`: a chart in small, made once for all pages of a folder."""
    made: dict[tuple[str, str], Markup] = {}

    def thumbnail(picture: Any, up: str) -> Markup:
        key = (picture.chart_id, up)
        if key not in made:
            made[key] = Markup(template.render(picture=picture, up=up, language=language))
        return made[key]

    return thumbnail


def in_language(language: str) -> Callable[[Mapping[str, Any] | Row, str], Markup]:
    """`named(group, "group_name")`: the column of an entity or a row in this language, escaped."""
    ending = language.lower().replace("-", "_")
    escaped: dict[str, Markup] = {}

    def named(entity: Mapping[str, Any] | Row, stem: str) -> Markup:
        text = entity[f"{stem}_{ending}"] or ""
        if text not in escaped:
            escaped[text] = escape(text)
        return escaped[text]

    return named


def dated(day: date | None, precision: str = "day") -> str:
    """A date as far as it is known: 2018-11-05, 2019-05, 2005."""
    if day is None:
        return ""
    return {"year": f"{day:%Y}", "month": f"{day:%Y-%m}"}.get(precision or "day", f"{day:%Y-%m-%d}")
