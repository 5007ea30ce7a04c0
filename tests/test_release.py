"""The published file of the small house: complete, explained, and with the figures officials printed."""

import duckdb
import pytest

from assets.publish import NOT_PUBLISHED
from assets.tables import columns_of
from tests.small_house import built_house, published, steps_of


# What the State Council and the communiques printed, recomputed from the provinces' figures.
@pytest.mark.parametrize(
    ("view", "period", "reference", "ratio"),
    [
        ("census4", 2012, "bloc_central", 1.6901),
        ("census4", 2012, "bloc_west", 1.8661),
        ("first_print", 2022, "bloc_central", 1.5034),
        ("first_print", 2022, "bloc_west", 1.6380),
    ],
)
def test_headline_ratios_of_gdp_per_head(view: str, period: int, reference: str, ratio: float) -> None:
    found = published(
        built_house(),
        "select ratio, n_present from marts.group_gap where indicator_id = 'gdp_per_head'"
        f" and view_id = '{view}' and membership = 'dated' and period = {period}"
        f" and group_id = 'bloc_east' and reference_id = '{reference}'",
    )
    assert found == [(pytest.approx(ratio, abs=5e-5), 10)]


def test_headline_sums_of_gdp() -> None:
    found = published(
        built_house(),
        "select group_id, value from core.group_observations where indicator_id = 'gdp_nominal'"
        " and view_id = 'first_print' and membership = 'dated' and period = 2024"
        " and group_id in (select group_id from core.groups where partition_id = 'nbs4')",
    )
    official = {
        "bloc_east": 702356,
        "bloc_central": 287156,
        "bloc_west": 287350,
        "bloc_northeast": 63451,
    }
    assert dict(found) == {group: pytest.approx(value, abs=1) for group, value in official.items()}


def test_headline_claims_are_reproduced() -> None:
    query = "select claim_id, verdict from marts.claims where claim_id in ('Q007', 'Q008', 'Q009', 'Q010')"
    assert dict(published(built_house(), query)) == dict.fromkeys(
        ("Q007", "Q008", "Q009", "Q010"), "reproduced"
    )


def test_release_of_a_house_is_complete() -> None:
    place = built_house()
    steps = [step for step in steps_of(place) if "duckdb" in step.kinds and step.is_transaction]
    wanted = {(step.room, step.key.split("/")[1]) for step in steps if step.key not in NOT_PUBLISHED}
    assert set(published(place, "select room, table_name from catalog.tables")) == wanted
    stored = "select schema_name, table_name from duckdb_tables() where schema_name <> 'catalog'"
    assert set(published(place, stored)) == wanted
    unexplained = (
        "select * from catalog.columns where coalesce(description_en, '') = '' or description_zh is null"
    )
    assert published(place, unexplained) == []
    silent = "select table_name from duckdb_tables() where schema_name <> 'catalog' and comment is null"
    assert published(place, silent) == []
    silent_columns = (
        "select table_name, column_name from duckdb_columns()"
        " where schema_name <> 'catalog' and not internal and comment is null"
    )
    assert published(place, silent_columns) == []


def test_as_of_a_house_is_one_row_a_cell() -> None:
    place = built_house()
    repeated = (
        "select indicator_id, region_id, period from core.as_of('2019-06-30')"
        " group by all having count(*) > 1"
    )
    assert published(place, repeated) == []
    later = "select count(*) from core.as_of('2019-06-30') where published_on > date '2019-06-30'"
    assert published(place, later) == [(0,)]


def test_build_file_and_published_file_agree() -> None:
    place = built_house()
    with duckdb.connect(str(place.build_file), read_only=True) as connection:
        built = columns_of(connection, "marts/group_gap")
    with duckdb.connect(str(place.published_file), read_only=True) as connection:
        assert columns_of(connection, "marts/group_gap") == built
