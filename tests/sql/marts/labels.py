"""Label tables for the marts: every id gets labels that name it, so that a wrong join shows.

`labels_of` says which labels a row must carry; a mart joins labels and must change nothing else.
"""

from typing import Any

from tests.sql.given import Row

LANGUAGES = ("zh_hans", "zh_hant", "en")
INDICATORS = {"gdp_per_head": "higher", "gdp": "neutral", "energy": "lower"}
VIEWS = ("latest", "first_print")


def _named(stem: str, identifier: str) -> Row:
    return {f"{stem}_{language}": f"{identifier} {stem} {language}" for language in LANGUAGES}


def indicator_labels(identifier: str) -> Row:
    return (
        _named("indicator_name", identifier)
        | _named("unit", identifier)
        | _named("publisher", identifier)
        | {"field": f"{identifier} field", "polarity": INDICATORS[identifier], "decimals": 1}
    )


def view_labels(identifier: str) -> Row:
    return _named("view_name", identifier)


def group_labels(identifier: str) -> Row:
    return (
        _named("group_name", identifier)
        | _named("group_short_name", identifier)
        | {
            "group_kind": "nation" if identifier == "nation" else "bloc",
            "partition_id": None if identifier == "nation" else f"{identifier} partition",
        }
    )


def region_labels(identifier: str) -> Row:
    return _named("region_name", identifier) | _named("region_short_name", identifier)


def indicators() -> list[Row]:
    return [{"indicator_id": name} | indicator_labels(name) for name in INDICATORS]


def views() -> list[Row]:
    return [{"view_id": name} | view_labels(name) for name in VIEWS]


def groups(*identifiers: str) -> list[Row]:
    return [{"group_id": name, "effective_from": None} | group_labels(name) for name in identifiers]


def regions(*identifiers: str) -> list[Row]:
    return [
        {"region_id": name, "sort_order": number} | region_labels(name)
        for number, name in enumerate(identifiers)
    ]


def methods(*table_keys: str) -> list[Row]:
    # one method more than is asked for: a mart must pick its own
    return [{"table_key": key, "method_id": f"{key}@1"} for key in (*table_keys, "metrics/another")]


def check_labels(found: list[Row], labels: dict[str, Any]) -> None:
    """`labels` maps an id column to the function that names its labels; all of them the mart shows
    must be those of the row's own ids, and at least one in each language must be shown."""
    for row in found:
        for column, of in labels.items():
            expected = of(row[column])
            shown = {name: row[name] for name in expected if name in row}
            assert shown == {name: expected[name] for name in shown}
            for language in LANGUAGES:
                assert any(name.endswith(language) for name in shown), (column, language)


def check_nothing_lost(found: list[Row], given: list[Row], key: tuple[str, ...]) -> None:
    """The mart has exactly the rows given, once each."""
    ids = [tuple(row[name] for name in key) for row in found]
    assert len(set(ids)) == len(ids), "doubled"
    assert sorted(ids, key=str) == sorted((tuple(row[name] for name in key) for row in given), key=str)
