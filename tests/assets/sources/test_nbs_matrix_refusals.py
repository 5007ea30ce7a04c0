"""What an NBS answer must not be: each thing that was not asked for has its named error."""

from collections.abc import Callable
from typing import Any

import pytest

from assets.landing.errors import (
    EmptyAnswerError,
    LandingError,
    MissingRegionError,
    NotFiniteError,
    PrintedNumberError,
    RenamedIndicatorError,
    RepeatedRegionError,
    ShapeError,
    StrayPeriodError,
    StrayRegionError,
    SwappedRegionsError,
    UnitChangedError,
    UnsuccessfulAnswerError,
    WrongIndicatorError,
)
from assets.sources.nbs_matrix import read
from tests.assets.sources.nbs_answers import CONTEXT, GDP, body, matrix, value

Answer = dict[str, Any]


def _set(key: str, new: object) -> Callable[[Answer], object]:
    return lambda answer: answer["data"][0]["values"][0].update({key: new})


def _append(new: dict[str, object]) -> Callable[[Answer], object]:
    return lambda answer: answer["data"][0]["values"].append(new)


@pytest.mark.parametrize(
    ("damage", "error", "words"),
    [
        (_set("_id", "0" * 32), WrongIndicatorError, "the same name under another id"),
        (_set("_id", None), ShapeError, "_id"),
        (_set("i_showname", "工业增加值 (亿元)"), RenamedIndicatorError, "named '工业增加值"),
        (_set("i_showname", "地区生产总值 (万元)"), UnitChangedError, "in '万元', expected '亿元'"),
        (_set("du_name", "万元"), UnitChangedError, "in '万元', expected '亿元'"),
        (_set("areaCode", "710000000000"), SwappedRegionsError, "areaCode 710000000000, area 北京市"),
        (_set("areaCode", "110100000000"), SwappedRegionsError, "not one region"),
        (_set("areaCode", "全国"), StrayRegionError, "6 digits"),
        (_set("areaCode", "310000000000"), SwappedRegionsError, "whose value is it"),
        (_set("da", "310000000000"), SwappedRegionsError, "da 310000000000"),
        (_set("area", "广东省"), SwappedRegionsError, "area 广东省"),
        (_append(value("110000", "1")), RepeatedRegionError, "北京市 2024 a second time"),
        (_append(value("710000", "1", area="台湾省")), StrayRegionError, "710000 台湾省 was not asked for"),
        (_append(value("", "1", areaCode="", area="华北")), StrayRegionError, "华北"),
        (_append(value("", "1", areaCode="", area="")), ShapeError, "whose value is it"),
        (_append({"value": "1"}), ShapeError, "_id"),
        (lambda answer: answer["data"][0]["values"].pop(), MissingRegionError, "440000 广东省"),
        (lambda answer: answer["data"][0]["values"][0].pop("value"), ShapeError, "value: not there"),
        (_set("value", "NaN"), NotFiniteError, "NaN"),
        (_set("value", "1e400"), NotFiniteError, "1e400"),
        (_set("value", "见附注"), PrintedNumberError, "values.0..value: found '见附注'"),
        (_set("value", True), PrintedNumberError, "True"),
        (lambda answer: answer["data"][0].update(code="2023YY", name="2023年"), RepeatedRegionError, "2023"),
        (lambda answer: answer["data"][0].update(code="1950YY", name="1950年"), StrayPeriodError, "1950"),
        (lambda answer: answer["data"][0].update(code="2023YY"), StrayPeriodError, "name says '2024年'"),
        (lambda answer: answer["data"][0].update(code="2024"), StrayPeriodError, "printed 2024YY"),
        (lambda answer: answer["data"][0].update(values=None), ShapeError, "a list was expected"),
        (lambda answer: answer.update(data=[]), EmptyAnswerError, "no data at all"),
        (lambda answer: answer.update(data=None), EmptyAnswerError, "no data at all"),
        (lambda answer: answer.update(data="无"), ShapeError, "a list was expected"),
        (lambda answer: answer.update(success=False), UnsuccessfulAnswerError, "message '成功'"),
        (lambda answer: answer.update(success="true"), UnsuccessfulAnswerError, "success 'true'"),
        (lambda answer: answer.update(state=50000), UnsuccessfulAnswerError, "state 50000"),
    ],
)
def test_what_was_not_asked_for_is_named(
    damage: Callable[[Answer], object], error: type[LandingError], words: str
) -> None:
    answer = matrix()
    damage(answer)
    with pytest.raises(error, match=words) as refusal:
        read(body(answer), GDP, CONTEXT, "place")
    assert str(refusal.value).startswith("place")
