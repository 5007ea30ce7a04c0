"""Readings: rows in, sentences out; the same facts in every language; what a definition may not do."""

import pytest

from assets.wording.readings import readings
from assets.wording.readings_definitions import ReadingError
from tests.assets.wording.reading_marts import levels, mart, only, said, verdict


@pytest.mark.parametrize(
    ("last", "word", "chinese"),
    # 62.74% and 62.71% are both printed 62.7%
    [
        (0.790, "the ratio rose", "比值上升"),
        (0.500, "the ratio fell", "比值下降"),
        (0.6271, "unchanged as printed", "比值持平"),
    ],
)
def test_the_direction_is_that_of_the_numbers_as_printed(connection, tmp_path, last, word, chinese):
    levels(connection, (2006, 0.6274, False), (2010, 0.9, False), (2024, last, False))
    folder = only(tmp_path, "group_level")
    assert word in said(connection, folder)[0]
    assert chinese in said(connection, folder, "zh-Hans")[0]


def test_a_run_starts_where_the_basis_last_changed(connection, tmp_path):
    levels(connection, (2001, 0.9, False), (2006, 0.6, True), (2024, 0.7, False))
    assert said(connection, only(tmp_path, "group_level")) == [
        "Gross regional product per head, West: 60.0% of the level of the nation in 2006 and 70.0% in 2024,"
        " on one basis; the ratio rose."
    ]


def test_a_run_of_one_year_tells_no_change(connection, tmp_path):
    levels(connection, (2001, 0.9, False), (2024, 0.7, True))
    assert said(connection, only(tmp_path, "group_level")) == [
        "Gross regional product per head, West: 70.0% of the level of the nation in 2024, the only year on"
        " this basis."
    ]


def test_every_number_has_its_row_and_column(connection, tmp_path):
    levels(connection, (2006, 0.6, False), (2024, 0.7, False))
    wording = readings(connection, only(tmp_path, "group_level"))["group", "bloc_west"]["en"][0]
    key = "marts.group_gap/latest/dated/gdp_per_head/bloc_west/national31"
    assert [(figure.value, figure.column, figure.rows) for figure in wording.figures] == [
        (0.6, "ratio", (f"{key}/2006",)),
        (2006, "period", (f"{key}/2006",)),
        (0.7, "ratio", (f"{key}/2024",)),
        (2024, "period", (f"{key}/2024",)),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # exp(-0.5) - 1 = -0.393, exp(-0.1) - 1 = -0.095
        (
            {},
            "converging, weighted by population (12 members, p < 0.001); their dispersion fell from 0.400 to"
            " 0.300, 95% interval of the change −39.3% to −9.5%.",
        ),
        (
            {"verdict": "inconclusive", "p_value": 0.2},
            "inconclusive, weighted by population (12 members, p = 0.200); dispersion 0.400 and 0.300, 95%"
            " interval of the change −39.3% to −9.5%.",
        ),
        ({"verdict": "too few units", "n_members": 3}, "too few units for a test (3 members)."),
        (
            {"verdict": "not testable (break)", "sigma_start": None},
            "not testable, as the basis of the figures changes in between (12 members).",
        ),
        (
            {"verdict": "not testable (values)", "p_value": None},
            "not testable with these values (12 members).",
        ),
    ],
)
def test_the_words_follow_the_verdict_of_the_row(connection, tmp_path, row, expected):
    verdict(connection, **row)
    sentence = "Gross regional product per head, members of West, 2006–2024: " + expected
    assert said(connection, only(tmp_path, "group_verdict")) == [sentence]


def test_a_cell_that_must_be_there_is_missed_with_its_row(connection, tmp_path):
    folder = only(tmp_path, "group_verdict")
    path = folder / "group_verdict.sql"
    path.write_text(path.read_text(encoding="utf-8").replace(", may_be_missing = true", ""), encoding="utf-8")
    verdict(connection, p_value=None)
    with pytest.raises(ReadingError, match=r"p_value of marts\.convergence_verdicts/latest.* is empty"):
        readings(connection, folder)


def test_the_release_counts_weighted_tests_and_says_how_many_lack_one(connection, tmp_path):
    """b has a run without a break, which counts instead of all years; c has no weights."""
    tests = [
        ("a", "all_years", "weighted", "converging"),
        ("a", "all_years", "unweighted", "inconclusive"),
        ("b", "all_years", "weighted", "not testable (break)"),
        ("b", "longest_without_break", "weighted", "diverging"),
        ("c", "all_years", "unweighted", "converging"),
    ]
    columns = ("indicator_id", "window_id", "weighting", "verdict")
    mart(
        connection, "convergence_verdicts", [dict(zip(columns, test, strict=True)) for test in tests],
        view_id="latest", group_id="national31",
    )  # fmt: skip
    wording = readings(connection, only(tmp_path, "release_verdicts"))["release", "release"]["en"][0]
    assert wording.text == (
        "Convergence of the provincial units, weighted by population, over all years or the longest run on"
        " one basis, in 2 indicators; converging in 1; diverging in 1; without weights, and so not counted"
        " here, 1."
    )
    key = "marts.convergence_verdicts/latest"
    assert [figure.rows for figure in wording.figures] == [
        (
            f"{key}/a/national31/all_years/weighted",
            f"{key}/b/national31/longest_without_break/weighted",
        ),
        (f"{key}/a/national31/all_years/weighted",),
        (f"{key}/b/national31/longest_without_break/weighted",),
        (f"{key}/c/national31/all_years/unweighted",),
    ]
