"""Definitions of readings: refused when wrong; and what the readings of a whole release say."""

from collections import Counter

import duckdb
import pytest

from assets.wording.figures import LANGUAGES
from assets.wording.linter import lint
from assets.wording.linter_lookup import lookup_in
from assets.wording.readings import readings
from assets.wording.readings_definitions import ReadingError, read_definitions
from tests.assets.wording.reading_marts import PUBLISHED, levels
from tests.small_house import built_house

HEADER = """/*
description = "x"
subject = "group"
mart = "marts/group_gap"
message = "level"
place = 1
{}*/
select *, group_id as subject_id from {}
"""


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("select 1", "must open with"),
        (HEADER.format("", "marts.claims"), "reads marts/claims; select from marts.group_gap"),
        (HEADER.format("", "marts.group_gap inner join core.groups using (group_id)"), "core/groups"),
        (HEADER.format('colour = "red"\n', "marts.group_gap"), r"unknown \['colour'\]"),
        (
            HEADER.replace('"group"', '"city"').format("", "marts.group_gap"),
            "subject 'city'; use one of group",
        ),
        (HEADER.format('figures.x = { kind = "ratio" }\n', "marts.group_gap"), "names no column"),
        (
            HEADER.format('figures.x = { column = "y", kind = "share" }\n', "marts.group_gap"),
            "no kind of figure",
        ),
        (HEADER.format('figures.x = { colum = "y" }\n', "marts.group_gap"), "has colum; it takes column"),
        (HEADER.format('lists.x = { role = "best" }\n', "marts.group_gap"), "needs role and message"),
        (HEADER.format("place = 2\n", "marts.group_gap"), "is not TOML"),
    ],
)
def test_a_wrong_definition_is_refused(tmp_path, text, complaint):
    (tmp_path / "wrong.sql").write_text(text, encoding="utf-8")
    with pytest.raises(ReadingError, match=complaint):
        read_definitions(tmp_path)


def test_a_select_without_the_whole_key_is_refused(connection, tmp_path):
    levels(connection, (2006, 0.6, False))
    (tmp_path / "short.sql").write_text(
        HEADER.format("", "marts.group_gap").replace("*, group_id as", "group_id as"), encoding="utf-8"
    )
    with pytest.raises(ReadingError, match="selects no view_id, membership, indicator_id"):
        readings(connection, tmp_path)


@pytest.fixture(scope="module")
def release():
    """Readings of the published file, or of the small house, with a lookup of its cells."""
    path = PUBLISHED if PUBLISHED.is_file() else built_house().published_file
    with duckdb.connect(str(path), read_only=True) as reader:
        made = readings(reader)
        wordings = [wording for said in made.values() for one in said.values() for wording in one]
        yield made, lookup_in(reader, wordings)


def test_no_reading_of_the_release_says_what_its_rows_do_not(release):
    made, lookup = release
    problems = [
        str(problem)
        for said in made.values()
        for language, wordings in said.items()
        for wording in wordings
        for problem in lint(wording, language, lookup)
    ]
    assert problems == []


def test_all_languages_state_the_same_facts(release):
    for subject, said in release[0].items():
        facts = [
            [Counter((f.rows, f.column, f.value) for f in wording.figures) for wording in said[language]]
            for language in LANGUAGES
        ]
        assert facts[0] == facts[1] == facts[2], subject


def test_blocs_provinces_indicators_and_the_release_have_readings(release):
    if not PUBLISHED.is_file():
        pytest.skip("no release at warehouse/build/qipan.duckdb; make refresh first")
    made = release[0]
    assert len(made["group", "bloc_west"]["en"]) >= 4
    assert len(made["region", "440000"]["en"]) >= 2
    assert len(made["indicator", "gdp_per_head"]["en"]) >= 3
    assert len(made["release", "release"]["en"]) == 2
