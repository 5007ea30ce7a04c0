"""Plays the World Bank's API version 2: three indicators of China, Hong Kong and Macao.

Like the original it answers errors with status 200, in XML unless JSON is asked for, newest year first,
page by page, with null for years without a value.
"""

import json
import math
import re
from typing import Any

from orchestration.replay.bay_figures import (
    CHINA,
    HONG_KONG,
    MACAO,
    History,
    history,
    mid_year_population,
    number,
    patacas_per_dollar,
)
from orchestration.replay.figures import EmbeddedFigures
from orchestration.replay.wire import Reply, Request, Responder

HOST = "api.worldbank.org"
PATH = re.compile(r"/v2/country/(?P<countries>[^/]+)/indicator/(?P<indicator>[^/]+)")
COUNTRIES = {
    "CHN": {"id": "CN", "value": "China"},
    "HKG": {"id": "HK", "value": "Hong Kong SAR, China"},
    "MAC": {"id": "MO", "value": "Macao SAR, China"},
}
NAMES = {
    "NY.GDP.MKTP.CN": "GDP (current LCU)",
    "SP.POP.TOTL": "Population, total",
    "PA.NUS.FCRF": "Official exchange rate (LCU per US$, period average)",
}
# The edition the documented answers were taken from.
LAST_UPDATED = "2026-07-13"
USUAL_PAGE = 50
INVALID = {"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}


def world_bank(figures: EmbeddedFigures) -> Responder:
    """The World Bank on the figures of the embedded edition."""
    held: dict[tuple[str, str], History] = {
        ("HKG", "NY.GDP.MKTP.CN"): history(figures, "gdp_nominal", HONG_KONG, "HKD", "1e8"),
        ("MAC", "NY.GDP.MKTP.CN"): history(figures, "gdp_nominal", MACAO, "MOP", "1e8"),
        ("HKG", "SP.POP.TOTL"): mid_year_population(figures, HONG_KONG, "1e4"),
        ("MAC", "SP.POP.TOTL"): mid_year_population(figures, MACAO, "1e4"),
        ("CHN", "PA.NUS.FCRF"): history(figures, "cny_per_usd", CHINA),
        ("HKG", "PA.NUS.FCRF"): history(figures, "hkd_per_usd", HONG_KONG),
        ("MAC", "PA.NUS.FCRF"): patacas_per_dollar(figures),
    }

    def respond(request: Request) -> Reply:
        found = PATH.fullmatch(request.path)
        asked = {name: values[-1] for name, values in request.query.items()}
        countries = found["countries"].split(";") if found else []
        if not found or found["indicator"] not in NAMES or not set(countries) <= set(COUNTRIES):
            return _refuse(asked)
        rows = [
            row
            for country in countries
            for row in _rows(country, found["indicator"], held.get((country, found["indicator"]), {}), asked)
        ]
        return _page(rows, asked)

    return respond


def _rows(country: str, indicator: str, history: History, asked: dict[str, str]) -> list[dict[str, Any]]:
    newest = max(history, default=0)
    first, _, last = asked.get("date", f"1960:{newest}").partition(":")
    years = range(int(last or first), int(first) - 1, -1)
    if "mrnev" in asked:
        years = range(newest, newest - int(asked["mrnev"]), -1)
    return [
        {
            "indicator": {"id": indicator, "value": NAMES[indicator]},
            "country": COUNTRIES[country],
            "countryiso3code": country,
            "date": str(year),
            "value": number(history[year]) if year in history else None,
            "unit": "",
            "obs_status": "",
            "decimal": 0,
        }
        for year in years
        if "mrnev" not in asked or year in history
    ]


def _page(rows: list[dict[str, Any]], asked: dict[str, str]) -> Reply:
    page, size = int(asked.get("page", 1)), int(asked.get("per_page", USUAL_PAGE))
    shown = rows[(page - 1) * size : page * size]
    head = {
        "page": page if shown else 0,
        "pages": math.ceil(len(rows) / size),
        "per_page": size,
        "total": len(rows),
        "sourceid": "2",
        "lastupdated": LAST_UPDATED if shown else None,
    }
    return Reply(json.dumps([head, shown or None]).encode())


def _refuse(asked: dict[str, str]) -> Reply:
    if asked.get("format") == "json":
        return Reply(json.dumps([{"message": [INVALID]}]).encode())
    xml = (
        '\ufeff<?xml version="1.0" encoding="utf-8"?><wb:error xmlns:wb="http://www.worldbank.org">'
        f'<wb:message id="{INVALID["id"]}" key="{INVALID["key"]}">{INVALID["value"]}</wb:message></wb:error>'
    )
    return Reply(xml.encode(), 200, (("Content-Type", "text/xml;charset=utf-8"),))
