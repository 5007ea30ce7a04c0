"""Official figures as checks: every verdict maps to passed or failed, and wrong arithmetic turns one red."""

from pathlib import Path

import duckdb
import pytest

from assets.claims import claim_checks, judge_claims
from assets.models import read_model
from assets.steps import Place
from tests.small_house import ROOT, built_house, read_lines

CLAIMS = [
    ("Q007", "reproduced", 1.69, 1.6900543, None, "East over Central", "two year-end populations"),
    ("Q008", "within_tolerance", 1.50, 1.5034, None, "East over Central", None),
    ("Q009", "not_reproduced", 1.87, 2.1, None, "East over West", None),
    ("Q010", "not_computable", 1.64, None, "no_weight", "East over West", "never looked up"),
]


def test_every_verdict_is_a_passed_or_a_failed_check() -> None:
    with duckdb.connect() as connection:
        connection.execute("create schema marts")
        connection.execute(
            "create table marts.claims (claim_id varchar, verdict varchar, claimed_value double,"
            " computed_value double, null_reason varchar, statement_en varchar, note varchar)"
        )
        connection.executemany("insert into marts.claims values (?, ?, ?, ?, ?, ?, ?)", CLAIMS)
        results = judge_claims(connection)
    assert [(result.name, result.passed) for result in results] == [
        ("claim_Q007", True),
        ("claim_Q008", True),
        ("claim_Q009", False),
        ("claim_Q010", False),
    ]
    # an official figure we cannot reproduce is news, not a fault of the build
    assert not any(result.is_critical for result in results)
    assert results[0].observed == {
        "verdict": "reproduced",
        "official": 1.69,
        "computed": 1.690054,
        "why": "two year-end populations",
    }
    assert (results[3].observed["computed"], results[3].observed["why"]) == ("", "no_weight")


def test_the_verdicts_of_the_mart_are_those_judged_here() -> None:
    text = (ROOT / "sql" / "marts" / "claims.sql").read_text(encoding="utf-8")
    for verdict in ("reproduced", "within_tolerance", "not_reproduced", "not_computable"):
        assert f"'{verdict}'" in text


def test_every_line_promises_a_check(tmp_path: Path) -> None:
    place = built_house()
    header, *lines = read_lines(place.reference / "claims.csv")
    promised = claim_checks(place)
    assert [check.name for check in promised] == [f"claim_{line[0]}" for line in lines]
    assert promised[0].reason.endswith(lines[0][header.index("statement_en")])
    assert claim_checks(Place(root=tmp_path, pack="none", build=tmp_path)) == ()


@pytest.mark.parametrize(
    ("denominator", "verdicts"),
    [
        ("population_average", {"Q007": "reproduced", "Q009": "reproduced"}),
        # year-end instead of average population gives 1.680 and 1.858
        ("population_resident", {"Q007": "not_reproduced", "Q009": "not_reproduced"}),
    ],
)
def test_a_wrong_denominator_turns_a_claim_red(denominator: str, verdicts: dict[str, str]) -> None:
    place = built_house()
    ratio = "gdp_per_head" if denominator == "population_average" else "gdp_per_head_year_end"
    with duckdb.connect() as connection:
        connection.execute(f"attach '{place.published_file}' as house (read_only)")
        for room in ("core", "metrics", "marts"):
            connection.execute(f"create schema {room}")
        for name in ("indicators", "views", "methods", "claims"):
            connection.execute(f"create table core.{name} as from house.core.{name}")
        for name in ("group_observations", "region_values"):
            connection.execute(
                f"create table core.{name} as select * replace ('gdp_per_head' as indicator_id)"
                f" from house.core.{name} where indicator_id = '{ratio}'"
            )
        for key in ("metrics/claim_values", "marts/claims"):
            query = read_model(ROOT / "sql" / f"{key}.sql").query
            connection.execute(f"create table {key.replace('/', '.')} as {query}")
        found = connection.execute(
            "select claim_id, verdict from marts.claims where claim_id in ('Q007', 'Q009')"
        ).fetchall()
        red = {check.name for check in judge_claims(connection) if not check.passed}
    assert dict(found) == verdicts
    assert {f"claim_{claim}" for claim, verdict in verdicts.items() if verdict == "not_reproduced"} == (
        red & {"claim_Q007", "claim_Q009"}
    )
