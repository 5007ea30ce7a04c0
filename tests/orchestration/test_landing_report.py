"""What a landing run shows: errors by name, tables nobody can put markup into, lists that end."""

from assets.landing.collecting import SeriesOutcome
from orchestration.landing_report import landing_failed, landing_metadata, series_list


def refused(series: str, error: str = "UnitChangedError", sentence: str = "found 万元") -> SeriesOutcome:
    return SeriesOutcome("tests_year", series, "refused", f"tests_year/{series}: {sentence}", error)


def landed(series: str) -> SeriesOutcome:
    return SeriesOutcome("tests_year", series, "landed", "31 cells", newest_period="2025")


def test_text_of_a_publisher_is_no_markup() -> None:
    outcome = refused("gdp", sentence="found <script>|](javascript:x)`*_\nnext line")
    (line,) = series_list([outcome]).md_str.splitlines()
    assert "<script" not in line and "&lt;script&gt;" in line
    assert "\\|\\]\\(javascript:x\\)\\`\\*\\_ next line" in line


def test_failures_come_first() -> None:
    lines = series_list([landed("gdp"), refused("people")]).md_str.splitlines()
    assert lines == [
        "- **people** refused: UnitChangedError: tests\\_year/people: found 万元",
        "- **gdp** 2025: landed: 31 cells",
    ]


def test_a_long_list_of_series_ends_and_says_how_many_more() -> None:
    lines = series_list([landed(f"s{number}") for number in range(230)]).md_str.splitlines()
    assert len(lines) == 201 and lines[-1] == "- and 30 more"


def test_one_error_lists_those_of_all_series() -> None:
    found = landing_failed([refused("a"), landed("b"), refused("c", "JumpError", "tenfold")])
    assert found is not None
    assert found.description == (
        "UnitChangedError: tests_year/a: found 万元\n"
        "JumpError: tests_year/c: tenfold\n"
        "1 of 3 series landed; what landed is kept"
    )
    assert found.metadata["errors"].value == "JumpError, UnitChangedError"


def test_a_long_list_of_errors_ends_and_says_how_many_more() -> None:
    found = landing_failed([refused(f"s{number}") for number in range(40)])
    assert found is not None and found.description is not None
    lines = found.description.splitlines()
    assert len(lines) == 14
    assert lines[12] == "28 more series were refused; all are in the list of series"


def test_without_an_error_nothing_failed() -> None:
    assert landing_failed([landed("a")]) is None


def test_the_newest_period_is_that_of_the_newest_series() -> None:
    late = SeriesOutcome("tests_year", "b", "no_new_period", "newest is still 2023", newest_period="2023")
    shown = landing_metadata([landed("a"), late], 7, "the usual years")
    assert (shown["newest period"], shown["result"]) == ("2025", "1 landed, 1 without a new period")
    assert (shown["requests made"], shown["asked for"]) == (7, "the usual years")
