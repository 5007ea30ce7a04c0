"""The NBS data service replayed: every question our client asks, answered from the embedded edition.

Envelopes, field names and the service's odd manners are those its clients report; figures are printed
ones. Made up are only ids the reference pack does not know, and the days of the agenda: the opening
days of our release calendar.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from assets.landing.calendar import read_releases
from assets.landing.errors import StrayPeriodError
from assets.sources.nbs_protocol import BASE, HOST, period_of, periods_between
from orchestration.replay import nbs_lists
from orchestration.replay.faults import URL_ACL, small_page
from orchestration.replay.figures import EmbeddedFigures
from orchestration.replay.nbs_contents import Contents
from orchestration.replay.wire import Reply, Request, Responder

API = BASE.split(HOST)[1]
CODE = r"\d{4}YY|\d{6}SS"
RANGE = re.compile(rf"(?P<first>{CODE})-(?P<last>{CODE})")
# Years the service shows when asked for none; the last of them is not out yet.
USUAL_YEARS = 10
# Outside its API: the page people see, which sets the firewall's cookie, and the site closed in 2026-04.
SITE_PAGE, OLD_SITE = "/dg/website/page.html", "/easyquery.htm"


def nbs(figures: EmbeddedFigures) -> Responder:
    """A responder for the host of the NBS data service; `figures.choose` shows another edition."""
    contents = Contents(figures)
    answers: dict[str, Callable[[Request], Any]] = {
        "new/queryDtByCid": partial(nbs_lists.newest, contents),
        "new/queryIndicatorsByCid": partial(nbs_lists.indicators, contents),
        "new/queryIndexTreeAsync": partial(nbs_lists.tree, contents),
        "getDaCatalogTreeByIndicatorCid": partial(nbs_lists.region_catalogues, contents),
        "getDasByDaCatalogId": partial(nbs_lists.regions, contents),
        "getAllProvince": partial(nbs_lists.provinces, contents),
        "queryAgendaByDate": partial(nbs_lists.agenda, read_releases(figures.place.reference)),
    }

    def respond(request: Request) -> Reply:
        if request.path == SITE_PAGE:
            return small_page("国家数据")
        if request.path == OLD_SITE:
            return small_page(URL_ACL, 403)
        call = request.path.removeprefix(f"{API}/")
        if call == "stream/esData" and request.method == "POST":
            return _figures(contents, request)
        if call not in answers or request.method != "GET":
            return small_page("服务异常")
        return _success(answers[call](request))

    return respond


def _success(data: Any) -> Reply:
    return _json({"success": True, "state": 20000, "message": "成功", "data": data})


def _failure() -> Reply:
    """What malformed questions get."""
    return _json({"success": False, "state": 50000, "message": "系统异常", "data": None}, 500)


def _json(value: Any, status: int = 200) -> Reply:
    return Reply(json.dumps(value, ensure_ascii=False).encode(), status)


def _figures(contents: Contents, request: Request) -> Reply:
    try:
        asked = request.json()
    except ValueError:
        return _failure()
    dts = asked.get("dts")
    # a bare text is rejected by the firewall, before the service sees it
    if not isinstance(dts, list):
        return small_page(URL_ACL, 403)
    if asked.get("showType") != "3" or len(asked.get("indicatorIds", [])) != 1:
        return _failure()
    item = contents.item(asked.get("cid", ""), asked["indicatorIds"][0])
    if item is None:
        return _success([])
    collection = item.series.collection
    periods = _periods(contents, dts, item.series.catalogue_code, collection)
    if periods is None:
        return _failure()
    regions = contents.regions(collection)
    if not asked.get("daCatalogId"):
        wanted = {str(region.get("value", ""))[:6] for region in asked.get("das", [])}
        regions = [code for code in regions if code in wanted]
    return _success([contents.block(item, period, regions) for period in reversed(periods)])


def _periods(contents: Contents, dts: list[Any], catalogue: str, collection: str) -> list[str] | None:
    """Periods of one range; the usual window for none; None for a malformed range."""
    if dts in ([], [""]):
        last = int(contents.newest_period(catalogue)[:4]) + 1
        return periods_between(last - USUAL_YEARS + 1, last, collection)
    found = RANGE.fullmatch(str(dts[0]))
    if found is None or len(dts) != 1:
        return None
    try:
        first, last_period = (period_of(found[name], "dts") for name in ("first", "last"))
    except StrayPeriodError:
        return None
    every = periods_between(int(first[:4]), int(last_period[:4]), collection)
    return [period for period in every if first <= period <= last_period]
