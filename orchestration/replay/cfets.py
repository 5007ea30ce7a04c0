"""Plays the China Foreign Exchange Trade System: central parities of three pairs, day by day.

The embedded edition has annual averages only. Each weekday of a year repeats the average of its year, and
days after the last of these years repeat that last average: nothing moves that was not printed to move, and
these are no parities anybody fixed. Holidays are not known here. Like the original it drops a pair it
does not know, refuses a span of a year, and more than 50 rows a page with its firewall.
"""

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from orchestration.replay.bay_figures import CHINA, HONG_KONG, MACAO, History, history
from orchestration.replay.figures import EmbeddedFigures
from orchestration.replay.wire import Reply, Request, Responder

HOST = "www.chinamoney.com.cn"
PATH = "/ags/ms/cm-u-bk-ccpr/CcprHisNew"
MOST_ROWS = 50
LONGEST_SPAN = timedelta(days=364)
TOO_LONG = "只提供一年历史数据查询及下载"


def cfets(figures: EmbeddedFigures, today: Callable[[], date] = date.today) -> Responder:
    """The trade system on the annual averages of the embedded edition, up to yesterday."""
    patacas = history(figures, "cny_per_mop", MACAO)
    pairs = {
        "USD/CNY": history(figures, "cny_per_usd", CHINA),
        "HKD/CNY": history(figures, "cny_per_hkd", HONG_KONG),
        "CNY/MOP": {year: round(1 / rate, 5) for year, rate in patacas.items()},
    }

    def respond(request: Request) -> Reply:
        asked = {name: values[-1] for name, values in request.form().items()}
        if request.path != PATH or int(asked["pageSize"]) > MOST_ROWS:
            return Reply(b"<html><body>403 Forbidden</body></html>", 403, (("Content-Type", "text/html"),))
        first, last = (date.fromisoformat(asked[name]) for name in ("startDate", "endDate"))
        if last - first > LONGEST_SPAN:
            return _answer([], {"flagMessage": TOO_LONG, "pageTotal": 0, "total": 0})
        known = [pair for pair in pairs if pair in asked["currency"].split(",")]
        days = _weekdays(first, min(last, today() - timedelta(days=1)))
        records: list[dict[str, object]] = [
            {"date": day.isoformat(), "values": [str(_rate(pairs[pair], day.year)) for pair in known]}
            for day in days
        ]
        size, page = int(asked["pageSize"]), int(asked["pageNum"])
        data = {
            "searchlist": known,
            "head": list(pairs),
            "currency": asked["currency"],
            "total": len(records),
            "pageTotal": -(-len(records) // size),
        }
        return _answer(records[(page - 1) * size : page * size], data)

    return respond


def _weekdays(first: date, last: date) -> list[date]:
    """Mondays to Fridays, newest first."""
    days = [last - timedelta(days=back) for back in range((last - first).days + 1)]
    return [day for day in days if day.isoweekday() <= 5]


def _rate(rates: History, year: int) -> Decimal:
    return rates[max(held for held in rates if held <= year)]


def _answer(records: list[dict[str, object]], data: dict[str, object]) -> Reply:
    head = {"rep_code": "200", "rep_message": ""}
    return Reply(json.dumps({"head": head, "data": data, "records": records}, ensure_ascii=False).encode())
