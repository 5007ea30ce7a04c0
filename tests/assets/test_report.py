"""The step of the report site: what it reads, when it is made again, and the release it names."""

from pathlib import Path

from assets.report import TABLES, report_step
from assets.steps import Outcome, Place, Step, release_id
from tests.small_house import built_house

CHART = Step("charts/some", "A chart.", (), "d", lambda connection: Outcome())
EXPORTS = Step("exports/marts", "The exports.", (), "d", lambda connection: Outcome())


def test_the_site_is_made_from_tables_charts_and_exports(tmp_path: Path) -> None:
    place = Place(root=tmp_path, pack="cn", build=tmp_path)
    step = report_step(place, [CHART, EXPORTS])
    assert step.key == "report/site"
    assert {"charts/some", "exports/marts", *TABLES} == set(step.deps)


def test_tables_named_are_those_of_the_house() -> None:
    from tests.small_house import steps_of

    assert set(TABLES) <= {step.key for step in steps_of(built_house())}


def test_queries_read_no_other_tables() -> None:
    from assets.models import tables_read
    from assets.site.rows import QUERIES

    for path in sorted(QUERIES.glob("*.sql")):
        read, _ = tables_read(path.read_text(encoding="utf-8"))
        rooms = {name for name in read if name.split("/")[0] in ("core", "marts", "reference", "ingest")}
        assert rooms <= set(TABLES), path.name


def test_a_release_is_named_by_everything_but_the_pages() -> None:
    named = release_id({"marts/claims": "a", "report/site": "b"})
    assert named == release_id({"marts/claims": "a", "report/site": "c"})
    assert named != release_id({"marts/claims": "z", "report/site": "b"})
    assert len(named) == 12


def test_the_small_house_has_a_site() -> None:
    report = built_house().build / "report"
    assert (report / "index.html").is_file()
    assert (report / "en" / "index.html").is_file()
    assert not list((report / "static").glob("vega.js"))
