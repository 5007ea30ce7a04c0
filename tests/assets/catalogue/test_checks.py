"""The list of rules is complete: a check that nobody runs protects nobody."""

from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path

from assets.catalogue.checks import RULES
from assets.catalogue.specs import TABLES

CATALOGUE = Path(__file__).parents[3] / "assets" / "catalogue"


def test_every_check_is_in_the_list() -> None:
    listed = {rule.check for rule in RULES}
    paths = sorted(CATALOGUE.glob("*_checks.py"))
    assert len(paths) >= 8
    for path in paths:
        module = import_module(f"assets.catalogue.{path.stem}")
        checks = {
            function
            for name, function in getmembers(module, isfunction)
            if function.__module__ == module.__name__
            and list(function.__annotations__) == ["pack", "return"]
            and not name.startswith("_")
        }
        assert checks <= listed, f"{path.name}: {checks - listed}"
    assert len(listed) == len(RULES)


def test_rules_need_tables_that_exist() -> None:
    assert {name for rule in RULES for name in rule.needs} <= TABLES.keys()
