"""Archived answers of the old NBS site: gaps are not zeros, and no region is taken for another."""

import json
from typing import Any

import pytest

from assets.landing.errors import (
    EmptyAnswerError,
    LandingError,
    MissingRegionError,
    PrintedNumberError,
    RepeatedRegionError,
    ShapeError,
    StrayPeriodError,
    StrayRegionError,
    UnknownIndicatorError,
    UnsuccessfulAnswerError,
)
from assets.sources.nbs_legacy import Item, LegacyFigure, items, read
from tests.assets.sources.nbs_answers import PAYLOADS, body, numbers, payload


def recorded(name: str) -> bytes:
    return body(payload(f"nbs-legacy/genuine/{name}.json")["response"]["body"])


def cell(region: str, period: str, text: str, number: float | None = None) -> dict[str, Any]:
    return {
        "code": f"zb.A020101_reg.{region}_sj.{period}",
        "data": {
            "data": number if number is not None else float(text or 0),
            "dotcount": 1,
            "hasdata": bool(text),
            "strdata": text,
        },
        "wds": [
            {"valuecode": "A020101", "wdcode": "zb"},
            {"valuecode": region, "wdcode": "reg"},
            {"valuecode": period, "wdcode": "sj"},
        ],
    }


def archived(*cells: dict[str, Any]) -> dict[str, Any]:
    nodes = {
        "zb": [{"cname": "地区生产总值", "name": "地区生产总值", "code": "A020101", "unit": "亿元"}],
        "reg": [{"code": "110000", "name": "北京市"}, {"code": "310000", "name": "上海市"}],
        "sj": [{"code": "2024", "name": "2024年"}],
    }
    return {
        "returncode": 200,
        "returndata": {
            "datanodes": list(cells)
            or [cell("110000", "2024", "49670.2"), cell("310000", "2024", "53759.5")],
            "wdnodes": [{"wdcode": code, "nodes": found} for code, found in nodes.items()],
        },
    }


def shown(found: list[LegacyFigure]) -> dict[tuple[str, str], str]:
    return numbers([figure for _, figure in found])


def test_figures_carry_region_unit_and_address() -> None:
    first, second = read(body(archived()), "file.json")
    assert first.item_code == "A020101"
    assert (second.figure.region_code, second.figure.region_label) == ("310000", "上海市")
    assert second.figure.value_text == "53759.5"
    assert second.figure.unit_printed == "亿元"
    assert second.figure.cell_address == "returndata.datanodes[1].data.strdata"


def test_indicators_of_an_answer() -> None:
    assert items(body(archived()), "file.json") == [Item("A020101", "地区生产总值", "亿元")]


def test_a_recorded_gap_is_no_zero() -> None:
    # Beijing's number of prefectures in 2023 was printed as 0.0 with hasdata false
    (found,) = read(recorded("stats_as_df_1"), "recorded")
    assert (found.figure.region_code, found.figure.period_text) == ("110000", "2023")
    assert (found.figure.value_text, found.figure.missing_reason) == ("", "hasdata_false")


def test_403_recorded_gaps_stay_gaps() -> None:
    found = read(recorded("cli_list_regcode"), "recorded")
    assert len(found) == 403
    assert {figure.value_text for _, figure in found} == {""}
    assert len({figure.region_code for _, figure in found}) == 31


def test_a_true_zero_stays_one() -> None:
    zero = cell("110000", "2024", "0.0")
    assert shown(read(body(archived(zero)), "file.json")) == {("110000", "2024"): "0.0"}


def test_a_database_without_regions_drops_the_region_asked_for() -> None:
    # Beijing was asked for, the answer is national industrial growth
    with pytest.raises(MissingRegionError, match="a figure of the nation"):
        read(recorded("stats_with_reg"), "recorded")
    assert shown(read(recorded("stats_with_reg"), "recorded", is_national=True)) == {
        ("100000", "2023-12"): "6.8"
    }


def test_an_indicator_the_site_did_not_know_is_null() -> None:
    with pytest.raises(UnknownIndicatorError, match="null"):
        read(recorded("get_reg_cities"), "recorded")


def test_nothing_found_is_said_to_be_so() -> None:
    with pytest.raises(EmptyAnswerError, match="returncode 501, '对不起"):
        read(recorded("invalid_query"), "recorded")


def test_several_indicators_and_periods_are_told_apart() -> None:
    found = read(recorded("stats_multi_zb"), "recorded", is_national=True)
    assert len({item for item, _ in found}) == 6
    periods = read(recorded("stats_multi_period"), "recorded", is_national=True)
    assert shown(periods)["100000", "2021-12"] == "2382899.56"


def test_every_recording_is_read_or_refused_by_name() -> None:
    names = sorted(path.stem for path in (PAYLOADS / "nbs-legacy" / "genuine").glob("*.json"))
    if not names:
        pytest.skip("recorded answers are absent")
    for name in names:
        try:
            read(recorded(name), name)
        except LandingError as error:
            assert name in str(error), "the message names the file"


def test_the_composed_provincial_answer() -> None:
    found = shown(read(body(payload("nbs-legacy/composed/fsnd_querydata_A020101.json")["body"]), "composed"))
    assert found["110000", "2024"] == "49670.2"
    assert found["110000", "2025"] == "(hasdata_false)"


@pytest.mark.parametrize(
    ("code", "period"), [("2024", "2024"), ("2024A", "2024Q1"), ("2024D", "2024Q4"), ("202407", "2024-07")]
)
def test_periods(code: str, period: str) -> None:
    assert list(shown(read(body(archived(cell("110000", code, "1"))), "file"))) == [("110000", period)]


def _damaged(**changes: Any) -> dict[str, Any]:
    found = cell("110000", "2024", "49670.2")
    found["data"] |= changes
    return archived(found)


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (_damaged(hasdata=False), PrintedNumberError, "hasdata is false beside '49670.2'"),
        (_damaged(data=0), PrintedNumberError, "beside the number 0"),
        (_damaged(data=4967.02), PrintedNumberError, "which holds"),
        (_damaged(strdata=""), PrintedNumberError, "printed ''"),
        (_damaged(hasdata=1), ShapeError, "true or false"),
        (_damaged(strdata=None), ShapeError, "text was expected"),
        (archived(cell("110000", "2024E", "1")), StrayPeriodError, "2024E"),
        (archived(cell("440000", "2024", "1")), StrayRegionError, "440000"),
        (archived(cell("110000", "2024", "1"), cell("110000", "2024", "2")), RepeatedRegionError, "second"),
        (archived(cell("110000", "2024", "1") | {"code": "zb.A1_reg.1_sj.1"}), ShapeError, "damaged"),
        ({"returncode": 500, "returndata": "x"}, UnsuccessfulAnswerError, "500"),
        ([{"id": "A01"}], ShapeError, "returncode"),
    ],
)
def test_what_does_not_add_up_is_refused(answer: object, error: type[LandingError], words: str) -> None:
    with pytest.raises(error, match=words):
        read(body(answer), "file.json")


def test_the_page_that_took_the_sites_place_is_a_page() -> None:
    page = PAYLOADS / "nbs-legacy" / "composed" / "403_urlacl_after_april_2026.html"
    if not page.is_file():
        pytest.skip("recorded answers are absent")
    with pytest.raises(LandingError, match="403 forbidden"):
        read(page.read_bytes(), "file.html")


def test_the_recordings_are_what_the_parser_was_written_for() -> None:
    found = json.loads(recorded("stats_as_df_0"))
    assert set(found["returndata"]["datanodes"][0]) == {"code", "data", "wds"}
