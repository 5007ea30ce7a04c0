"""The runner of suites: verdicts, errors that are none, laziness, silence; and rules all suites keep."""

import importlib
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest

from assets.models import Model, read_models, tables_read
from assets.python_models import read_python_models
from expectations import suite as runner
from expectations.suite import (
    Rule,
    Suite,
    SuiteError,
    check_rule,
    check_suite,
    few_rows,
    labels_complete,
    no_rows,
    value_or_reason,
)

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    f"expectations.{path.parent.name}.{path.stem}" for path in (ROOT / "expectations").glob("*/*.py")
)
# Quantiles cannot be serialised, and unexpected rows need the SQL route, which loses its result.
BROKEN_EXPECTATIONS = {"ExpectColumnQuantileValuesToBeBetween", "UnexpectedRowsExpectation"}
FRAME = pandas.DataFrame({"region_id": ["110000", "540000"], "value": [1.0, 2.5]})
BETWEEN = "ExpectColumnValuesToBeBetween"


def rule(**changes: Any) -> Rule:
    """A rule about FRAME that holds, with changes."""
    arguments = {"column": "value", "min_value": 0, "max_value": 3}
    return Rule(
        **({"name": "a_rule", "expectation": BETWEEN, "reason": "why", "arguments": arguments} | changes)
    )


def test_a_verdict_carries_what_was_seen() -> None:
    held = check_rule(rule(), FRAME)
    assert (held.name, held.passed, held.is_critical, held.reason) == ("a_rule", True, True, "why")
    assert held.observed["element_count"] == 2
    failed = check_rule(rule(arguments={"column": "value", "max_value": 2}), FRAME)
    assert (failed.passed, failed.observed["unexpected_count"]) == (False, 1)
    assert failed.observed["partial_unexpected_list"] == "[2.5]"


@pytest.mark.parametrize("is_critical", [True, False])
def test_severity_follows_the_rule(is_critical: bool) -> None:
    strict = rule(arguments={"column": "value", "max_value": 2}, is_critical=is_critical)
    assert check_rule(strict, FRAME).is_critical is is_critical


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"arguments": {"column": "values", "max_value": 3}}, "a_rule: ExpectColumnValuesToBeBetween raised"),
        (
            {"arguments": {"column": "region_id", "max_value": 3}},
            "a_rule: ExpectColumnValuesToBeBetween raised",
        ),
        ({"expectation": "ExpectTheBest"}, "a_rule: Great Expectations has no ExpectTheBest"),
    ],
)
def test_an_expectation_that_raises_is_no_verdict(changes: dict[str, Any], message: str) -> None:
    # an absent column once counted as a failure of the data: the report of what was raised is nested
    with pytest.raises(SuiteError, match=message):
        check_rule(rule(**changes), FRAME)


def test_a_query_that_fails_is_no_verdict() -> None:
    with duckdb.connect() as connection, pytest.raises(SuiteError, match="lost: its query failed"):
        check_suite(connection, Suite("select 1 as a", (no_rows("lost", "from core.nowhere", "why"),)))


def test_a_name_is_used_once() -> None:
    with pytest.raises(SuiteError, match="rules named twice: a_rule"):
        Suite("select 1 as a", (rule(), rule()))


def test_rows_that_break_a_rule_are_shown() -> None:
    query = "select * from (values ('110000', 1), ('540000', 2)) as t (region_id, n)"
    suite = Suite(
        "select 1.5 as value",
        (no_rows("none", query, "why"), few_rows("few", query, "why", known=2), rule()),
    )
    with duckdb.connect() as connection:
        none, few, own = check_suite(connection, suite)
    assert (none.passed, none.is_critical, few.passed, few.is_critical) == (False, True, True, False)
    assert none.observed == {
        "observed_value": 2,
        "first rows": "region_id 110000, n 1; region_id 540000, n 2",
    }
    assert own.passed and "first rows" not in own.observed


def test_more_than_the_known_rows_is_a_warning() -> None:
    result = check_rule(few_rows("few", "", "why", known=1), FRAME)
    assert (result.passed, result.is_critical) == (False, False)


@pytest.mark.parametrize(
    ("value", "reason", "holds"),
    [("1", "null", True), ("null", "'why'", True), ("null", "null", False), ("1", "'why'", False)],
)
def test_value_or_reason(value: str, reason: str, holds: bool) -> None:
    suite = Suite("select 1 as a", (value_or_reason("t", ("k",)),))
    with duckdb.connect() as connection:
        connection.execute(f"create table t as select 1 as k, {value} as value, {reason} as null_reason")
        assert [result.passed for result in check_suite(connection, suite)] == [holds]


@pytest.mark.parametrize(
    ("labels", "holds"),
    [
        ("'东部', '東部', 'East'", True),
        ("'东部', '東部', '东部'", False),
        ("'东部', null, 'East'", False),
        ("' ', '東部', 'East'", False),
    ],
)
def test_labels_complete(labels: str, holds: bool) -> None:
    suite = Suite("select 1 as a", (labels_complete("t", "name"),))
    with duckdb.connect() as connection:
        connection.execute(
            f"create table t as from (values ({labels})) as t (name_zh_hans, name_zh_hant, name_en)"
        )
        assert [result.passed for result in check_suite(connection, suite)] == [holds]


def test_naming_the_rules_does_not_import_great_expectations() -> None:
    code = f"import sys, assets.transform, {', '.join(MODULES)}; print('great_expectations' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_one_silent_context_that_never_leaves_the_machine(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import great_expectations

    asked: list[object] = []
    made: list[object] = []
    get_context = great_expectations.get_context

    def refuse(_: socket.socket, address: Any) -> None:
        if address[0] not in ("127.0.0.1", "::1", "localhost"):
            asked.append(address)
        raise OSError("no network in tests")

    def counted(**arguments: Any) -> object:
        made.append(arguments)
        return get_context(**arguments)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(great_expectations, "get_context", counted)
    monkeypatch.setattr(runner, "_state", [])
    assert [check_rule(rule(), FRAME).passed for _ in range(3)] == [True] * 3
    assert (asked, made) == ([], [{"mode": "ephemeral"}])
    assert "Calculating" not in capfd.readouterr().err


@pytest.fixture(scope="module")
def models() -> dict[str, Model]:
    return {model.key: model for model in read_models(ROOT / "sql", read_python_models(ROOT))}


@pytest.mark.parametrize("module", MODULES)
def test_a_suite_reads_only_what_is_there_when_it_runs(module: str, models: dict[str, Model]) -> None:
    suite: Suite = importlib.import_module(module).SUITE
    key = "/".join(module.split(".")[1:])
    reachable, waiting = {key}, [key]
    while waiting:
        model = models.get(waiting.pop())
        new = set(model.deps) - reachable if model else set()
        reachable |= new
        waiting.extend(new)
    queries = {suite.query, *(rule.query for rule in suite.rules if rule.query)}
    together = ", ".join(f"({query}) as q{number}" for number, query in enumerate(sorted(queries)))
    reads, loose = tables_read(f"select 1 from {together}")
    assert (reads - reachable, loose) == (set(), set())


@pytest.mark.parametrize("module", MODULES)
def test_a_rule_has_a_name_a_reason_and_a_working_expectation(module: str) -> None:
    for each in importlib.import_module(module).SUITE.rules:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", each.name), each.name
        assert len(each.reason) > 20 and not each.reason.endswith("."), each.name
        assert each.expectation not in BROKEN_EXPECTATIONS, each.name
