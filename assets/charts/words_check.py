"""The check of a chart's words: every number, direction and verdict in them is what the mart rows say."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assets.charts.reading import Words
from assets.steps import CheckName, CheckResult

if TYPE_CHECKING:
    import duckdb

WORDS = CheckName(
    "words_agree_with_the_rows",
    True,
    "a wrong unit, year, direction, rounding or verdict in a title is read by more people than the picture",
)
SHOWN = 5


def checked_words(connection: "duckdb.DuckDBPyConnection", words: Mapping[str, Words]) -> CheckResult:
    """The linter's findings over all words of a chart, by language."""
    from assets.wording.linter import lint
    from assets.wording.linter_lookup import lookup_in

    parts = [(language, part) for language, of in words.items() for part in of.parts.values()]
    lookup = lookup_in(connection, [part for _, part in parts])
    problems = [
        f"{language}: {problem}" for language, part in parts for problem in lint(part, language, lookup)
    ]
    observed: dict[str, object] = {"sentences": len(parts), "problems": len(problems)}
    if problems:
        observed["first rows"] = "; ".join(problems[:SHOWN])
    return CheckResult(WORDS.name, not problems, WORDS.is_critical, WORDS.reason, observed)
