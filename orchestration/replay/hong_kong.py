"""Plays the Hong Kong Census and Statistics Department: tables 310-31001 and 110-01001.

Like the original it mixes frequencies in one answer, takes an unknown category for the total without a
word, gives a short window when no period is asked for, and lets GET run into its firewall. Quarters are
blank: the embedded edition has none.
"""

import json
from typing import Any

from orchestration.replay.bay_figures import HONG_KONG, History, history, mid_year_population, number
from orchestration.replay.figures import EmbeddedFigures
from orchestration.replay.wire import Reply, Request, Responder

HOST = "www.censtatd.gov.hk"
PATH = "/api/post.php"
# The publisher marks these years of its GDP as revised.
REVISED = (2022, 2023)
DEFAULT_WINDOW = 5
FIREWALL = b"<html><body>403 Forbidden<hr>Microsoft-Azure-Application-Gateway/v2</body></html>"
Row = dict[str, Any]


def hong_kong(figures: EmbeddedFigures) -> Responder:
    """The department on the figures of the embedded edition."""
    gdp = history(figures, "gdp_nominal", HONG_KONG, "HKD", "100")
    per_head = history(figures, "gdp_per_capita", HONG_KONG, "HKD")
    year_ends = history(figures, "population_resident", HONG_KONG, factor="10")
    mid_years = mid_year_population(figures, HONG_KONG, "10")
    tables = {
        ("310-31001", "CUR", "Raw_M_hkd_d"): _gdp_rows("CUR", "HK$ million", gdp),
        ("310-31001", "CURPGDP", "Raw_hkd_d"): _gdp_rows("CURPGDP", "HK$", per_head),
        ("110-01001", "POP", "Raw_K_1dp_per_n"): _people_rows(mid_years, "06")
        + _people_rows(year_ends, "12"),
    }

    def respond(request: Request) -> Reply:
        if request.path != PATH or request.method != "POST":
            return Reply(FIREWALL, 403, (("Content-Type", "text/html"),))
        return _reply(tables, request)

    return respond


def _reply(tables: dict[tuple[str, str, str], list[Row]], request: Request) -> Reply:
    try:
        query = json.loads(request.form()["query"][0])
        wanted = [
            (query["id"], variable, presentation)
            for variable, presentations in query["sv"].items()
            for presentation in presentations
        ]
    except (KeyError, ValueError, AttributeError):
        return _answer("Fail", ["Parameter is not defined"], [])
    unknown = [key for key in wanted if key not in tables]
    if unknown:
        known_tables = {table for table, _, _ in tables}
        said = f"Table ID ({query['id']})" if query["id"] not in known_tables else f"sv ({unknown[0][1]})"
        return _answer("Fail", [f"{said} is not defined"], [])
    period = query.get("period") or {}
    rows = [row for key in wanted for row in tables[key]]
    newest = max(row["period"][:4] for row in rows)
    start = period.get("start") or f"{int(newest) - DEFAULT_WINDOW + 1}01"
    end = period.get("end") or "999912"
    return _answer("Success", [], [row for row in rows if start[:4] <= row["period"][:4] <= end[:4]])


def _gdp_rows(variable: str, unit: str, history: History) -> list[Row]:
    """A year and its blank quarters, as they come: mixed."""
    rows = []
    for year, value in sorted(history.items(), reverse=True):
        mark = "r" if year in REVISED else ""
        common = {"sv": variable, "svDesc": unit}
        rows.append({"freq": "Y", "period": str(year), **common, "figure": number(value), "sd_value": mark})
        for month in ("12", "09", "06", "03"):
            rows.append(
                {"freq": "Q", "period": f"{year}{month}", **common, "figure": "", "sd_value": "n.y.a."}
            )
    return rows


def _people_rows(history: History, month: str) -> list[Row]:
    """Totals of the half-yearly table; other groups are not in the embedded edition."""
    labels = {"SEX": "", "SEXDesc": "Both sexes", "AGE": "", "AGEDesc": "Total"}
    common = {"sv": "POP", "svDesc": "No. ('000)", **labels}
    return [
        {"freq": "H", "period": f"{year}{month}", **common, "figure": str(value.normalize()), "sd_value": ""}
        for year, value in sorted(history.items(), reverse=True)
    ]


def _answer(status: str, message: list[str], rows: list[Row]) -> Reply:
    header = {
        "status": {"name": status, "code": int(status != "Success"), "message": message},
        "title": "",
        "tablenote": "",
        "source": "Census and Statistics Department",
        "count": {"noOfRecords": len(rows)},
    }
    return Reply(json.dumps({"header": header, "dataSet": rows}).encode())
