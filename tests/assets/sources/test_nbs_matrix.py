"""Values of the NBS matrix are believed only where they say they are what was asked for."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.landing.errors import (
    PrintedNumberError,
    ShapeError,
    TooDeepError,
    UnitChangedError,
)
from assets.landing.exchange import Figure
from assets.sources.nbs_matrix import read
from tests.assets.sources.nbs_answers import (
    CONTEXT,
    GDP,
    NAMES,
    PRINTED,
    QUARTERS,
    body,
    envelope,
    matrix,
    numbers,
    payload,
    value,
)

Answer = dict[str, Any]


def figures(answer: object, **context: str) -> list[Figure]:
    return read(body(answer), GDP, CONTEXT | context, "place")


def test_every_cell_knows_its_region_period_unit_and_address() -> None:
    found = figures(matrix())
    assert found[4] == Figure(
        region_code="310000",
        region_label="上海市",
        period_text="2023",
        value_text="50870.6",
        missing_reason="",
        flag="",
        unit_printed="亿元",
        cell_address="data[1].values[1].value",
    )
    assert numbers(found) == {
        (code, year): text for year, values in PRINTED.items() for code, text in values.items()
    }


def test_the_composed_matrix_of_31_provinces_is_read_whole() -> None:
    answer = payload("nbs-new/composed/esdata_gdp_31prov_2020_2025_showtype3.json")
    regions = " ".join(region["value"][:6] for region in answer["request"]["json"]["das"])
    found = figures(answer["body"], regions=regions, periods="2020 2025", newest_period="2025")
    # 31 provinces x 2020-2024 in print, and three cells of 2025
    assert len(found) == 31 * 6
    assert sum(bool(figure.value_text) for figure in found) == 31 * 5 + 3
    assert numbers(found)["110000", "2025"] == "52073.4"
    assert numbers(found)["540000", "2025"] == "(empty_string)"


def test_the_minimal_shape_others_recorded_does_not_say_what_it_is_and_is_refused() -> None:
    minimal = payload("nbs-new/genuine-shape/matrix_showtype3_minimal.json")["body"]
    with pytest.raises(ShapeError, match="success"):
        figures({"data": minimal["data"]})
    with pytest.raises(ShapeError, match="_id: not there"):
        figures(minimal, periods="2024 2026", newest_period="2025")


def test_the_minimal_shape_with_ids_is_read_by_the_names_of_regions() -> None:
    minimal = payload("nbs-new/genuine-shape/matrix_showtype3_minimal.json")["body"]
    for block in minimal["data"]:
        for cell in block["values"]:
            cell["_id"] = GDP.item_code
    found = numbers(figures(minimal, periods="2024 2026", newest_period="2025"))
    assert found["440000", "2025"] == "145846.8"
    assert found["440000", "2026"] == "(not_yet_available)"


def test_marks_of_absent_values_are_gaps() -> None:
    absent = payload("nbs-new/composed/esdata_values_absent.json")["body"]
    asked = {cell["areaCode"][:6] for block in absent["data"] for cell in block["values"]}
    found = figures(absent, regions=" ".join(sorted(asked)), periods="2025 2026", newest_period="2025")
    assert {figure.value_text for figure in found if figure.period_text == "2026"} == {""}
    assert {figure.missing_reason for figure in found if figure.period_text == "2026"} == {
        "not_yet_available"
    }


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("", "(empty_string)"),
        (None, "(null)"),
        ([], "(empty_list)"),
        ("无", "(marker)"),
        ("-", "(marker)"),
        ("…", "(below_unit)"),
        ("0", "0"),
        ("0.0", "0.0"),
        (0, "0"),
        ("４９６７０．２", "49670.2"),
        (" 49,670.2 ", "49670.2"),
        ("-3.1", "-3.1"),
    ],
)
def test_zeros_stay_zeros_and_gaps_stay_gaps(printed: object, shown: str) -> None:
    answer = matrix()
    answer["data"][0]["values"][0]["value"] = printed
    assert numbers(figures(answer))["110000", "2024"] == shown


def test_a_footnote_mark_becomes_a_flag() -> None:
    answer = matrix(PRINTED | {"2024": PRINTED["2024"] | {"110000": "49670.2①"}})
    assert (figures(answer)[0].value_text, figures(answer)[0].flag) == ("49670.2", "①")


def test_a_period_without_values_is_a_gap_for_every_region() -> None:
    answer = matrix()
    answer["data"][0]["values"] = []
    assert {shown for (_, year), shown in numbers(figures(answer)).items() if year == "2024"} == {
        "(empty_list)"
    }


def test_a_period_left_out_is_a_gap_for_every_region() -> None:
    answer = matrix()
    del answer["data"][1]
    assert numbers(figures(answer))["440000", "2023"] == "(absent_row)"


def test_an_empty_column_for_a_period_not_out_yet_is_no_error() -> None:
    printed = PRINTED | {"2025": dict.fromkeys(NAMES, "")}
    assert numbers(figures(matrix(printed)))["110000", "2025"] == "(not_yet_available)"


def test_quarters_are_cumulated_periods_of_their_own() -> None:
    answer = envelope(
        [{"code": "202402SS", "name": "2024年第二季度", "values": [value("110000", "21791.3")]}]
    )
    context = CONTEXT | {"regions": "110000", "periods": "2024Q2 2024Q2", "newest_period": "2024Q2"}
    assert numbers(read(body(answer), QUARTERS, context, "place")) == {("110000", "2024Q2"): "21791.3"}


def test_order_of_regions_and_periods_does_not_matter() -> None:
    answer = matrix()
    answer["data"].reverse()
    for block in answer["data"]:
        block["values"].reverse()
    assert numbers(figures(answer)) == numbers(figures(matrix()))


@pytest.mark.parametrize("key", ["i_showname", "du_name", "area", "catalogid", "_name"])
def test_what_is_not_printed_is_not_needed_while_the_id_is_there(key: str) -> None:
    answer = matrix()
    for block in answer["data"]:
        for cell in block["values"]:
            del cell[key]
    assert numbers(figures(answer)) == numbers(figures(matrix()))
    assert {figure.unit_printed for figure in figures(answer)} == {"亿元"}


def test_without_any_unit_the_list_of_the_same_dialogue_must_have_said_it() -> None:
    answer = matrix()
    for block in answer["data"]:
        for cell in block["values"]:
            del cell["i_showname"], cell["du_name"]
    assert len(figures(answer)) == 6
    with pytest.raises(UnitChangedError, match="no unit"):
        figures(answer, unit_printed="")


@pytest.mark.parametrize("lost", ["periods", "regions"])
def test_an_answer_whose_record_lost_the_question_is_refused(lost: str) -> None:
    with pytest.raises(ShapeError, match="does not say which item, periods and regions"):
        figures(matrix(), **{lost: ""})


@pytest.mark.parametrize("depth", [400, 900, 960, 100_000])
def test_no_depth_is_too_deep_for_a_named_error(depth: int) -> None:
    deep = body(matrix()).replace(b'"49670.2"', b"[" * depth + b"]" * depth)
    with pytest.raises((TooDeepError, PrintedNumberError)):
        read(deep, GDP, CONTEXT, "place")


PRINTABLE = st.decimals(-(10**9), 10**9, places=2)


@given(st.fixed_dictionaries(dict.fromkeys(NAMES, PRINTABLE)), st.permutations(range(3)))
def test_each_number_stays_with_its_region(printed: dict[str, Any], order: list[int]) -> None:
    texts = {code: str(number) for code, number in printed.items()}
    answer = matrix({"2024": texts})
    block = answer["data"][0]
    block["values"] = [block["values"][index] for index in order]
    found = figures(answer, periods="2024 2024")
    assert numbers(found) == {(code, "2024"): text for code, text in texts.items()}
