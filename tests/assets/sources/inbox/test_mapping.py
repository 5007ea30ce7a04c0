"""A mapping is checked as a whole: every problem at once, each with its key."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assets.landing.file_errors import MappingError
from assets.sources.inbox.mapping import check_mapping, kept_mapping
from tests.assets.sources.inboxes import KNOWN, SERIES, SIDECAR

LABELS = '[labels.regions]\n"合 计" = "100000"\n[labels.years]\n"2024 年末" = "2024"\n'


def problems(text: str) -> list[str]:
    with pytest.raises(MappingError) as refusal:
        check_mapping(tomllib.loads(text), "t.xlsx.toml", KNOWN)
    head, *found = str(refusal.value).splitlines()
    assert head == f"t.xlsx.toml: {len(found)} problem{'' if len(found) == 1 else 's'}"
    return found


def test_what_is_kept_with_an_answer_is_the_same_mapping() -> None:
    text = SIDECAR + 'header_row = 4\nignore_rows = ["#市区"]\nregion_count = 31\n' + LABELS + SERIES
    mapping = check_mapping(tomllib.loads(text), "t.toml", KNOWN)
    assert mapping.layout.header_row == "4"
    assert mapping.region_labels == {"合计": "100000"}
    assert mapping.year_labels == {"2024年末": "2024"}
    assert kept_mapping(dict(mapping.context())) == mapping
    assert all(isinstance(value, str) for pair in mapping.context() for value in pair)


def test_all_problems_come_together() -> None:
    found = problems(
        'publisher = "nbs2"\nunit = "x"\n[edition]\nvintage = "v9"\nbasis = "b9"\n'
        '[table]\nregions = "row"\nyears = "columns"\nhidden = true\nheader_row = "A"\n'
        '[[series]]\nseries_id = "gdp"\nunit_cell = "2A"\n'
    )
    assert [line.split(":")[0] for line in found] == [
        "edition.basis",
        "edition.vintage",
        "publisher",
        "series 1.series_id",
        "series 1.unit",
        "series 1.unit_cell",
        "table.header_row",
        "table.hidden",
        "table.regions",
        "table.regions",
        "table",
        "title",
        "unit",
    ]
    assert "series 1.unit_cell: found '2A'; give the address of a cell, such as \"A2\"" in found
    assert "unit: no such key; use title, publisher, url, licence_note" in found[-1]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            SIDECAR.replace("2025-09-30", '"2025-09-30"') + SERIES,
            "edition.published_on: found '2025-09-30'; give a date",
        ),
        (SIDECAR.replace("published_on = 2025-09-30", "") + SERIES, "edition: give vintage"),
        (
            SIDECAR.replace("[edition]", '[edition]\nvintage = "yearbook_first"') + SERIES,
            "edition: give vintage",
        ),
        (SIDECAR.replace("2025-09-30", "1925-09-30") + SERIES, "edition.published_on: found 1925-09-30"),
        (SIDECAR.replace('"nbs"', '"../x"') + SERIES, "publisher: found '../x'"),
        (
            SIDECAR + SERIES.replace("亿元", "万元"),
            "series 1.unit: found '万元', series.csv converts gdp_nominal from '亿元'",
        ),
        (SIDECAR + SERIES * 2, "series 2: cannot be told from series 1; give each its own header"),
        (SIDECAR + SERIES.replace("[[series]]", "[series]"), "series: found {"),
        (SIDECAR + 'series = "rows"' + SERIES, "series 1.header: missing; give the label of its rows"),
        (SIDECAR.replace('"rows"', '"columns"') + SERIES, "table: nothing stands in rows"),
        (
            SIDECAR.replace('"rows"', '"999999"').replace('"columns"', '"rows"') + SERIES,
            "which is not in regions.csv",
        ),
        (SIDECAR + 'ignore_rows = "a"' + SERIES, "table.ignore_rows: found 'a'; a list: "),
        (SIDECAR + '[labels.regions]\n"a" = "000001"\n' + SERIES, "labels.regions.a: found '000001'"),
        (SIDECAR + "[labels]\nregions = 3\n" + SERIES, "labels.regions: found 3; write it as a table"),
        (SIDECAR + 'format = "easyquery"' + SERIES, "series 1.item_code: missing"),
    ],
)
def test_each_problem_says_key_and_remedy(text: str, problem: str) -> None:
    assert any(problem in line for line in problems(text)), problems(text)


def test_an_empty_mapping_lists_what_is_missing() -> None:
    assert problems("") == [f"{key}: missing" for key in ("edition", "publisher", "series", "table", "title")]


ANYTHING = some.recursive(
    some.one_of(some.none(), some.booleans(), some.integers(), some.text(max_size=5), some.dates()),
    lambda inner: some.one_of(
        some.lists(inner, max_size=3),
        some.dictionaries(
            some.sampled_from(["regions", "years", "series_id", "unit", "vintage", "published_on", "x"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=6,
)
KEYS = ["title", "publisher", "edition", "table", "series", "labels", "files", "mapping", "x"]


@given(some.dictionaries(some.sampled_from(KEYS), ANYTHING))
def test_no_content_does_more_than_raise_the_named_error(content: dict[str, object]) -> None:
    with pytest.raises(MappingError):
        check_mapping(content, "t.toml", KNOWN)


@pytest.mark.parametrize("context", [{}, {"mapping": "{"}, {"mapping": '{"table": {"x": 1}, "series": 3}'}])
def test_a_kept_mapping_that_is_damaged_is_named(context: dict[str, str]) -> None:
    with pytest.raises(MappingError, match="a landed file: the mapping kept with it cannot be read"):
        kept_mapping(context)
