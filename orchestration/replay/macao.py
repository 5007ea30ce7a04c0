"""Plays the Macao Statistics and Census Service: its tree of indicators and their annual values.

Like the original it answers with status 201, names nothing but numbers beside the values, and pads the years
without a figure with null. Numbers of the tree are made up but for 1110, 9001 and 19001.
"""

import json
from typing import Any, NamedTuple

from orchestration.replay.bay_figures import MACAO, History, history, number
from orchestration.replay.figures import EmbeddedFigures
from orchestration.replay.wire import JSON_HEADERS, Reply, Request, Responder

HOST = "www.dsec.gov.mo"
TREE = "/TimeSeriesApi/App/Indicatorv3"
VALUES = "/TimeSeriesApi/App/IndicatorValue/LatestSameEndPeriodv3"
CREATED = 201
# When the edition was retrieved, to the year; its own days are not known.
LAST_UPDATE = "2026-01-01T00:00:00"
NODES = {
    "": {"9001": "人口", "1001": "國民經濟", "19001": "人文發展指數"},
    "1001": {"1100": "以當年價格按支出法計算的本地生產總值"},
    "1100": {"1109": "本地生產總值", "1110": "人均本地生產總值"},
    "9001": {"9010": "人口估計"},
    "9010": {"9011": "年終人口"},
}


class _Indicator(NamedTuple):
    unit: str
    history: History


def macao(figures: EmbeddedFigures) -> Responder:
    """The service on the figures of the embedded edition."""
    indicators = {
        "1109": _Indicator("10^6 MOP", history(figures, "gdp_nominal", MACAO, "MOP", "100")),
        "1110": _Indicator("MOP", history(figures, "gdp_per_capita", MACAO, "MOP")),
        "9011": _Indicator("persons", history(figures, "population_resident", MACAO, factor="10000")),
    }

    def respond(request: Request) -> Reply:
        if request.path == VALUES and request.method == "POST":
            return _values(indicators, request.json())
        if request.path == TREE or request.path.startswith(f"{TREE}/"):
            return _level(request.path.removeprefix(TREE).strip("/"))
        return Reply(b"", 404)

    return respond


def _level(above: str) -> Reply:
    nodes = NODES.get(above, {})
    return _answer(
        [
            {
                "IndicatorID": int(node_id),
                "Description": name,
                "Parent": float(above or 0),
                "IsLeafNode": str(node_id not in NODES),
            }
            for node_id, name in nodes.items()
        ]
    )


def _values(indicators: dict[str, _Indicator], asked: dict[str, Any]) -> Reply:
    if len(asked["types"]) != len(asked["indicator_ids"]):
        return _answer(None, "ERROR", "Specified argument was out of the range of valid values.")
    years = range(asked["fromYear"], asked["toYear"] + 1)
    return _answer(
        [
            {
                "indicatorId": int(indicator_id),
                "dsecIndicatorData": _cells(indicators[indicator_id], years),
            }
            for indicator_id in asked["indicator_ids"]
            if indicator_id in indicators
        ]
    )


def _cells(indicator: _Indicator, years: range) -> list[dict[str, Any]]:
    cells = []
    for year in years:
        value = indicator.history.get(year)
        cells.append(
            {
                "Year": year,
                "PeriodID": 1,
                "ReferencePeriod": str(year),
                "IndicatorValue": None if value is None else number(value),
                "UnitLabel": indicator.unit,
                "type": "VAL",
                "LastUpdateDate": None if value is None else LAST_UPDATE,
            }
        )
    return cells


def _answer(value: object, status: str = "OK", said: str = "") -> Reply:
    body = {"Status": status, "Debug_msg": said, "Value": value}
    return Reply(json.dumps(body, ensure_ascii=False).encode(), CREATED, JSON_HEADERS)
