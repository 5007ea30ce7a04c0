"""Hong Kong C&SD: annual rows out of mixed ones, totals out of groups, marks, and refusals."""

import json
from dataclasses import replace

import pytest

from assets.landing import errors
from assets.landing.exchange import Answer, LiveSeries, Years
from assets.sources import censtatd
from tests.assets.sources.dialogues import Publisher

GDP = LiveSeries(
    "hk_year",
    "gdp_nominal",
    "gdp_nominal",
    "censtatd",
    "310-31001",
    "CUR/Raw_M_hkd_d/Y",
    ("GDP at current market prices",),
    "HK$ million",
    0.01,
    "HKD",
    ("810000",),
    1961,
)
POPULATION = LiveSeries(
    "hk_year",
    "population_resident",
    "population_resident",
    "censtatd",
    "110-01001",
    "POP/Raw_K_1dp_per_n/H12/SEX/AGE",
    ("Population", "No. ('000)"),
    "'000 persons",
    0.1,
    "",
    ("810000",),
    1961,
)
CONTEXT = {"first_year": "2020", "last_year": "2025"}


def row(period: str, figure: object, **changed: object) -> dict[str, object]:
    """A row of the GDP table; 2,867,973 and 2,675,793 HK$ million were printed for 2021 and 2020."""
    return {
        "freq": "Y",
        "period": period,
        "sv": "CUR",
        "svDesc": "HK$ million",
        "figure": figure,
        "sd_value": "",
    } | changed


def body(*rows: object, status: str = "Success", message: tuple[str, ...] = ()) -> bytes:
    header = {"status": {"name": status, "code": int(status != "Success"), "message": list(message)}}
    return json.dumps({"header": header, "dataSet": rows}).encode()


def read(*rows: object, series: LiveSeries = GDP) -> list[tuple[str, str, str, str]]:
    figures = censtatd.read(body(*rows), series, CONTEXT, "hk_year/x (data)")
    return [(figure.period_text, figure.value_text, figure.missing_reason, figure.flag) for figure in figures]


def people(period: str, figure: object, sex: str = "", age: str = "", **changed: object) -> dict[str, object]:
    fixed = {"freq": "H", "sv": "POP", "svDesc": "Population", "SEX": sex, "SEXDesc": "…", "AGE": age}
    return row(period, figure, **(fixed | changed))


def test_the_question_is_one_post_with_table_codes_and_both_ends_of_the_period():
    publisher = Publisher(body(row("2021", 2867973)))
    (answer,) = censtatd.ask(GDP, Years(2020, 2025), publisher)
    (question,) = publisher.asked
    assert (question.method, question.url) == ("POST", "https://www.censtatd.gov.hk/api/post.php")
    assert json.loads(dict(question.form)["query"]) == {
        "id": "310-31001",
        "lang": "en",
        "sv": {"CUR": ["Raw_M_hkd_d"]},
        "cv": {},
        "period": {"start": "202001", "end": "202512"},
    }
    assert question.holds_figures and dict(question.context) == CONTEXT
    assert isinstance(answer, Answer)


def test_a_total_is_asked_for_in_every_dimension():
    publisher = Publisher(body(people("202112", 7401.5)))
    censtatd.ask(POPULATION, Years(2021, 2021), publisher)
    assert json.loads(dict(publisher.asked[0].form)["query"])["cv"] == {"SEX": [""], "AGE": [""]}


def test_annual_rows_are_taken_out_of_mixed_ones_in_order_of_years():
    assert read(
        row("2021", 2867973),
        row("202003", 651000, freq="Q"),
        row("2020", 2675793),
        row("202012", 1, freq="M"),
    ) == [("2020", "2675793", "", ""), ("2021", "2867973", "", "")]


def test_year_end_and_mid_year_are_told_apart_by_their_month():
    mid_year = replace(POPULATION, item_code="POP/Raw_K_1dp_per_n/H06/SEX/AGE")
    rows = (people("202106", 7413.1), people("202112", "7401.5"))
    assert read(*rows, series=POPULATION) == [("2021", "7401.5", "", "")]
    assert read(*rows, series=mid_year) == [("2021", "7413.1", "", "")]


def test_groups_beside_the_total_are_left_and_their_order_does_not_matter():
    rows = (people("202112", 3353.8, sex="M"), people("202112", 7401.5), people("202112", 300.0, age="0-4"))
    assert read(*rows, series=POPULATION) == [("2021", "7401.5", "", "")]


@pytest.mark.parametrize(
    ("figure", "mark", "expected"),
    [
        (2867973, "r", ("2867973", "", "r")),
        ("2867973", "p", ("2867973", "", "p")),
        (2867973, None, ("2867973", "", "")),
        (0, "", ("0", "", "")),
        ("", "n.y.a.", ("", "not_yet_available", "n.y.a.")),
        ("", "-", ("", "marker", "-")),
        ("", "N.A.", ("", "marker", "N.A.")),
        ("", "[*1]", ("", "marker", "[*1]")),
        ("", "", ("", "empty_string", "")),
        (None, "", ("", "null", "")),
    ],
)
def test_marks_beside_a_figure(figure: object, mark: object, expected: tuple[str, str, str]):
    assert read(row("2021", figure, sd_value=mark)) == [("2021", *expected)]


@pytest.mark.parametrize(
    ("rows", "error", "words"),
    [
        ([row("2021", 1, sv="CON")], errors.WrongIndicatorError, "found CON, asked for CUR"),
        ([row("2021", 1, svDesc="GDP in chained dollars")], errors.RenamedIndicatorError, "known is"),
        ([row("2021", 1, svDesc="HK$ billion")], errors.UnitChangedError, "HK$ billion"),
        ([row("2021", 1, svDesc="Year-on-year % change")], errors.UnitChangedError, "% change"),
        ([row("2021", 1), row("2021", 2)], errors.RepeatedRegionError, "2021 a second time"),
        ([row("2019", 1)], errors.StrayPeriodError, "found 2019, asked for 2020 to 2025"),
        ([row("21", 1)], errors.StrayPeriodError, "'21' is neither"),
        ([row("202x", 1)], errors.StrayPeriodError, "'202x' is neither"),
        ([row("2021", "about 3")], errors.PrintedNumberError, "about 3"),
        ([row("2021", True)], errors.PrintedNumberError, "True"),
        ([row("2021", 5, sd_value="n.y.a.")], errors.PrintedNumberError, "found 5 marked 'n.y.a.'"),
        ([row("2021", 5, sd_value=7)], errors.ShapeError, "sd_value is 7"),
        ([row("2021", 1, IND="C")], errors.ShapeError, "IND is 'C', a dimension nobody asked for"),
        (["2021"], errors.ShapeError, "an object was expected"),
        ([row("202103", 1, freq="Q")], errors.EmptyAnswerError, "no row of frequency Y"),
        ([], errors.EmptyAnswerError, "Success without rows"),
    ],
)
def test_what_cannot_be_trusted_is_an_error_by_name(rows, error, words: str):
    with pytest.raises(error) as refusal:
        read(*rows)
    assert words in str(refusal.value)


def test_rows_that_do_not_say_which_group_they_are_of_are_refused():
    unlabelled = people("202112", 3353.8)
    del unlabelled["SEX"]
    with pytest.raises(errors.ShapeError, match=r"dataSet\[0\]\.SEX: not there"):
        read(unlabelled, series=POPULATION)


def test_a_table_or_code_the_department_does_not_know_is_not_asked_for_again():
    with pytest.raises(errors.UnknownIndicatorError, match="Table ID"):
        censtatd.read(body(status="Fail", message=("Table ID (x) is not defined",)), GDP, CONTEXT, "p")
    assert not errors.UnknownIndicatorError.may_pass


def test_another_failure_may_pass():
    with pytest.raises(errors.UnsuccessfulAnswerError, match="overloaded"):
        censtatd.read(body(status="Fail", message=("overloaded",)), GDP, CONTEXT, "p")


def test_the_unit_of_the_presentation_must_be_the_one_converted_from():
    thousand = replace(GDP, unit_printed="HK$ billion")
    with pytest.raises(errors.UnitChangedError, match=r"series\.csv converts from 'HK\$ billion'"):
        read(row("2021", 1), series=thousand)


@pytest.mark.parametrize("code", ["", "CUR", "CUR/Raw_M_hkd_d", "CUR/Raw_M_hkd_d/Q", "CUR/other/Y"])
def test_an_item_code_that_says_too_little_is_named(code: str):
    with pytest.raises(errors.UnknownIndicatorError, match="variable/presentation/rows"):
        read(row("2021", 1), series=replace(GDP, item_code=code))


def test_asking_refuses_an_answer_without_annual_rows():
    with pytest.raises(errors.EmptyAnswerError):
        censtatd.ask(GDP, Years(2020, 2025), Publisher(body(row("202103", 1, freq="Q"))))


def test_no_cheaper_question_than_the_figures():
    assert censtatd.newest_period(GDP, Publisher()) is None
