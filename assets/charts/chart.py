"""What a chart is: one select from one mart, its words per language, and how its frame is drawn.

Importing this module, or any chart, must stay quick: altair and polars load when a chart is drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from assets.charts.reading import OUTLINES, ChartError, Words

if TYPE_CHECKING:
    import polars as pl

REQUIRED = ("title", "subtitle", "alt", "description")
PARTS = (*REQUIRED, "note")


@dataclass(frozen=True)
class Chart:
    """One picture of one mart. `body` draws the marks; title, source line and style are put round it.

    `facts` takes every number the words mention from the frame. `table` names the mart columns shown
    as a table beside the picture; a name without language ending stands for that language's column,
    and `codes` gives words for coded values: column, language, code.
    """

    chart_id: str
    mart: str
    query: str
    facts: Callable[["pl.DataFrame", str], Mapping[str, Any]]
    body: Callable[..., Any]
    table: tuple[str, ...]
    needs_outlines: bool = False
    codes: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def words(self, frame: "pl.DataFrame", language: str) -> Words:
        """Title, subtitle, alt text, description and note of this frame in one language."""
        from assets.wording.messages import has_message, worded

        self.check(frame)
        values = self.facts(frame, language)
        parts = {
            part: worded(self.chart_id, part, language, values)
            for part in PARTS
            if part in REQUIRED or has_message(self.chart_id, part, language)
        }
        return Words(parts)

    def draw(
        self,
        frame: "pl.DataFrame",
        language: str,
        outlines: dict | None = None,
        words: Words | None = None,
    ) -> dict[str, Any]:
        """The finished Vega-Lite specification with its data inside.

        `outlines` is the boundaries file, for charts that need it; `words` are those of the frame where
        they are known already.
        """
        from assets.charts.assembly import dressed

        words = words or self.words(frame, language)
        if not self.needs_outlines:
            return dressed(self.body(frame, language), words, frame, language)
        if outlines is None:
            raise ChartError(f"{self.chart_id}: is a map; pass the outlines from boundaries.topo.json")
        spec = dressed(self.body(frame, language, outlines), words, frame, language)
        return spec | {"datasets": spec.get("datasets", {}) | {OUTLINES: outlines}}

    def check(self, frame: "pl.DataFrame") -> None:
        """Raise ChartError when the mart has no row for this chart."""
        if frame.is_empty():
            condition = " ".join(self.query.split("where", 1)[-1].split())
            raise ChartError(
                f"{self.chart_id}: {self.mart} has no row where {condition};"
                " rebuild the mart or widen the query in"
                f" assets/charts/{self.chart_id}.py"
            )
