"""A zone, a derived indicator and an official figure are lines of CSV files, and nothing else.

If one of these needs a second kind of change, the design is wrong: all names and formulas would be
scattered again.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from assets.house import failed_critically
from assets.steps import Place
from tests.small_house import add_line, copy_of_built_house, make_tables, tree_state

ZONE = {
    "group_id": "two_banks",
    "kind": "functional_zone",
    "name_zh_hans": "沪苏两地",
    "name_zh_hant": "滬蘇兩地",
    "name_en": "Shanghai and Jiangsu",
    "short_name_zh_hans": "沪苏",
    "short_name_zh_hant": "滬蘇",
    "short_name_en": "Two banks",
    "geography_level": "province",
    "membership_rule": "retrospective",
    "partial_rule": "whole",
    "reference_group_id": "bloc_west",
    "basis_document": "a test",
    "sort_order": "9000",
    "confidence": "high",
    "note": "Only a test.",
}
MEMBERS = ("310000", "320000")
INDICATOR = {
    "indicator_id": "residents_per_output",
    "field": "economy",
    "kind": "rate",
    "unit_id": "persons_10k",
    "aggregation": "ratio",
    "numerator_indicator_id": "population_resident",
    "denominator_indicator_id": "gdp_nominal",
    "ratio_rule": "own_basis",
    "scale": "1000",
    "min_coverage": "0.95",
    "polarity": "lower",
    "plausible_min": "1",
    "plausible_max": "10000",
    "price_basis": "current",
    "is_compared": "true",
    "name_zh_hans": "每千亿元产值人口",
    "name_zh_hant": "每千億元產值人口",
    "name_en": "Residents per unit of output",
    "source_id": "qipan",
    "definition": "Residents at the end of the year over gross regional product.",
}
CLAIM = {
    "claim_id": "T001",
    "statement_zh": "2012年沪苏两地生产总值之和",
    "statement_en": "Gross regional product of Shanghai and Jiangsu in 2012",
    "period_end": "2012",
    "subject_ids": "two_banks",
    "measure": "level",
    "indicator_id": "gdp_nominal",
    "view_id": "census4",
    "unit_id": "cny_100m",
    "scale": "1",
    "tolerance_kind": "absolute",
    "tolerance": "1",
    "rounding_decimals": "1",
    "source_title": "a test",
    "publication_date": "2013-01-01",
    "text_seen": "no",
    "confidence": "high",
}
TOUCHED = {"groups.csv", "membership.csv", "indicators.csv", "claims.csv"}


def printed(place: Place, series: str, vintage: str, region: str, year: int) -> float:
    """A figure straight from the snapshot, past everything under test."""
    path = place.snapshots / "provinces" / series / f"{vintage}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        (line,) = [line for line in csv.DictReader(file) if line["region_id"] == region]
    return float(line[str(year)])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The small house with a line more in four files, and both marts made from it."""
    house = copy_of_built_house(tmp_path_factory.mktemp("house"))
    before = tree_state(house.root)
    add_line(house.reference / "groups.csv", **ZONE)
    for region in MEMBERS:
        add_line(
            house.reference / "membership.csv",
            group_id="two_banks",
            region_id=region,
            coverage_kind="full",
            basis_document="a test",
        )
    add_line(house.reference / "indicators.csv", **INDICATOR)
    total = sum(printed(house, "gdp_nominal", "census4", region, 2012) for region in MEMBERS)
    add_line(house.reference / "claims.csv", **CLAIM, value=f"{total:.1f}")
    after = tree_state(house.root)
    assert {Path(path).name for path in after if after[path] != before.get(path)} == TOUCHED
    return house


@pytest.fixture(scope="module")
def warehouse(place: Place) -> Iterator[duckdb.DuckDBPyConnection]:
    connection, outcomes = make_tables(place, "marts/group_gap", "marts/claims")
    # a threshold that a new line upsets would be a second place to touch
    upset = {key: failed_critically(outcome) for key, outcome in outcomes.items()}
    assert {key: failed for key, failed in upset.items() if failed} == {}
    yield connection
    connection.close()


def gap(warehouse: duckdb.DuckDBPyConnection, indicator: str, reference: str) -> list[tuple[object, ...]]:
    return warehouse.execute(
        "select value, ratio, n_members, n_present, null_reason, group_short_name_zh_hans, indicator_name_en"
        " from marts.group_gap where group_id = 'two_banks' and period = 2012 and view_id = 'census4'"
        f" and indicator_id = '{indicator}' and reference_id = '{reference}'"
    ).fetchall()


def test_a_new_zone_is_compared_with_the_nation_and_its_reference(
    place: Place, warehouse: duckdb.DuckDBPyConnection
) -> None:
    output = sum(printed(place, "gdp_nominal", "census4", region, 2012) for region in MEMBERS)
    people = sum(
        printed(place, "population_resident", "census7", region, year) / 2
        for region in MEMBERS
        for year in (2011, 2012)
    )
    per_head = 10000 * output / people
    query = (
        "select group_id, value from core.group_observations where period = 2012 and view_id = 'census4'"
        " and indicator_id = 'gdp_per_head' and membership = 'dated'"
        " and group_id in ('national31', 'bloc_west')"
    )
    comparators = dict(warehouse.execute(query).fetchall())
    for reference, value in comparators.items():
        assert gap(warehouse, "gdp_per_head", reference) == [
            (
                pytest.approx(per_head),
                pytest.approx(per_head / value),
                2,
                2,
                None,
                "沪苏",
                "Gross regional product per head",
            )
        ]
    assert set(comparators) == {"national31", "bloc_west"}


def test_a_new_ratio_is_computed_for_regions_and_groups(
    place: Place, warehouse: duckdb.DuckDBPyConnection
) -> None:
    people = [printed(place, "population_resident", "census7", region, 2012) for region in MEMBERS]
    output = [printed(place, "gdp_nominal", "census4", region, 2012) for region in MEMBERS]
    found = warehouse.execute(
        "select region_id, value from core.region_values where indicator_id = 'residents_per_output'"
        " and period = 2012 and view_id = 'census4' and region_id in ('310000', '320000')"
    )
    assert dict(found.fetchall()) == {
        region: pytest.approx(1000 * heads / value)
        for region, heads, value in zip(MEMBERS, people, output, strict=True)
    }
    ((value, ratio, *_, name),) = gap(warehouse, "residents_per_output", "national31")
    assert value == pytest.approx(1000 * sum(people) / sum(output))
    assert isinstance(ratio, float) and 0 < ratio < 1  # two rich provinces need fewer people for it
    assert name == "Residents per unit of output"


def test_a_new_official_figure_is_recomputed_and_checked(
    place: Place, warehouse: duckdb.DuckDBPyConnection
) -> None:
    total = sum(printed(place, "gdp_nominal", "census4", region, 2012) for region in MEMBERS)
    query = (
        "select verdict, claimed_value, computed_value, null_reason from marts.claims where claim_id = 'T001'"
    )
    assert warehouse.execute(query).fetchall() == [
        ("reproduced", pytest.approx(total), pytest.approx(total), None)
    ]
    query = "select is_passed from build.checks where check_name = 'claim_T001'"
    assert warehouse.execute(query).fetchall() == [(True,)]
