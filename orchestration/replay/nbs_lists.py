"""Lists the replayed NBS data service gives: indicators, newest periods, trees, regions, the agenda."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from assets.landing.calendar import Release
from assets.sources.nbs_protocol import ROOTS
from assets.sources.nbs_regions import NAMES
from orchestration.replay.nbs_contents import Contents
from orchestration.replay.wire import Request

TREES = {"5": "nbs_province_quarter", "6": "nbs_province_year", "8": "nbs_city_year"}
REGION_CATALOGUES = {
    "a10dceae75d245008bf4b9a0e6fe1d55": "nbs_province_year",
    "5772e42228f948149cf5d6a11d07bce1": "nbs_city_year",
}


def _asked(request: Request, name: str) -> str:
    return request.query.get(name, [""])[0]


def newest(contents: Contents, request: Request) -> dict[str, str] | None:
    """The newest period of a catalogue; nothing for an unknown one."""
    catalogue = _asked(request, "cid")
    if catalogue not in contents.catalogues:
        return None
    period = contents.newest_period(catalogue)
    year, _, quarter = period.partition("Q")
    if quarter:
        return {"dt_all": f"{year}0{quarter}SS", "dt_name": f"{year}年第{quarter}季度"}
    return {"dt_all": f"{year}YY", "dt_name": f"{year}年"}


def indicators(contents: Contents, request: Request) -> dict[str, Any]:
    """Indicators of a catalogue; none for an unknown one."""
    items = contents.catalogues.get(_asked(request, "cid"), [])
    rows = [
        item.fields | {"i_mark": "", "i_annotation": "", "dp_name": "本期", "order": order}
        for order, item in enumerate(items, start=1)
    ]
    return {"list": rows, "total": len(rows)}


def tree(contents: Contents, request: Request) -> list[dict[str, Any]]:
    """Nodes below a node: the root of a tree, or its catalogues."""
    collection = TREES.get(_asked(request, "code"), "")
    if not collection:
        return []
    root, parent = ROOTS[collection][0], _asked(request, "pid")
    nodes = {root: collection} if not parent else {}
    if parent == root:
        nodes = {
            catalogue: items[0].series.printed_names[0]
            for catalogue, items in contents.catalogues.items()
            if items[0].series.collection == collection
        }
    return [
        {
            "_id": node,
            "name": name,
            "show_name": name,
            "isLeaf": bool(parent),
            "type": "catalog",
            "treeinfo_pid": parent,
            "sdate": None,
            "edate": None,
        }
        for node, name in nodes.items()
    ]


def region_catalogues(contents: Contents, request: Request) -> list[dict[str, str]]:
    """Which list of regions an indicator has."""
    items = contents.catalogues.get(_asked(request, "indicatorCid"), [])
    cities = bool(items) and items[0].series.collection == "nbs_city_year"
    wanted = "nbs_city_year" if cities else "nbs_province_year"
    return [{"_id": code, "name": "全部地区"} for code, of in REGION_CATALOGUES.items() if of == wanted]


def regions(contents: Contents, request: Request) -> list[dict[str, str]]:
    """Regions of such a list."""
    catalogue = _asked(request, "daCid")
    codes = contents.regions(REGION_CATALOGUES.get(catalogue, ""))
    return [
        {
            "catalog_id": catalogue,
            "name_value": code.ljust(12, "0"),
            "name_text": NAMES[code],
            "show_name": NAMES[code],
        }
        for code in codes
    ]


def provinces(contents: Contents, request: Request) -> list[dict[str, str]]:
    """The provincial units."""
    codes = contents.regions("nbs_province_year")
    return [{"text": NAMES[code], "value": code.ljust(12, "0")} for code in codes]


def agenda(releases: Sequence[Release], request: Request) -> list[dict[str, str]]:
    """Releases whose window opens between two days."""
    first, last = (date.fromisoformat(_asked(request, name)) for name in ("startDate", "endDate"))
    days = [
        (release.window(year)[0], f"{release.name_zh}（{release.period(year)}）")
        for release in releases
        if release.collection in ROOTS
        for year in range(first.year - 2, last.year + 1)
    ]
    return [{"date": day.isoformat(), "title": title} for day, title in sorted(days) if first <= day <= last]
