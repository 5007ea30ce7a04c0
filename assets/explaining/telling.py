"""Explanations in one language: our words from messages, names of what they speak of from the catalogue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from assets.explaining.explanation import Cell
from assets.explaining.nodes import Comparison, Node
from assets.wording.messages import has_message, slug, worded

MESSAGES = "explaining"
# Reasons and units of columns are on the pages of the site too; their words stand there once.
CODES = "site"
# What has names in three languages: table, key, stem of the columns.
NAMED = {
    "indicator": ("core.indicators", "indicator_id", "indicator_name"),
    "region": ("core.regions", "region_id", "region_short_name"),
    "group": ("core.groups", "group_id", "group_short_name"),
    "view": ("reference.views", "view_id", "name"),
    "vintage": ("reference.vintages", "vintage_id", "name"),
    "source": ("reference.sources", "source_id", "publisher"),
    "unit": ("reference.units", "unit_id", "symbol"),
    "symbol": ("reference.units", "symbol_en", "symbol"),
}
# Columns of codes, and the messages that have words for them.
CODED = {
    "aggregation": ("aggregation",),
    "confidence": ("confidence",),
    "coverage_kind": ("extent",),
    "field": ("field",),
    "group_kind": ("kind",),
    "measure": ("measure",),
    "measure_id": ("method",),
    "membership": ("membership",),
    "polarity": ("polarity",),
    "reference_kind": ("reference",),
    "region_level": ("level",),
    "standing": ("standing",),
    "subject_kind": ("level", "kind"),
    "tolerance_kind": ("tolerance",),
    "verdict": ("verdict", "claim"),
    "weighting": ("weighting",),
    "window_id": ("window",),
}
# Columns that list ids, and what these name.
LISTED = {
    "missing_region_ids": "region",
    "source_text": "source",
    "strategy_ids": "group",
    "subject_ids": "subject",
}
# The same in one language, where the id beside it has the name in all; text nobody has translated.
SAID_BY_ID = ("indicator", "name_zh", "vintage_name", "publisher")
ENGLISH_FACTS = ("attribution_note",)


@dataclass(frozen=True)
class Telling:
    """How explanations are told in one of the three languages; `names` are by kind and id."""

    language: str
    names: Mapping[str, Mapping[str, str]]

    def said(self, message: str, **values: str) -> str:
        """One of our messages."""
        return worded(MESSAGES, message, self.language, values).text

    def coded(self, code: str, *kinds: str) -> str:
        """The word for a code, such as a reason; the code itself where a pack brings one of its own."""
        for kind in kinds:
            message = f"{kind}-{slug(code)}"
            if has_message(CODES, message, self.language):
                return worded(CODES, message, self.language).text
        return code

    def name(self, kind: str, identifier: str) -> str:
        """The name of an indicator, region, group and so on; the id where it has none."""
        return self.names.get(kind, {}).get(identifier) or identifier

    def identified(self, kind: str, identifier: str) -> str:
        """An id with the name it stands for."""
        name = self.name(kind, identifier)
        return identifier if name == identifier else f"{identifier} ({name})"

    def unit(self, text: str) -> str:
        """A unit of the catalogue or of a column; as it was printed where neither knows it."""
        return self.names["symbol"].get(text) or self.coded(text, "unit")

    def reason(self, null_reason: str) -> str:
        """Why a number is withheld, with what the row adds to the code."""
        code, _, detail = null_reason.partition(": ")
        return f"{self.coded(code, 'reason')} {detail}".strip()

    def number(self, value: Any) -> str:
        """A value as a person reads it: ten digits that count, thousands apart, - for nothing."""
        if value is None:
            return "-"
        if isinstance(value, bool):
            return self.said("true" if value else "false")
        if not isinstance(value, int | float):
            return value.isoformat() if isinstance(value, date) else str(value)
        return f"{value:,.10g}" if isinstance(value, float) else str(value)

    def value(self, column: str, value: Any) -> str:
        """A value of a row or a fact of a leaf: ids with their names, codes with their words."""
        if not isinstance(value, str):
            return self.number(value)
        if column.endswith("null_reason"):
            words = self.reason(value)
            return value if words == value else f"{value} ({words})"
        if column == "role":
            return self.said(f"role-{value}")
        if column == "unit_printed":
            return self.unit(value)
        if column in CODED:
            words = self.coded(value, *CODED[column])
            return value if slug(words) == slug(value) else f"{value} ({words})"
        if column in LISTED:
            names = [self.name(LISTED[column], each) for each in value.replace(",", " ").split()]
            return f"{value} ({self.said('joint').join(names)})" if names else value
        return self.identified(_kind(column), value)

    def cell(self, cell: Cell) -> str:
        """The value of a column with its unit."""
        text = self.value(cell.name, cell.value)
        return text + (f" [{self.unit(cell.unit)}]" if cell.unit else "")

    def meaning(self, cell: Cell) -> str:
        """What a column means; the catalogue has it in English and in simplified Chinese."""
        return cell.meaning if self.language == "en" else cell.meaning_zh + self.said("in-simplified")

    def verdict(self, comparison: Comparison) -> str:
        """What the comparison of a stored number with its leaves came to."""
        if comparison.is_equal is None:
            return self.said("withheld" if comparison.stored is None else "not-repeated")
        return self.said(
            "equal" if comparison.is_equal else "not-equal",
            recomputed=self.number(comparison.recomputed),
            difference=f"{comparison.difference:.3g}",
        )

    def label(self, node: Node) -> str:
        """What a node of the tree is called."""
        facts = node.facts
        if node.kind == "region":
            return self.name("region", facts["region_id"])
        if node.kind == "group":
            reached = facts["n_strategies"]
            return self.said("reached-by", n=reached) if reached else self.name("group", facts["group_id"])
        name = self.name("indicator", facts["indicator_id"])
        return name if node.kind == "side" else f"{name} {facts['period']}"

    def how(self, node: Node) -> str:
        """The arithmetic of a node in words."""
        values = {name: f"{node.facts[name]:,g}" for name in ("scale", "unit_factor") if node.facts.get(name)}
        return self.said(f"how-{slug(node.how)}", **values) if node.how else ""

    def facts(self, node: Node) -> Iterator[tuple[str, str, str]]:
        """What is known of a node beside its number: word, text, and the text's language if another."""
        for name, value in node.facts.items():
            if value not in (None, "") and name not in SAID_BY_ID:
                language = "en" if name in ENGLISH_FACTS else ""
                yield self.said(f"fact-{slug(name)}"), self.value(name, value), language

    def days(self, first: Any, last: Any) -> str:
        """A day, or the days from the first to the last."""
        ends = {"first": self.number(first), "last": self.number(last)}
        return ends["first"] if first == last else self.said("days", **ends)


def telling(connection: duckdb.DuckDBPyConnection, language: str = "en") -> Telling:
    """Reads the names of one language from a published warehouse."""
    ending = language.lower().replace("-", "_")
    names = {
        kind: dict(connection.execute(f"select {key}, {stem}_{ending} from {table}").fetchall())
        for kind, (table, key, stem) in NAMED.items()
    }
    # most bases have one edition, called like them
    names["basis"] = names["vintage"]
    # columns that hold a group in some rows and a region in others
    names["subject"] = names["reference"] = names["region"] | names["group"]
    return Telling(language, names)


def _kind(column: str) -> str:
    """What the ids of a column name: previous_vintage_id names vintages."""
    return column.removesuffix("_id").split("_")[-1] if column.endswith("_id") else ""
