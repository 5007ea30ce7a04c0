"""Running a suite: a frame taken from DuckDB, a list of rules, Great Expectations as judge and record.

Rules are plain data, so that naming the checks does not import Great Expectations (seconds and hundreds
of megabytes); it is imported when the first suite runs. The counting stays in DuckDB: a rule about many
rows is a query that returns the rows that break it, expected to be none.
"""

import math
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb

from assets.steps import CheckResult

LANGUAGES = ("zh_hans", "zh_hant", "en")
# What indicators and views are called in a mart, to be given to `labels_complete`.
INDICATOR_LABELS = ("indicator_name", "unit", "publisher")
ROWS_SHOWN = 10
# The parts of a verdict worth keeping; percentages follow from them.
OBSERVED = ("observed_value", "element_count", "unexpected_count", "partial_unexpected_list")


class SuiteError(Exception):
    """A suite itself is wrong, which says nothing about the data; the message names the rule."""


@dataclass(frozen=True)
class Rule:
    """One expectation: the Great Expectations class, its arguments and why it holds.

    `reason` says what was observed when a threshold was set. A failed critical rule stops publication,
    any other failed rule is a warning.
    """

    name: str
    expectation: str
    reason: str
    arguments: dict[str, Any] = field(default_factory=dict)
    is_critical: bool = True
    query: str = ""


@dataclass(frozen=True)
class Suite:
    """Rules about one table. `query` takes the frame; a rule with a query of its own takes its own."""

    query: str
    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        names = [rule.name for rule in self.rules]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise SuiteError(f"rules named twice: {', '.join(twice)}; give each its own name")


def no_rows(name: str, query: str, reason: str, *, is_critical: bool = True) -> Rule:
    """A rule broken by every row its query returns."""
    return Rule(
        name,
        "ExpectTableRowCountToEqual",
        reason,
        {"value": 0},
        is_critical=is_critical,
        query=query,
    )


def few_rows(name: str, query: str, reason: str, *, known: int) -> Rule:
    """A warning for more rows than the `known` ones, each looked at and left as the publisher has it."""
    arguments = {"min_value": 0, "max_value": known}
    expectation = "ExpectTableRowCountToBeBetween"
    return Rule(name, expectation, reason, arguments, is_critical=False, query=query)


def value_or_reason(table: str, grain: Sequence[str], value: str = "value") -> Rule:
    """Every row holds either a value or the reason why it is withheld."""
    return no_rows(
        f"{value}_or_null_reason",
        f"select {', '.join(grain)}, {value}, null_reason from {table}"
        f" where ({value} is null) = (null_reason is null)",
        "a gap in a table must say why it is one, and a figure with an excuse is not a figure",
    )


def labels_complete(table: str, *names: str, where: str = "true") -> Rule:
    """Every name is there in three languages, and the English one is not a forgotten Chinese one."""
    columns = [f"{name}_{language}" for name in names for language in LANGUAGES]
    lacking = [f"coalesce(trim({column}), '') = ''" for column in columns]
    chinese = [f"regexp_matches({name}_en, '[一-鿿]')" for name in names]
    return no_rows(
        "labels_in_three_languages",
        f"with labels as (select distinct {', '.join(columns)} from {table} where {where})"
        f" select * from labels where {' or '.join(lacking + chinese)}",
        "charts are drawn in simplified Chinese, traditional Chinese and English from the same rows",
    )


def check_suite(connection: duckdb.DuckDBPyConnection, suite: Suite) -> tuple[CheckResult, ...]:
    """Run every rule of a suite. An expectation that raises is an error of the suite, and raised."""
    frames: dict[str, Any] = {}
    results = []
    for rule in suite.rules:
        query = rule.query or suite.query
        if query not in frames:
            try:
                frames[query] = connection.sql(query).df()
            except duckdb.Error as error:
                raise SuiteError(f"rule {rule.name}: its query failed: {error}") from error
        results.append(check_rule(rule, frames[query]))
    return tuple(results)


def check_rule(rule: Rule, frame: Any) -> CheckResult:
    """Judge one rule on a pandas frame."""
    gx, batch_definition = _great_expectations()
    if not hasattr(gx.expectations, rule.expectation):
        raise SuiteError(f"rule {rule.name}: Great Expectations has no {rule.expectation}")
    severity = "critical" if rule.is_critical else "warning"
    expectation = getattr(gx.expectations, rule.expectation)(
        **rule.arguments, notes=rule.reason, severity=severity
    )
    batch = batch_definition.get_batch(batch_parameters={"dataframe": frame})
    verdict = batch.validate(expectation)
    raised = _raised(verdict.exception_info)
    if raised:
        raise SuiteError(f"rule {rule.name}: {rule.expectation} raised: {raised}")
    observed = {name: _plain(verdict.result[name]) for name in OBSERVED if name in verdict.result}
    if rule.expectation.startswith("ExpectTableRowCount") and len(frame):
        rows = frame.head(ROWS_SHOWN).to_dict("records")
        observed["first rows"] = "; ".join(_row(row) for row in rows)
    return CheckResult(rule.name, bool(verdict.success), rule.is_critical, rule.reason, observed)


_state: list[Any] = []


def _great_expectations() -> tuple[Any, Any]:
    """The library and a data frame batch of one ephemeral context, made on first use."""
    if not _state:
        os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
        import great_expectations as gx
        from great_expectations.data_context.types.base import ProgressBarsConfig

        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False, metric_calculations=False)
        source = context.data_sources.add_pandas("frames")
        asset = source.add_dataframe_asset("frame")
        _state.extend((gx, asset.add_batch_definition_whole_dataframe("all")))
    return _state[0], _state[1]


def _raised(exception_info: dict[str, Any] | None) -> str:
    """What an expectation raised, or nothing. Some report it flat, most once for each metric."""
    found = exception_info or {}
    reports = [found, *(part for part in found.values() if isinstance(part, dict))]
    messages = [str(part.get("exception_message")) for part in reports if part.get("raised_exception")]
    return "; ".join(dict.fromkeys(messages))


def _row(row: dict[str, Any]) -> str:
    """A row of a frame as one line of text."""
    return ", ".join(f"{name} {value}" for name, value in row.items())


def _plain(value: Any) -> object:
    """A value Dagster can show: numbers stay numbers, the rest becomes text."""
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return str(value)
