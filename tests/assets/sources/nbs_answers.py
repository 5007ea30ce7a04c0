"""Small answers of the NBS data service, built the way it prints them, and a fetch that serves them."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from assets.landing.exchange import Answer, BodyCheck, Figure, LiveSeries, Question

PAYLOADS = Path(__file__).parents[4] / "shared" / "payloads"
GDP = LiveSeries(
    collection="nbs_province_year",
    series_id="gdp_nominal",
    indicator_id="gdp_nominal",
    source_module="nbs_data",
    catalogue_code="6f8fbd415cbc40ffa7ecb7fd917f2598",
    item_code="aff57de5ee994283974705914fbed246",
    printed_names=("地区生产总值",),
    unit_printed="亿元",
    unit_factor=1.0,
    currency="CNY",
    region_codes=("110000", "310000", "440000"),
    first_year=1992,
)
QUARTERS = replace(GDP, collection="nbs_province_quarter", series_id="gdp_nominal_year_to_date")
CONTEXT = {
    "catalogue_code": GDP.catalogue_code,
    "item_code": GDP.item_code,
    "unit_printed": "亿元",
    "regions": "110000 310000 440000",
    "periods": "2023 2024",
    "newest_period": "2024",
}
# Control values of the service in 2026, 100 million yuan.
PRINTED = {
    "2023": {"110000": "47353.7", "310000": "50870.6", "440000": "137905.4"},
    "2024": {"110000": "49670.2", "310000": "53759.5", "440000": "141488.9"},
}
NAMES = {"110000": "北京市", "310000": "上海市", "440000": "广东省"}


def payload(name: str) -> Any:
    """A recorded or composed answer, kept outside the repository."""
    path = PAYLOADS / name
    if not path.is_file():
        pytest.skip(f"recorded answers ({name}) are absent")
    return json.loads(path.read_text(encoding="utf-8"))


def value(code: str, text: object, **other: object) -> dict[str, object]:
    """One value as the service prints it."""
    return {
        "i_showname": "地区生产总值 (亿元) ",
        "_name": "国内生产总值",
        "_id": GDP.item_code,
        "catalogid": GDP.catalogue_code,
        "du_name": "亿元",
        "value": text,
        "area": NAMES.get(code, ""),
        "areaCode": code.ljust(12, "0"),
    } | other


def matrix(printed: dict[str, dict[str, str]] | None = None) -> dict[str, Any]:
    """An answer with one block a period, newest first."""
    found = PRINTED if printed is None else printed
    return envelope(
        [
            {
                "code": f"{year}YY",
                "name": f"{year}年",
                "values": [value(code, text) for code, text in values.items()],
            }
            for year, values in sorted(found.items(), reverse=True)
        ]
    )


def envelope(data: object) -> dict[str, Any]:
    return {"success": True, "state": 20000, "message": "成功", "data": data}


def catalogue(*rows: dict[str, object]) -> dict[str, Any]:
    """The list of a catalogue; by default the one that holds GDP."""
    return envelope({"list": list(rows) or [row("地区生产总值 (亿元) ")], "total": len(rows) or 1})


def row(name: str, item: str = GDP.item_code, unit: str = "亿元", **other: object) -> dict[str, object]:
    return {
        "_id": item,
        "i_showname": name,
        "du_name": unit,
        "dp": "1",
        "catalogid": GDP.catalogue_code,
    } | other


def body(answer: object) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode()


def numbers(figures: list[Figure]) -> dict[tuple[str, str], str]:
    """Number texts, or reasons in brackets, by region and period."""
    return {
        (figure.region_code, figure.period_text): figure.value_text or f"({figure.missing_reason})"
        for figure in figures
    }


class Service:
    """A fetch that answers by the end of the path, and remembers what it was asked."""

    def __init__(self, **answers: object) -> None:
        self.answers = answers
        self.questions: list[Question] = []

    def __call__(self, question: Question, check: BodyCheck | None = None) -> Answer:
        self.questions.append(question)
        found = self.answers[question.url.rsplit("/", 1)[1]]
        content = body(found(question) if isinstance(found, Callable) else found)  # type: ignore[arg-type]
        if check:
            check(content)
        return Answer(question, 200, {}, content, datetime(2026, 11, 23, tzinfo=UTC))


def service(newest: object = "2024YY", listed: object = None, figures: object = None) -> Service:
    """The three calls of one series."""
    found = newest if isinstance(newest, dict) else envelope({"dt_all": newest, "dt_name": "2024年"})
    return Service(
        queryDtByCid=found,
        queryIndicatorsByCid=catalogue() if listed is None else listed,
        esData=matrix() if figures is None else figures,
    )
