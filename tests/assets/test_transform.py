"""SQL models as steps: promised checks, digests that cover query and suite, and the method cards."""

from pathlib import Path

import duckdb
import pytest

from assets.house import make
from assets.models import ModelError
from assets.reference import read_definitions
from assets.steps import Place, Step
from assets.transform import transform_steps
from tests.small_house import ROOT

HEADER = '/*\ndescription = "{what}. One row per view."\ngrain = ["view_id"]\ndeps = {deps}\n{more}*/\n'
SUITE = """from expectations.suite import Suite, no_rows

SUITE = Suite(query="from core.views", rules=(no_rows("views_are_few", "from core.views", "because"),))
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Two models, one reading the other; facts from the checkout."""
    (tmp_path / "warehouse").symlink_to(ROOT / "warehouse")
    write_model(tmp_path, "core/views", "Views", "[]", "select 'latest' as view_id")
    write_model(
        tmp_path,
        "metrics/shares",
        "Shares",
        '["core/views"]',
        "select view_id, 1.5::double as share from core.views",
        more='method = "share = 1.5"\n',
    )
    return Place(root=tmp_path, pack="cn", build=tmp_path / "build")


def write_model(root: Path, key: str, what: str, deps: str, query: str, more: str = "") -> None:
    path = root / "sql" / f"{key}.sql"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(what=what, deps=deps, more=more) + query + "\n", encoding="utf-8")


def steps_by_name(place: Place) -> dict[str, Step]:
    return {step.key: step for step in transform_steps(place, read_definitions(place.reference))}


def test_a_model_becomes_a_described_and_checked_table(place: Place) -> None:
    steps = steps_by_name(place)
    with duckdb.connect() as connection:
        outcomes = {key: make(connection, step) for key, step in steps.items()}
        assert connection.execute("from metrics.shares").fetchall() == [("latest", 1.5)]
        comment = "select comment from duckdb_tables() where table_name = 'shares'"
        assert connection.execute(comment).fetchall() == [("Shares. One row per view.",)]
    assert outcomes["metrics/shares"].rows == 1
    assert [(check.name, check.passed) for check in outcomes["metrics/shares"].checks] == [
        ("structure", True)
    ]


def test_a_step_tells_grain_and_method(place: Place) -> None:
    steps = steps_by_name(place)
    assert steps["core/views"].facts == {"grain": "view_id"}
    facts = steps["metrics/shares"].facts
    assert (facts["grain"], facts["method"]) == ("view_id", "share = 1.5")
    assert str(facts["method_id"]).startswith("metrics/shares@")


def test_methods_are_a_table_too(place: Place) -> None:
    steps = steps_by_name(place)
    with duckdb.connect() as connection:
        make(connection, steps["core/methods"])
        found = connection.execute("select table_key, method_id, method from core.methods").fetchall()
    assert found == [("metrics/shares", steps["metrics/shares"].facts["method_id"], "share = 1.5")]


def test_a_changed_query_changes_its_step_and_the_method_cards_of_a_metric(place: Place) -> None:
    before = {key: step.digest for key, step in steps_by_name(place).items()}
    path = place.root / "sql" / "metrics" / "shares.sql"
    path.write_text(path.read_text().replace("1.5::double", "2.5::double"))
    after = {key: step.digest for key, step in steps_by_name(place).items()}
    assert {key for key in after if after[key] != before[key]} == {"metrics/shares", "core/methods"}


def test_a_suite_belongs_to_the_step_of_its_path(place: Place) -> None:
    before = steps_by_name(place)["core/views"]
    folder = place.root / "expectations" / "core"
    folder.mkdir(parents=True)
    (folder / "views.py").write_text("")
    (place.root / "expectations" / "suite.py").write_text("")
    with pytest.MonkeyPatch.context() as patch:
        module = type("module", (), {})
        exec(SUITE, namespace := {})
        module.SUITE = namespace["SUITE"]
        patch.setattr("assets.transform.importlib.import_module", {"expectations.core.views": module}.get)
        after = steps_by_name(place)["core/views"]
    assert [check.name for check in before.checks] == ["structure"]
    assert [(check.name, check.is_critical) for check in after.checks] == [
        ("structure", True),
        ("views_are_few", True),
    ]
    assert after.digest != before.digest


def test_a_model_that_breaks_a_rule_stops_all(place: Place) -> None:
    write_model(place.root, "core/views", "Views", '["marts/claims"]', "select view_id from marts.claims")
    with pytest.raises(ModelError, match=r"sql/core/views\.sql"):
        transform_steps(place, read_definitions(place.reference))
