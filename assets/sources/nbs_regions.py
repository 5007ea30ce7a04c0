"""Regions as the NBS data service names and numbers them: GB/T 2260 with zeros to twelve digits.

The 31 provincial units of its provincial roots and the 36 cities of its city root.
"""

import re

from assets.landing.errors import ShapeError, StrayRegionError, SwappedRegionsError
from assets.landing.printed import normal_name
from assets.sources.nbs_protocol import text_or_nothing

NAMES = {
    "110000": "北京市",
    "120000": "天津市",
    "130000": "河北省",
    "140000": "山西省",
    "150000": "内蒙古自治区",
    "210000": "辽宁省",
    "220000": "吉林省",
    "230000": "黑龙江省",
    "310000": "上海市",
    "320000": "江苏省",
    "330000": "浙江省",
    "340000": "安徽省",
    "350000": "福建省",
    "360000": "江西省",
    "370000": "山东省",
    "410000": "河南省",
    "420000": "湖北省",
    "430000": "湖南省",
    "440000": "广东省",
    "450000": "广西壮族自治区",
    "460000": "海南省",
    "500000": "重庆市",
    "510000": "四川省",
    "520000": "贵州省",
    "530000": "云南省",
    "540000": "西藏自治区",
    "610000": "陕西省",
    "620000": "甘肃省",
    "630000": "青海省",
    "640000": "宁夏回族自治区",
    "650000": "新疆维吾尔自治区",
    "130100": "石家庄市",
    "140100": "太原市",
    "150100": "呼和浩特市",
    "210100": "沈阳市",
    "210200": "大连市",
    "220100": "长春市",
    "230100": "哈尔滨市",
    "320100": "南京市",
    "330100": "杭州市",
    "330200": "宁波市",
    "340100": "合肥市",
    "350100": "福州市",
    "350200": "厦门市",
    "360100": "南昌市",
    "370100": "济南市",
    "370200": "青岛市",
    "410100": "郑州市",
    "420100": "武汉市",
    "430100": "长沙市",
    "440100": "广州市",
    "440300": "深圳市",
    "450100": "南宁市",
    "460100": "海口市",
    "510100": "成都市",
    "520100": "贵阳市",
    "530100": "昆明市",
    "540100": "拉萨市",
    "610100": "西安市",
    "620100": "兰州市",
    "630100": "西宁市",
    "640100": "银川市",
    "650100": "乌鲁木齐市",
}
SUFFIX = re.compile(r"(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$")
CODES = {
    normal_name(form): code for code, name in NAMES.items() for form in (name, SUFFIX.sub("", name), code)
}
REGION_CODE = re.compile(r"[1-9]\d{5}(0{6})?")
# Clients of the service report both pairs; a value carries one of them, or both.
CODE_KEYS, NAME_KEYS = ("areaCode", "da"), ("area", "da_name")


def region_value(code: str) -> dict[str, str]:
    """A region as a question names it; raises StrayRegionError for one the service does not have."""
    if code not in NAMES:
        raise StrayRegionError(
            f"region {code!r:.20} is none of the {len(NAMES)} the NBS data service has;"
            " correct region_ids in live_collections.csv or live_series.csv"
        )
    return {"text": NAMES[code], "value": code.ljust(12, "0")}


def region_of(cell: object, place: str) -> tuple[str, str]:
    """Our id and the printed name of the region a value belongs to, by its code, else by its name.

    Raises ShapeError, StrayRegionError, or SwappedRegionsError where code and name disagree.
    """
    codes = {key: text_or_nothing(cell, key, place) for key in CODE_KEYS}
    names = {key: text_or_nothing(cell, key, place) for key in NAME_KEYS}
    said = {f"{key} {text}": _by_code(text, key, place) for key, text in codes.items() if text}
    # a name we do not know, such as an English one, says nothing; the code beside it does
    known = {f"{key} {text}": CODES.get(normal_name(text), "") for key, text in names.items() if text}
    said |= {words: code for words, code in known.items() if code}
    if len(set(said.values())) > 1:
        raise SwappedRegionsError(f"{place}: {', '.join(said)} are not one region; whose value is it?")
    label = names["area"] or names["da_name"]
    if said:
        code = next(iter(said.values()))
        return code, label or NAMES.get(code, code)
    if label:
        raise StrayRegionError(f"{place}: a region '{label:.40}' nobody asked for, without a code")
    raise ShapeError(f"{place}: neither {' nor '.join((*CODE_KEYS, *NAME_KEYS))}: whose value is it?")


def _by_code(text: str, key: str, place: str) -> str:
    if not REGION_CODE.fullmatch(text):
        raise StrayRegionError(f"{place}.{key}: found '{text:.40}'; a region has 6 digits and zeros to 12")
    return text[:6]
