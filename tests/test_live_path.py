"""From the publisher to the mart: the real pair of editions of 2024, asked for over HTTP on two days.

The yearbook of 2025 and the data service of 2026 print different GDP for all 31 provincial units. A house
that knows only the first meets the second: a new vintage, the latest view moves, older views do not.
"""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from assets.landing.collecting import SeriesOutcome, collect
from assets.landing.pace import Clock
from assets.landing.planning import plan_collection
from assets.landing.store import LandingStore
from assets.sources.nbs_data import HOSTS
from assets.steps import Place
from orchestration.replay.command import replaying
from orchestration.replay.server import ReplayServer
from tests.asking import NotedPauses, client_for
from tests.small_house import ROOT, make_tables, read_lines, small_house, write_lines

YEARBOOK, DATA_SERVICE = "first_published", "newest"
KEY = ("nbs_province_year", "gdp_nominal")
OCTOBER, NOVEMBER = datetime(2025, 10, 8, tzinfo=UTC), datetime(2026, 11, 3, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A house whose editions end with the yearbook of 2025: nothing revised by the census of 2023."""
    place = small_house(tmp_path)
    place.build_file.parent.mkdir(parents=True)
    header, *lines = read_lines(place.snapshots / "manifest.csv")
    vintage = header.index("vintage_id")
    write_lines(place.snapshots / "manifest.csv", [header, *(x for x in lines if x[vintage] != "census5")])
    return place


@contextmanager
def publisher(edition: str) -> Iterator[ReplayServer]:
    with replaying(Place(ROOT, "cn", ROOT / "warehouse" / "build"), 0, edition=edition) as server:
        yield server


class OneDay(NotedPauses):
    """A clock on which answers come on one day."""

    def __init__(self, day: datetime) -> None:
        super().__init__()
        self.day = day

    @property
    def clock(self) -> Clock:
        return replace(super().clock, now=lambda: self.day)


def ask(place: Place, edition: str, day: datetime) -> SeriesOutcome:
    """Ask for provincial GDP on a day; the one outcome."""
    with publisher(edition) as server:
        return collect_gdp(place, day, server)


def collect_gdp(place: Place, day: datetime, server: ReplayServer) -> SeriesOutcome:
    plan = plan_collection(place, KEY[0], now=lambda: day)
    with closing(client_for(server.url, OneDay(day), allowed_hosts=HOSTS)) as client:
        (outcome,) = collect(replace(plan, lines={KEY: plan.lines[KEY]}), client, LandingStore(place.landing))
    return outcome


def of_2024(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[int, float]:
    """Count and sum of the provincial figures of 2024 a query finds, in 100 million yuan."""
    count, total = connection.execute(
        f"select count(*), sum(value) from ({query}) where indicator_id = 'gdp_nominal' and period = 2024"
        " and region_id <> '100000' and region_id not like '8%' and region_id like '%0000'"
    ).fetchall()[0]
    return count, round(total, 1)


AS_OF = """
    select * from core.observations
    where published_on <= date '{day}'
    qualify row_number() over (
        partition by indicator_id, region_id, period order by vintage_rank desc
    ) = 1
"""


def test_a_second_edition_is_a_new_vintage_and_moves_only_the_latest_view(place: Place) -> None:
    first = ask(place, YEARBOOK, OCTOBER)
    assert first.outcome == "landed"
    assert first.report is not None
    assert not [cell for cell in first.report.revised if cell.period == "2024"]

    second = ask(place, DATA_SERVICE, NOVEMBER)
    assert second.outcome == "landed"
    assert second.report is not None
    revised = {cell.region: cell for cell in second.report.revised if cell.period == "2024"}
    assert len(revised) == 31
    # Hubei 60013.0 -> 59644.3 (-0.61 %), Tibet 2764.9 -> 2789.1 (+0.88 %), the 31 together -0.20 %
    assert revised["420000"].relative == pytest.approx(59644.3 / 60013.0 - 1, abs=1e-9)
    assert revised["540000"].relative == pytest.approx(2789.1 / 2764.9 - 1, abs=1e-9)
    assert second.report.groups["national31", "2024"] == pytest.approx(1337605.8 / 1340312.8 - 1, abs=1e-9)

    connection, _ = make_tables(place, "core/viewed_values", "marts/revisions")
    with connection:
        viewed = "select * from core.viewed_values where view_id = '{}'"
        assert of_2024(connection, viewed.format("latest")) == (31, 1337605.8)
        assert of_2024(connection, viewed.format("first_print")) == (31, 1340312.8)
        assert of_2024(connection, AS_OF.format(day="2026-11-02")) == (31, 1340312.8)
        assert of_2024(connection, AS_OF.format(day="2026-11-03")) == (31, 1337605.8)
        report = connection.execute(
            "select vintage_id, n_revised, round(100 * relative_change, 3) from marts.revisions"
            " where indicator_id = 'gdp_nominal' and period = 2024 and subject_id = 'national31'"
        ).fetchall()
        assert report == [("nbs_province_year_2026_11_03", 31, round(100 * (1337605.8 / 1340312.8 - 1), 3))]
        # every landed number leads to its place in the very answer
        (address,) = connection.execute(
            "select cell_address from core.observations where region_id = '420000' and period = 2024"
            " and vintage_id = 'nbs_province_year_2026_11_03'"
        ).fetchall()[0]
    answer_id, pointer = address.split("!")
    assert answer_id.startswith("nbs_province_year/gdp_nominal/20261103")
    assert pointer.startswith("data[")


def test_the_same_bytes_on_another_day_are_no_vintage(place: Place) -> None:
    ask(place, DATA_SERVICE, OCTOBER)
    before = _tree(place.landing / "answers")
    again = ask(place, DATA_SERVICE, NOVEMBER)
    # a revision window opened in between, so the figures were asked for once more
    assert again.outcome == "unchanged"
    assert _tree(place.landing / "answers") == before


def test_a_refused_answer_leaves_the_release_as_it_was(place: Place) -> None:
    ask(place, YEARBOOK, OCTOBER)
    connection, _ = make_tables(place, "core/viewed_values")
    with connection:
        before = of_2024(connection, "select * from core.viewed_values where view_id = 'latest'")
    with publisher(DATA_SERVICE) as server:
        server.switch("nbs_unit")
        outcome = collect_gdp(place, NOVEMBER, server)
    assert (outcome.outcome, outcome.error_name) == ("refused", "UnitChangedError")
    connection, _ = make_tables(place, "core/viewed_values", "staging/landed_figures")
    with connection:
        assert of_2024(connection, "select * from core.viewed_values where view_id = 'latest'") == before


def _tree(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*.json"))
    }
