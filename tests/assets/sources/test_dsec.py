"""Macao DSEC: an indicator found by its names, padded years, and everything that is not what was asked."""

import json
from dataclasses import replace

import pytest

from assets.landing import errors
from assets.landing.exchange import LiveSeries, Years
from assets.sources import dsec
from tests.assets.sources.dialogues import Publisher, payload

PER_HEAD = LiveSeries(
    "macao_year",
    "gdp_per_capita",
    "gdp_per_capita",
    "dsec",
    "國民經濟 -- 以當年價格按支出法計算的本地生產總值",
    "1110",
    ("人均本地生產總值",),
    "MOP",
    1,
    "MOP",
    ("820000",),
    1982,
)
CONTEXT = {"indicator_id": "1110", "first_year": "2020", "last_year": "2026"}
ROOTS = {"19001": "人文發展指數", "1001": "國民經濟", "9001": "人口"}
TABLES = {"1002": "以當年價格按支出法計算的本地生產總值", "1200": "以環比物量按支出法計算的本地生產總值"}
LEAVES = {"1109": "本地生產總值", "1110": "人均本地生產總值"}


def answer(value: object, status: str = "OK", said: str | None = "") -> bytes:
    return json.dumps({"Debug_msg": said, "Value": value, "Status": status}).encode()


def level(nodes: dict[str, str]) -> bytes:
    return answer([{"IndicatorID": int(key), "Description": name} for key, name in nodes.items()])


def cell(year: int, value: object, **changed: object) -> dict[str, object]:
    """A cell; 358986 and 296417 patacas per head were printed for 2021 and 2020."""
    return {
        "Year": year,
        "PeriodID": 1,
        "ReferencePeriod": str(year),
        "IndicatorValue": value,
        "UnitLabel": "MOP",
        "type": "VAL",
        "LastUpdateDate": "2026-03-16T00:00:00",
    } | changed


def values(*cells: object, indicator: object = 1110) -> bytes:
    return answer([{"indicatorId": indicator, "dsecIndicatorData": list(cells)}])


def read(*cells: object, indicator: object = 1110) -> list[tuple[str, str, str, str]]:
    figures = dsec.read(values(*cells, indicator=indicator), PER_HEAD, CONTEXT, "macao_year/x (data)")
    return [(figure.period_text, figure.value_text, figure.missing_reason, figure.flag) for figure in figures]


def test_the_tree_is_walked_by_name_and_then_the_figures_are_asked_for():
    publisher = Publisher(level(ROOTS), level(TABLES), level(LEAVES), values(cell(2021, 358986)))
    (found,) = dsec.ask(PER_HEAD, Years(2020, 2026), publisher)
    assert [(asked.part, asked.method, asked.url.rsplit("/", 1)[1]) for asked in publisher.asked] == [
        ("catalogue_1", "GET", "Indicatorv3"),
        ("catalogue_2", "GET", "1001"),
        ("catalogue_3", "GET", "1002"),
        ("data", "POST", "LatestSameEndPeriodv3"),
    ]
    assert [asked.holds_figures for asked in publisher.asked] == [False, False, False, True]
    assert found.question.json_body == {
        "indicator_ids": ["1110"],
        "language": "en-us",
        "types": ["VAL"],
        "dataPeriods": ["Yearly"],
        "fromYear": 2020,
        "toYear": 2026,
    }
    assert dict(found.question.context) == CONTEXT


def test_an_indicator_known_by_name_only_is_resolved():
    by_name = replace(PER_HEAD, item_code="", printed_names=("人均 GDP", "本地生產總值"))
    publisher = Publisher(
        level(ROOTS), level(TABLES), level(LEAVES), values(cell(2021, 239300), indicator=1109)
    )
    (found,) = dsec.ask(by_name, Years(2021, 2021), publisher)
    assert dict(found.question.context)["indicator_id"] == "1109"


def test_a_number_that_counts_something_else_now_is_refused_before_any_figure():
    moved = Publisher(level(ROOTS), level(TABLES), level({"1310": "人均本地生產總值", "1110": "其他"}))
    with pytest.raises(errors.WrongIndicatorError, match="is number 1310 now"):
        dsec.ask(PER_HEAD, Years(2020, 2026), moved)


def test_a_name_that_is_gone_lists_what_is_there():
    with pytest.raises(errors.UnknownIndicatorError, match=r"there are 本地生產總值 \(1109\)"):
        dsec.ask(
            PER_HEAD,
            Years(2020, 2026),
            Publisher(level(ROOTS), level(TABLES), level({"1109": "本地生產總值"})),
        )


def test_two_nodes_of_one_name_are_not_guessed_between():
    with pytest.raises(errors.UnknownIndicatorError, match="2 nodes are named 國民經濟"):
        dsec.ask(PER_HEAD, Years(2020, 2026), Publisher(level({"1": "國民經濟", "2": "國民經濟"})))


def test_figures_with_padded_years_as_gaps_and_the_day_of_their_update():
    assert read(
        cell(2026, None, UnitLabel=None, LastUpdateDate=None),
        cell(2021, 358986),
        cell("2020", "296,417", Year="2020", ReferencePeriod="2020年", PeriodID=1.0),
    ) == [
        ("2020", "296417", "", "updated 2026-03-16"),
        ("2021", "358986", "", "updated 2026-03-16"),
        ("2026", "", "null", ""),
    ]


def test_a_printed_zero_is_a_zero():
    assert read(cell(2021, 0))[0][1:3] == ("0", "")


@pytest.mark.parametrize(
    ("cells", "error", "words"),
    [
        ([cell(2021, 1, UnitLabel="10^3 MOP")], errors.UnitChangedError, "'10^3 MOP', series.csv converts"),
        ([cell(2021, 1, UnitLabel=None)], errors.ShapeError, "text was expected"),
        ([cell(2021, None, UnitLabel="USD"), cell(2020, 1)], errors.UnitChangedError, "'USD'"),
        ([cell(2021, 1, type="PPV")], errors.ShapeError, "type 'PPV'"),
        ([cell(2021, 1, ReferencePeriod="2021 Q1")], errors.StrayPeriodError, "not the whole year"),
        ([cell(2021, 1, PeriodID=3)], errors.StrayPeriodError, "not the whole year"),
        ([cell(2021, 1, ReferencePeriod="2020")], errors.StrayPeriodError, "'2020' of 2021"),
        ([cell(1999, 1)], errors.StrayPeriodError, "found 1999, asked for 2020 to 2026"),
        ([cell(2021, 1), cell(2021, 1)], errors.RepeatedRegionError, "2021 a second time"),
        ([cell(2021, 1, Year=2021.5)], errors.ShapeError, "a whole number was expected"),
        ([cell(2021, "n/k")], errors.PrintedNumberError, "n/k"),
        ([cell(2021, None), cell(2022, None)], errors.EmptyAnswerError, "2 years, all without a figure"),
        ([], errors.EmptyAnswerError, "0 years"),
    ],
)
def test_what_cannot_be_trusted_is_an_error_by_name(cells, error, words: str):
    with pytest.raises(error) as refusal:
        read(*cells)
    assert words in str(refusal.value)


def test_another_indicator_is_refused():
    with pytest.raises(errors.WrongIndicatorError, match="found 1151, asked for 1110"):
        read(cell(2021, 44841), indicator=1151)


def test_two_indicators_at_once_are_refused():
    two = [{"indicatorId": number, "dsecIndicatorData": [cell(2021, 1)]} for number in (1110, 1151)]
    with pytest.raises(errors.WrongIndicatorError, match="found 1110, 1151"):
        dsec.read(answer(two), PER_HEAD, CONTEXT, "p")


def test_an_error_of_the_service_and_an_answer_without_anything():
    with pytest.raises(errors.UnsuccessfulAnswerError, match="ArgumentOutOfRange"):
        dsec.read(answer(None, "ERROR", "ArgumentOutOfRange"), PER_HEAD, CONTEXT, "p")
    with pytest.raises(errors.EmptyAnswerError):
        dsec.read(answer([]), PER_HEAD, CONTEXT, "p")


def test_asking_refuses_an_answer_without_figures():
    publisher = Publisher(level(ROOTS), level(TABLES), level(LEAVES), values(cell(2021, None)))
    with pytest.raises(errors.EmptyAnswerError):
        dsec.ask(PER_HEAD, Years(2020, 2026), publisher)


def test_no_cheaper_question_than_the_figures():
    assert dsec.newest_period(PER_HEAD, Publisher()) is None


def test_the_composed_answer():
    """Macao's GDP of 2025 is MOP 418,040 million; its 2026 is padded."""
    body = json.dumps(payload("dsec-macau/composed/latest_same_end_period_v3.json")["body"]).encode()
    gdp = replace(PER_HEAD, item_code="9029", unit_printed="10^6 MOP")
    figures = dsec.read(body, gdp, CONTEXT | {"indicator_id": "9029"}, "p")
    assert [tuple(figure[2:6]) for figure in figures] == [
        ("2025", "418040", "", "updated 2026-02-13"),
        ("2026", "", "null", ""),
    ]
    assert figures[0].cell_address == "Value[0].dsecIndicatorData[0].IndicatorValue"
